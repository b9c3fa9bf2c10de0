from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from samenspraak.config.database import database_of
from samenspraak.config.environment import Environment, WrongSetting, read_environment
from samenspraak.config.logs import log_path
from samenspraak.config.mail import mail_through
from samenspraak.config.secret import secret_key_in
from tests.config.command import surroundings


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the settings of this machine away."""
    for name in list(os.environ):
        if name.startswith("SAMENSPRAAK_"):
            monkeypatch.delenv(name)


def test_without_any_setting_it_works_on_a_laptop() -> None:
    environment = read_environment()
    assert (environment.data_dir, environment.debug, environment.https) == (Path("var"), False, False)
    assert "127.0.0.1" in environment.allowed_hosts


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMENSPRAAK_DEBUG", "misschien"),
        ("SAMENSPRAAK_WORKERS", "veel"),
        ("SAMENSPRAAK_WORKERS", "-1"),
        ("SAMENSPRAAK_LOG_LEVEL", "luid"),
        ("SAMENSPRAAK_SECOND_FACTOR", "soms"),
        ("SAMENSPRAAK_OIDC_ISSUER", "ftp://ergens"),
        ("SAMENSPRAAK_DATABASE_URL", "mysql://ergens/iets"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as refused:
        read_environment()
    assert name in str(refused.value)
    assert value in str(refused.value) or name == "SAMENSPRAAK_DATABASE_URL"


def test_a_key_for_rows_that_cannot_be_is_refused_and_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_ROWS_KEYS", "te-kort")
    with pytest.raises(WrongSetting, match="SAMENSPRAAK_ROWS_KEYS") as refused:
        read_environment()
    assert "te-kort" not in str(refused.value)
    assert "base64" in str(refused.value)


def test_a_wrong_setting_does_not_print_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_DATABASE_URL", "mysql://wie:geheim@ergens/iets")
    with pytest.raises(WrongSetting) as refused:
        read_environment()
    assert "geheim" not in str(refused.value)


def test_a_wrong_mail_server_does_not_print_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_SMTP_URL", "imap://wie:geheim@ergens")
    with pytest.raises(WrongSetting) as refused:
        read_environment()
    assert "SAMENSPRAAK_SMTP_URL" in str(refused.value)
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "port", "starttls", "tls", "password"),
    [
        ("smtp://mail", 25, False, False, ""),
        ("smtp+tls://wie:w%40t@mail", 587, True, False, "w@t"),
        ("smtps://mail:4650", 4650, False, True, ""),
    ],
)
def test_an_address_leads_to_its_mail_server(url: str, port: int, starttls: object, tls: object, password: str) -> None:
    found = mail_through(url, Path("map"))
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail", port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (starttls, tls)
    assert found["EMAIL_HOST_PASSWORD"] == password


@pytest.mark.parametrize("url", ["smtp://", "smtp://mail:poort"])
def test_an_address_without_a_mail_server_is_refused(url: str) -> None:
    with pytest.raises(WrongSetting):
        mail_through(url, Path("map"))


def test_without_a_mail_server_mail_goes_to_a_folder() -> None:
    assert mail_through("", Path("map"))["EMAIL_FILE_PATH"] == Path("map/mail")


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENSPRAAK_ALLOWED_HOSTS", "samenspraak.example, www.samenspraak.example,")
    assert read_environment().allowed_hosts == ["samenspraak.example", "www.samenspraak.example"]


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Environment.model_fields.items() if not field.description] == []


def test_every_setting_stands_in_the_handbook_and_nothing_else_does() -> None:
    page = (Path(__file__).parents[2] / "docs/handbook/instellingen.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `SAMENSPRAAK_(\w+)` \|", page, re.MULTILINE))
    assert documented == {name.upper() for name in Environment.model_fields} | {"LANG"}


@pytest.mark.parametrize(
    ("url", "engine", "name"),
    [
        ("", "sqlite3", "map/samenspraak.sqlite3"),
        ("sqlite:///hier/a.sqlite3", "sqlite3", "hier/a.sqlite3"),
        ("sqlite:////daar/a.sqlite3", "sqlite3", "/daar/a.sqlite3"),
        ("postgres://wie:w%40t@db:5433/sam", "postgresql", "sam"),
        ("postgresql://db/sam?sslmode=require", "postgresql", "sam"),
    ],
)
def test_an_address_leads_to_its_database(url: str, engine: str, name: str) -> None:
    database = database_of(url, Path("map"))
    assert database["ENGINE"] == f"django.db.backends.{engine}"
    assert database["NAME"] == name


def test_a_password_in_an_address_may_have_odd_letters() -> None:
    database = database_of("postgres://w%C3%ADe:w%40t%2F@db:5433/sam?sslmode=require", Path("map"))
    assert (database["USER"], database["PASSWORD"], database["HOST"], database["PORT"]) == ("wíe", "w@t/", "db", "5433")
    assert database["OPTIONS"]["sslmode"] == "require"


def test_postgresql_answers_short_questions_without_compiling_them_unless_the_address_says_otherwise() -> None:
    assert database_of("postgres://db/sam", Path("map"))["OPTIONS"]["options"] == "-c jit=off"
    chosen = database_of("postgres://db/sam?options=-c%20jit%3Don", Path("map"))
    assert chosen["OPTIONS"]["options"] == "-c jit=on"


@pytest.mark.parametrize("url", ["postgres://db", "postgres://db/", "postgres://db:poort/sam"])
def test_an_address_without_a_database_is_refused(url: str) -> None:
    with pytest.raises(WrongSetting):
        database_of(url, Path("map"))


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    key = secret_key_in(tmp_path / "nieuw")
    assert len(key) >= 50
    assert secret_key_in(tmp_path / "nieuw") == key
    assert (tmp_path / "nieuw" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert secret_key_in(tmp_path / "ander") != key


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(WrongSetting):
        secret_key_in(tmp_path / "bestand")


def test_without_a_folder_for_data_the_log_goes_elsewhere(tmp_path: Path) -> None:
    assert log_path(tmp_path).parent == tmp_path
    assert log_path(tmp_path / "weg").parent != tmp_path / "weg"


@pytest.mark.django_db
def test_nothing_from_elsewhere_and_nothing_inline_may_run() -> None:
    headers = Client().get("/aanmelden/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
@pytest.mark.parametrize(("cookie", "language"), [("", "nl"), ("en", "en"), ("xx", "nl"), ("../en", "nl")])
def test_dutch_comes_first_and_english_is_a_choice(cookie: str, language: str) -> None:
    client = Client(headers={"Accept-Language": "en"})
    client.cookies["django_language"] = cookie
    assert client.get("/aanmelden/").headers["Content-Language"] == language


@pytest.mark.django_db
def test_a_page_is_for_who_signed_in() -> None:
    answer = Client().get("/afspraken/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/aanmelden/?next=/afspraken/")


@pytest.mark.slow  # a process of its own, so that the settings are read anew
def test_pages_whose_files_were_not_collected_start_without_a_complaint(tmp_path: Path) -> None:
    start = "import samenspraak.config.wsgi"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", start],
        cwd=tmp_path,
        env=surroundings(tmp_path, DJANGO_SETTINGS_MODULE="samenspraak.config.settings"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "var" / "static").exists()
