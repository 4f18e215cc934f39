"""Days, moments and durations as programmes write them. Nothing here raises."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.core import get_global

from sphinxcontrib_tripreport.core.text.regexes import regex

_EARLY = time(3)
"""What begins before counts to the day before: the rule of frab and of pretalx."""
_DAY = regex(r"(\d{4})[-./]?(\d{2})[-./]?(\d{2})(?!\d)")
_CLOCK = regex(r"(\d{1,2}):?(\d{2})(?::?\d{2})?(?:\.\d+)?\s*([ap]m\b)?(?!\d)", re.IGNORECASE)
_IN_PARTS = regex(r"\d{4}([-./])\d{2}\1\d{2}(?!\d)")
"""A day whose year looks like a time."""
_OFFSET = regex(r"(?:Z|([+-])(\d{2}):?(\d{2})?)\s*$", re.IGNORECASE)
_DURATION = regex(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?")
_ISO_DURATION = regex(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?")
_MINUTES = regex(r"(\d{1,4})(?:\.\d+)?(?:\s*min(?:utes|s)?)?", re.IGNORECASE)
_LONGEST = timedelta(days=14)


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo | None:
    """The time zone of a name: IANA's, also after a vendor's path, or that of Windows.

    :return: None if no zone has the name
    """
    name = name.strip().strip('"')
    windows: str = get_global("windows_zone_mapping").get(name, "")
    parts = name.split("/")
    for known in (name, windows, "/".join(parts[-2:]), "/".join(parts[-3:])):
        try:
            if known and not known.startswith("/"):
                return ZoneInfo(known)
        except (KeyError, ValueError, OSError):
            continue
    return None


def name_of_zone(zone: tzinfo | None) -> str:
    """The IANA name of a zone; empty if there is none."""
    return zone.key if isinstance(zone, ZoneInfo) else ""


def read_day(text: str) -> date | None:
    """The day with which a text begins: ``2024-12-27``, ``20241227``, ``2018.08.10``."""
    found = _DAY.match(text.strip())
    if found is None:
        return None
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None


def read_day_alone(text: str) -> date | None:
    """The day that a text is, if it has no time."""
    return read_day(text) if _DAY.fullmatch(text.strip()) else None


def read_clock(text: str) -> time | None:
    """A time of day: ``09:30``, ``0930``, ``9:30pm``."""
    text = text.strip()
    found = _CLOCK.match(text)
    if found is None or _IN_PARTS.match(text):
        return None
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_moment(text: str, zone: tzinfo | None = None) -> datetime | None:
    """A moment: ``2024-12-27T10:30:00+01:00``, with any offset, or none.

    :param zone: of the programme: the moment is given in it, and is in it if it has no offset
    """
    day = read_day(text)
    rest = text.strip()[10 if "-" in text[:8] or "." in text[:8] else 8 :].lstrip(" T")
    clock = read_clock(rest)
    if day is None or clock is None:
        return None
    moment = datetime.combine(day, clock)
    if (offset := _OFFSET.search(rest)) is None:
        return moment.replace(tzinfo=zone)
    try:
        moment = (moment - _offset(offset)).replace(tzinfo=UTC)
        return moment.astimezone(zone) if zone else moment.astimezone(_fixed_zone(offset))
    except (OverflowError, ValueError):
        return None


def moment_at(day: date | None, clock: time | None, zone: tzinfo | None) -> datetime | None:
    """A moment of a day of a programme; what is before three o'clock is in the night after it."""
    if day is None or clock is None:
        return None
    try:
        night = timedelta(days=1 if clock < _EARLY else 0)
        return datetime.combine(day + night, clock, zone)
    except OverflowError:
        return None


def read_duration(text: str) -> timedelta | None:
    """How long something is: ``0:45``, ``00:45:00``, ``PT45M``, ``45``, ``45 min``."""
    text = text.strip()
    if found := _DURATION.fullmatch(text):
        three = found[1] is not None
        hours, minutes = (found[1], found[2]) if three else (found[2], found[3])
        length = timedelta(hours=int(hours), minutes=int(minutes))
    elif (found := _ISO_DURATION.fullmatch(text)) and any(found.groups()):
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    elif found := _MINUTES.fullmatch(text):
        length = timedelta(minutes=int(found[1]))
    else:
        return None
    return length if timedelta(0) < length <= _LONGEST else None


def end_of(
    begins: datetime | None, ends: datetime | None, length: timedelta | None
) -> datetime | None:
    """When something ends: as it is said, else by its length; None if that is before it begins."""
    if begins is None:
        return None
    if ends is not None and (ends.tzinfo is None) == (begins.tzinfo is None) and ends > begins:
        return ends
    try:
        # A wall clock that is put forward for the summer does not change how long a talk is.
        return _later(begins, length) if length else None
    except OverflowError:
        return None


def _later(moment: datetime, length: timedelta) -> datetime:
    if moment.tzinfo is None:
        return moment + length
    return (moment.astimezone(UTC) + length).astimezone(moment.tzinfo)


def _offset(found: re.Match[str]) -> timedelta:
    if found[1] is None:
        return timedelta(0)
    length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return -length if found[1] == "-" else length


def _fixed_zone(found: re.Match[str]) -> tzinfo:
    return timezone(_offset(found))
