from __future__ import annotations

import argparse
import gzip
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samenspraak.config.cli import serve_command
from samenspraak.config.cli.errors import AddressTaken
from tests.config.command import PROGRAM, samenspraak, surroundings

pytestmark = pytest.mark.slow  # a web server that starts, answers and stops


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, install: Callable[[Path], None]) -> Path:
    """An installation in which there is nothing yet."""
    folder = tmp_path_factory.mktemp("serve")
    install(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a server on an empty installation, until the tests are done."""
    port = free_port()
    with subprocess.Popen(
        [PROGRAM, "serve", "--address", f"127.0.0.1:{port}"],
        cwd=folder,
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        assert f"http://127.0.0.1:{port}" in line, running.stderr and running.stderr.read()
        yield f"http://127.0.0.1:{port}"
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 0
        assert running.stderr is not None
        assert "Traceback" not in running.stderr.read()


def get(url: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    """Return status, body and headers, also of a page that is refused."""
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  # our own server
    for _ in range(50):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # the same
                return answer.status, answer.read(), dict(answer.headers)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read(), dict(refused.headers)
        except urllib.error.URLError:
            time.sleep(0.1)  # it listens, but the process that answers is still loading
    raise AssertionError(url)


def workers_beside(server: int) -> list[int]:
    """Return the processes that say they work beside a server."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    return [int(pid) for pid in re.findall(rf"^ *(\d+) .*side_worker {server}$", listed, re.MULTILINE)]


def test_a_server_starts_from_nothing_with_a_worker_that_goes_when_it_is_stopped(tmp_path: Path) -> None:
    check_that_a_worker_goes_with_the_server(tmp_path, signal.SIGINT)


def test_a_worker_goes_with_a_server_that_is_killed(folder: Path) -> None:
    check_that_a_worker_goes_with_the_server(folder, signal.SIGKILL)


def check_that_a_worker_goes_with_the_server(folder: Path, signal_given: signal.Signals) -> None:
    with subprocess.Popen(
        [PROGRAM, "serve", "--address", f"127.0.0.1:{free_port()}"],
        cwd=folder,
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            assert running.stdout is not None
            assert "Samenspraak draait" in running.stdout.readline()
            assert "worden hier gelezen" in running.stdout.readline()
            wait_until(lambda: len(workers_beside(running.pid)) > 2)
            running.send_signal(signal_given)
            running.wait(timeout=20)
        finally:
            running.kill()
    wait_until(lambda: not workers_beside(running.pid))


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; a busy machine takes its time."""
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError


def test_whoever_comes_in_is_asked_to_sign_in(address: str) -> None:
    status, body, _ = get(f"{address}/afspraken/")
    assert status == 200
    assert b"/aanmelden/" in body


def test_the_pages_files_are_sent_small_and_may_be_kept_for_ever(address: str) -> None:
    _, body, _ = get(f"{address}/aanmelden/")
    sheet = re.search(rb'href="(/static/[^"]+\.css)"', body)
    assert sheet
    status, content, headers = get(address + sheet[1].decode(), **{"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in headers["Cache-Control"]
    assert b"{" in gzip.decompress(content)


def test_a_page_that_is_not_there_tells_nothing_of_the_inside(address: str) -> None:
    status, body, _ = get(f"{address}/static/../settings.py")
    assert status in {400, 404}
    assert b"Traceback" not in body
    assert b"DEBUG" not in body


def test_a_name_that_is_not_ours_is_refused(address: str) -> None:
    assert get(f"{address}/aanmelden/", Host="elders.example")[0] == 400


def test_an_address_in_use_is_one_sentence(address: str, folder: Path) -> None:
    done = samenspraak("serve", "--address", address.removeprefix("http://"), folder=folder)
    assert done.returncode == 2
    (sentence,) = done.stderr.splitlines()
    assert sentence.endswith("(E504)")


@pytest.mark.parametrize("address_given", ["8000", "nergens", "127.0.0.1:x", "127.0.0.1:0", "256.1.1.1:8000"])
def test_an_address_that_cannot_be_is_refused_before_anything_starts(address_given: str) -> None:
    with pytest.raises(AddressTaken, match=re.escape(address_given)):
        serve_command.run(argparse.Namespace(address=address_given, port=None))


def test_a_database_that_does_not_answer_is_one_sentence(folder: Path) -> None:
    url = f"postgres://127.0.0.1:{free_port()}/weg"
    done = samenspraak("migrate", folder=folder, SAMENSPRAAK_DATABASE_URL=url)
    assert done.returncode == 2
    (sentence,) = done.stderr.splitlines()
    assert sentence.endswith("(E506)")


def test_a_worker_stops_when_asked(folder: Path) -> None:
    running = subprocess.Popen(
        [PROGRAM, "worker"],
        cwd=folder,
        env=surroundings(folder),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stderr is not None
    assert "Klaar om te lezen" in running.stderr.readline()
    time.sleep(1)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode in {0, 130}
    assert "Traceback" not in said
