"""`samenspraak serve`: the pages, for a browser."""

from __future__ import annotations

import argparse
import os
import socket
from contextlib import nullcontext

from django.core.management import call_command
from django.db import connections

from samenspraak.config.cli import exit_status
from samenspraak.config.cli.errors import AddressTaken
from samenspraak.config.cli.side_worker import running_along
from samenspraak.config.cli.web_server import WebServer


def run(options: argparse.Namespace) -> int:
    """Collect the pages' files, then serve until somebody stops it; raises AddressTaken."""
    host, port = _host_and_port(options)
    _check_free(host, port)
    call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()  # the processes that serve open their own
    with nullcontext() if options.no_worker else running_along():
        WebServer(host, port, workers=options.workers, reads_along=not options.no_worker).run()
    return exit_status.DONE


def _host_and_port(options: argparse.Namespace) -> tuple[str, int]:
    host, _, port = options.address.rpartition(":")
    if not host or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise AddressTaken(f"Dit is geen adres met een poort: {options.address}. Schrijf het als 127.0.0.1:8000.")
    return host.strip("[]"), options.port or int(port)


def _check_free(host: str, port: int) -> None:
    """Try the address first: one sentence instead of a web server that keeps trying."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        raise AddressTaken(
            f"Op {host}:{port} kan niets worden gestart ({reason}). Stop wat daar draait, of kies --port."
        ) from None
