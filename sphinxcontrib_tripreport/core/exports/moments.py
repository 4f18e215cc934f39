"""Moments as ISO 8601 writes them. Pure."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def moment(day: dt.date, time: dt.time, zone: str) -> str:
    """A moment, with the offset of a zone if that is known.

    :param zone: its IANA name; empty for none
    """
    found = dt.datetime.combine(day, time)
    if zone:
        with suppress(ZoneInfoNotFoundError, ValueError, OSError):
            found = found.replace(tzinfo=ZoneInfo(zone))
    return found.isoformat()
