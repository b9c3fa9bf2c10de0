"""Rights on figures: every party reads them, who reports measures, a coordinator says what they should be."""

from __future__ import annotations

from tests.web.figures import (
    of_break,
    of_commitment,
    of_dismissed,
    of_key_figure,
    of_list,
    of_municipal_number,
    of_number,
    of_observation,
    of_own_figure,
    of_parameter,
    of_target,
)
from tests.web.rights.row import (
    KEEPER_ONLY,
    NO_FORM,
    PARTY,
    SIGNED_IN,
    Answer,
    Role,
    Row,
    Visitor,
    from_role,
    of_agreement,
)

PLANS = from_role(Role.COORDINATOR)

# The roles are had in the municipality; the list is De Linde's.
HANDLES = KEEPER_ONLY | {Visitor.STRANGER: Answer.HIDDEN}

DECLARES = from_role(Role.COORDINATOR, stranger=Answer.ALLOWED)  # a stranger is of a municipality too
OWN = from_role(Role.COORDINATOR, below=Answer.HIDDEN)

ROWS = (
    Row("figures", get=PARTY, arguments=of_agreement),
    Row("target", get=PARTY, post=from_role(Role.CONTRIBUTOR), arguments=of_target),
    Row("target-new", get=PLANS, post=PLANS, arguments=of_commitment),
    Row("target-change", get=PLANS, post=PLANS, arguments=of_target),
    Row("target-withdraw", get=NO_FORM, post=PLANS, arguments=of_target, is_page=False),
    Row("target-break", get=NO_FORM, post=PLANS, arguments=of_target, is_page=False),
    Row("target-break-withdraw", get=NO_FORM, post=PLANS, arguments=of_break, is_page=False),
    Row("target-shares", get=PARTY, post=PLANS, arguments=of_target),
    Row("figures-policy", get=PLANS, post=PLANS, arguments=of_agreement),
    Row("number-dismiss", get=NO_FORM, post=PLANS, arguments=of_number, is_page=False),
    Row("number-restore", get=NO_FORM, post=PLANS, arguments=of_dismissed, is_page=False),
    # A measurement is withdrawn by who recorded it, or a coordinator of the same organisation.
    Row("observation-withdraw", get=NO_FORM, post=PLANS, arguments=of_observation, is_page=False),
    Row("key-figures", get=PARTY, arguments=of_agreement),
    Row("key-figure", get=PARTY, arguments=of_key_figure),
    # A list is its association's: the others of the agreement see what was counted, not the list that waits.
    Row("own-figures", get=DECLARES),
    Row("own-figure-new", get=DECLARES, post=DECLARES),
    Row("own-figure", get=OWN, post=OWN, arguments=of_own_figure),
    Row("own-figure-withdraw", get=NO_FORM, post=OWN, arguments=of_own_figure, is_page=False),
    Row("municipal-numbers", get=DECLARES, post=DECLARES),
    Row("municipal-number-withdraw", get=NO_FORM, post=OWN, arguments=of_municipal_number, is_page=False),
    Row("extracts", get=SIGNED_IN),
    Row("extract-new", get=KEEPER_ONLY, post=KEEPER_ONLY, is_page=False),
    Row("extract", get=PARTY, arguments=of_list),
    *(
        Row(name, get=NO_FORM, post=HANDLES, arguments=of_list, is_page=False)
        for name in ("extract-columns", "extract-confirm", "extract-discard", "extract-withdraw")
    ),
    # The limits are the law's: everybody reads them, a coordinator of any organisation adds what is missing.
    Row(
        "parameters",
        get=SIGNED_IN,
        post=from_role(Role.COORDINATOR, stranger=Answer.ALLOWED),
    ),
    Row(
        "parameter-withdraw",
        get=NO_FORM,
        post=KEEPER_ONLY | {Visitor.NOBODY: Answer.SIGN_IN},
        arguments=of_parameter,
        is_page=False,
    ),
)
