"""Rights on the pages that hold nothing of an agreement: signing in, language, help, design."""

from __future__ import annotations

from tests.web.rights.row import EVERYBODY, NO_FORM, NO_FORM_FOR_ANYBODY, SIGNED_IN, Answer, Row, Visitor

ROWS = (
    Row("start", get=SIGNED_IN, post=SIGNED_IN, is_page=False),  # only leads on, whatever is sent
    Row("sign-in", get=EVERYBODY, post=EVERYBODY, is_page=False),
    Row("sign-out", get=NO_FORM, post=SIGNED_IN, is_page=False),
    Row("set_language", get=EVERYBODY, post=EVERYBODY, is_page=False),
    Row("help", get=SIGNED_IN),
    Row("help-chapter", get=SIGNED_IN, arguments=lambda _cast: ["toevoegen"]),
    Row("help-image", get=SIGNED_IN, arguments=lambda _cast: ["overview.png"], is_page=False),
    Row("gallery", get=SIGNED_IN),
    Row("own-theme", get=dict.fromkeys(Visitor, Answer.HIDDEN), post=NO_FORM_FOR_ANYBODY, is_page=False),
)
