"""Rights on mail: everybody chooses for themselves, with or without signing in."""

from __future__ import annotations

from typing import Any

from samenspraak.apps.mail.links import token_of
from tests.web.cast import Cast
from tests.web.rights.row import EVERYBODY, KEEPER_ONLY, SIGNED_IN, Row


def _token(cast: Cast) -> list[Any]:
    return [token_of(cast.noor.pk)]


ROWS = (
    Row("own-mail", get=SIGNED_IN, post=SIGNED_IN),
    # Whoever holds the mail: the link is signed, and allows nothing else.
    Row("mail-choice", get=EVERYBODY, post=EVERYBODY, arguments=_token),
    Row("mail-off", get=EVERYBODY, post=EVERYBODY, arguments=_token, is_page=False),
    Row("undelivered", get=KEEPER_ONLY, post=KEEPER_ONLY, is_page=False),
)
