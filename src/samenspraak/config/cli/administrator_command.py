"""`samenspraak administrator`: add somebody who sees everything of this installation."""

from __future__ import annotations

import argparse
import getpass
import sys

from samenspraak.apps.parties.actions import register_person
from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import NoPassword
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import show


def run(options: argparse.Namespace) -> int:
    """Ask for a password and add the administrator. Whoever may run this may read the database anyway."""
    name = options.name or options.email.partition("@")[0]
    person = register_person(email=options.email, name=name, password=_password(), by=None, is_administrator=True)
    show(in_language(f"{person.email} is nu beheerder.", f"{person.email} is an administrator now."))
    return exit_status.DONE


def _password() -> str:
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass.getpass(in_language("Wachtwoord: ", "Password: "))
        if password != getpass.getpass(in_language("Nog een keer: ", "Once more: ")):
            raise NoPassword("De wachtwoorden zijn niet gelijk. Probeer het opnieuw.")
    if not password:
        raise NoPassword("Er is geen wachtwoord gegeven. Typ het, of geef het op de standaardinvoer.")
    return password
