"""What a machine tells Samenspraak: environment variables, typed, refused loudly when they make no sense."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from samenspraak.core.errors import SamenspraakError

PREFIX = "SAMENSPRAAK_"
SECRET = {"database_url", "secret_key", "smtp_url", "oidc_client_secret", "rows_keys"}  # never printed
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HINTS = {
    "bool_parsing": "schrijf true of false",
    "int_parsing": "schrijf een heel getal",
    "greater_than_equal": "schrijf een getal van ten minste {ge}",
    "less_than_equal": "schrijf een getal van ten hoogste {le}",
    "literal_error": "kies uit {expected}",
}


class WrongSetting(SamenspraakError):
    """An environment variable that cannot be what it says."""

    code = "E501"


class Environment(BaseSettings):
    """One field per variable: `data_dir` is SAMENSPRAAK_DATA_DIR. All have a default for use on a laptop."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", env_ignore_empty=True)

    data_dir: Path = Field(default=Path("var"), description="Where database, documents and log are kept.")
    database_url: str = Field(default="", description="postgres://… or sqlite:///…; empty: SQLite in the data folder.")
    secret_key: str = Field(default="", description="Signs sessions; empty: made once and kept in the data folder.")
    debug: bool = Field(default=False, description="Shows errors in the browser; never on a machine others can reach.")
    allowed_hosts: Annotated[list[str], NoDecode] = Field(
        default=["localhost", "127.0.0.1", "[::1]"], description="Names under which the site may be asked for."
    )
    trusted_origins: Annotated[list[str], NoDecode] = Field(
        default=[], description="Addresses (https://…) from which forms may be sent, behind another server."
    )
    https: bool = Field(default=False, description="Only over HTTPS: secure cookies, redirects, HSTS.")
    static_collected: bool = Field(default=False, description="Set by `samenspraak serve` itself.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="What goes in the log.")
    upload_mb: int = Field(default=100, ge=1, le=199, description="The largest file that may be handed in, in MB.")
    list_mb: int = Field(default=500, ge=1, le=2000, description="The largest list of stock or allocations, in MB.")
    list_rows: int = Field(
        default=6_000_000, ge=1_000, le=50_000_000, description="The most rows of a list of stock or allocations."
    )
    rows_keys: Annotated[list[str], NoDecode] = Field(
        default=[],
        description="Keys to keep rows of stock and allocations encrypted, the newest first; empty: none are.",
    )
    rows_days: int = Field(default=365, ge=1, le=3650, description="Days after which kept rows are taken away.")
    workers: int = Field(default=0, ge=0, le=64, description="Documents that a worker reads at the same time; 0: two.")

    smtp_url: str = Field(default="", description="smtp://…, smtp+tls://… or smtps://…; empty: mail goes to a folder.")
    mail_from: str = Field(default="Samenspraak <samenspraak@localhost>", description="Sender of the mail.")
    site_url: str = Field(default="http://localhost:8000", description="Address that links in mail begin with.")
    digest_day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = Field(
        default="monday", description="Day of the weekly mail."
    )
    digest_hour: int = Field(default=7, ge=0, le=23, description="Hour of the weekly and the daily mail, Dutch time.")
    escalation_days: int = Field(
        default=7, ge=0, le=365, description="Days after the last day that coordinators are told who did not report."
    )
    second_factor: Literal["optional", "required"] = Field(
        default="optional", description="Whether everybody must have a second factor."
    )
    oidc_issuer: str = Field(default="", description="Address of the provider of OpenID Connect; empty: none.")
    oidc_client_id: str = Field(default="", description="What the provider calls this installation.")
    oidc_client_secret: str = Field(default="", description="What the provider gave with it.")
    oidc_name: str = Field(default="OpenID Connect", description="What the button says to sign in with.")

    @field_validator("allowed_hosts", "trusted_origins", "rows_keys", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("rows_keys")
    @classmethod
    def _usable_keys(cls, value: list[str]) -> list[str]:
        if value:
            # Only where rows are kept: the room loads a library that starting can do without.
            from samenspraak.engines.extracts.errors import RowsKeyWrong  # noqa: PLC0415
            from samenspraak.engines.extracts.keeping import keys_of  # noqa: PLC0415

            try:
                keys_of(value)
            except RowsKeyWrong as error:
                raise ValueError(error.message) from None
        return value

    @field_validator("smtp_url")
    @classmethod
    def _known_mail(cls, value: str) -> str:
        if value and value.partition("://")[0] not in {"smtp", "smtp+tls", "smtps"}:
            raise ValueError("moet beginnen met smtp://, smtp+tls:// of smtps://")
        return value

    @field_validator("oidc_issuer", "site_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and value.partition("://")[0] not in {"https", "http"}:
            raise ValueError("moet beginnen met https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and value.partition("://")[0] not in {"postgres", "postgresql", "sqlite"}:
            raise ValueError("moet beginnen met postgres:// of sqlite:///")
        return value


def read_environment() -> Environment:
    """Return the checked settings; raises WrongSetting with one line per wrong variable."""
    try:
        return Environment()
    except ValidationError as error:
        wrong = "; ".join(_in_dutch(fault) for fault in error.errors())
        raise WrongSetting(f"Een instelling klopt niet: {wrong}. Pas de omgevingsvariabele aan.") from None


def _in_dutch(fault: ErrorDetails) -> str:
    field = str(fault["loc"][0])
    value = "" if field in SECRET else f" is nu {fault['input']!r},"
    return f"{PREFIX}{field.upper()}{value} {_hint(fault)}"


def _hint(fault: ErrorDetails) -> str:
    hint = HINTS.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    context = {name: str(value).replace(" or ", " of ") for name, value in fault.get("ctx", {}).items()}
    return hint.format(**context) if fault["type"] in HINTS else hint
