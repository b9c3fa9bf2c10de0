"""The web server: gunicorn with threads, started from our own command."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from samenspraak.config.cli.language import in_language
from samenspraak.config.cli.screen import show

THREADS = 8
REQUEST_SECONDS = 120


class WebServer(BaseApplication):
    """One process with threads by default: enough for an office, and all that SQLite asks for."""

    def __init__(self, host: str, port: int, *, workers: int, reads_along: bool) -> None:
        self._bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        self._workers = workers
        self._reads_along = reads_along
        super().__init__()

    def load_config(self) -> None:
        settings: dict[str, Any] = {
            "bind": self._bind,
            "workers": self._workers,
            "threads": THREADS,
            "worker_class": "gthread",
            "timeout": REQUEST_SECONDS,
            "graceful_timeout": 10,
            "loglevel": "warning",
            "proc_name": "samenspraak",
            "when_ready": self._say_ready,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:  # noqa: ANN401  # a WSGI application
        # Loaded in each serving process, so that none shares a connection with another.
        from samenspraak.config.wsgi import application  # noqa: PLC0415

        return application

    def _say_ready(self, _server: object) -> None:
        address = f"http://{self._bind}"
        show(in_language(f"Samenspraak draait op {address} (stoppen: Ctrl-C)", f"Samenspraak runs at {address}"))
        if self._reads_along:
            show(
                in_language("Documenten die u toevoegt, worden hier gelezen.", "Documents that you add are read here.")
            )
