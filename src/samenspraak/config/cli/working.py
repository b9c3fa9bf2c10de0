"""Doing what stands in the queue, and taking up what a worker that stopped left behind."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django_q.cluster import Cluster

from samenspraak.apps.agreements.jobs import take_up_left_behind
from samenspraak.apps.figures.extracts.door import look_after_kept_rows
from samenspraak.apps.figures.extracts.jobs import take_up_left_behind as take_up_extracts
from samenspraak.apps.mail.jobs import queue_what_is_due

LOOK_SECONDS = 5.0
TIDY_SECONDS = 600.0
MOMENT = 0.5

log = logging.getLogger(__name__)


def work(is_wanted: Callable[[], bool] = lambda: True) -> None:
    """Do what stands in the queue until somebody stops it or it is wanted no longer."""
    _without_pools()
    while is_wanted():
        connections.close_all()  # the processes that read open connections of their own
        cluster = Cluster()
        cluster.start()
        if _watch(cluster, is_wanted):
            return
        log.error("the processes that read have stopped; starting others")


def _without_pools() -> None:
    """Let this process and those it starts open plain connections: a pool does not survive being copied by a fork."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
    for name in connections:
        connections.databases[name]["OPTIONS"].pop("pool", None)


def _watch(cluster: Cluster, is_wanted: Callable[[], bool]) -> bool:
    """Look after the reading processes; returns whether they were stopped on purpose."""
    looked = tidied = -TIDY_SECONDS
    while cluster.stop_event is not None:  # a signal to stop clears it
        if not is_wanted():
            cluster.stop()
        elif not cluster.sentinel.is_alive():
            return False
        elif time.monotonic() - looked >= LOOK_SECONDS:
            looked = time.monotonic()
            _take_up()
            _look_for_mail()
        elif time.monotonic() - tidied >= TIDY_SECONDS:
            tidied = time.monotonic()
            _tidy_rows()
        time.sleep(MOMENT)
    return True


def _take_up() -> None:
    try:
        close_old_connections()
        if count := take_up_left_behind() + take_up_extracts():
            log.warning("took up %s runs that a stopped worker left behind", count)
    except DatabaseError:  # it may answer again next time
        log.exception("could not look for runs that were left behind")


def _look_for_mail() -> None:
    try:
        queue_what_is_due()
    except DatabaseError:  # it may answer again next time
        log.exception("could not look for mail that is due")


def _tidy_rows() -> None:
    try:
        look_after_kept_rows(timezone.localdate())
    except OSError:  # another worker was just before, or the folder cannot be reached now
        log.exception("could not look after the rows that are kept")
