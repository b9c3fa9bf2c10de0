"""The traffic light (stoplicht). What a colour means is the agreement's own to define."""

from __future__ import annotations

from enum import StrEnum


class TrafficLight(StrEnum):
    """Green, amber (geel, oranje), red; grey (wit, blauw: not applicable yet) where a legend has it."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"
