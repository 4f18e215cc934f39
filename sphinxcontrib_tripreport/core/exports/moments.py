"""Moments, with the offset of a zone if that is known. Pure."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def moment_in(day: dt.date, time: dt.time, zone: str) -> dt.datetime:
    """A moment; without an offset if the zone is not known, as on machines without its rules.

    :param zone: its IANA name; empty for none
    """
    found = dt.datetime.combine(day, time)
    if zone:
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            return found.replace(tzinfo=ZoneInfo(zone))
    return found


def moment(day: dt.date | None, time: dt.time | None, zone: str) -> str:
    """A moment as ISO 8601 writes it; empty if the day or the time of day is not known.

    :param zone: its IANA name; empty for none
    """
    if day is None or time is None:
        return ""
    return moment_in(day, time, zone).isoformat()
