"""`samenspraak demo`: the example, and how to get in."""

from __future__ import annotations

import argparse

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.example_loading import Example, load_example, read_example
from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import show


def run(_options: argparse.Namespace) -> int:
    """Load the example and print its sign-ins.

    A document that could not be read has been said and is no reason to stop: without the program that reads
    scans, the example has one document less; a next time it is tried again.
    """
    example = read_example()
    for outcome in load_example(example):
        if outcome.sentence:
            show(outcome.sentence)
    show(_sign_ins(example))
    return exit_status.DONE


def _sign_ins(example: Example) -> str:
    email = max(len(person.email) for person in example.people)
    password = max(len(person.password) for person in example.people)
    lines = [
        f"  {person.email:<{email}}  {person.password:<{password}}  {person.introduction or person.name}"
        for person in example.people
    ]
    head = in_language("Aanmelden met e-mailadres en wachtwoord:", "Sign in with e-mail address and password:")
    return "\n".join(["", head, *lines])
