"""Tokens for invitations: random, signed, and kept as a fingerprint only."""

from __future__ import annotations

import hashlib
import secrets

from django.core.signing import BadSignature, Signer

# A dot needs no escaping in an address, and programs that find links in a mail keep it in.
_SIGNER = Signer(salt="samenspraak.invitation", sep=".")


def new_token() -> str:
    """Return a token that nobody can guess or make."""
    return _SIGNER.sign(secrets.token_hex(20))


def token_hash(token: str) -> str | None:
    """Return the fingerprint of a token that we signed; None for anything else, without asking the database."""
    try:
        _SIGNER.unsign(token)
    except BadSignature:
        return None
    return hashlib.sha256(token.encode()).hexdigest()
