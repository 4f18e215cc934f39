"""The types and properties of https://schema.org that we use, and a check against them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], bool]

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?")
_ENUM = "https://schema.org/"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_url(value: Any) -> bool:
    return _is_text(value) and re.match(r"https?://[^\s<>\"]+$", value) is not None


def _is_date(value: Any) -> bool:
    return _is_text(value) and _DATE.fullmatch(value) is not None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_duration(value: Any) -> bool:
    return _is_text(value) and re.fullmatch(r"PT\d+M", value) is not None


def _one_of(*names: str) -> Check:
    return lambda value: value in {_ENUM + name for name in names}


def _a(*kinds: str) -> Check:
    """A thing of one of these types."""

    def check(value: Any) -> bool:
        return isinstance(value, Mapping) and not set(kinds).isdisjoint(_types(value))

    return check


def _types(thing: Mapping[str, Any]) -> list[str]:
    kind = thing["@type"]
    return kind if isinstance(kind, list) else [kind]


_THING: dict[str, Check] = {
    "name": _is_text, "alternateName": _is_text, "url": _is_url, "sameAs": _is_url,
    "description": _is_text, "image": _is_url, "subjectOf": _a("BlogPosting"),
}  # fmt: skip
_EVENT: dict[str, Check] = {
    **_THING, "startDate": _is_date, "endDate": _is_date,
    "location": _a("Place", "VirtualLocation"), "performer": _a("Person"),
    "eventAttendanceMode": _one_of(
        "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"
    ),
    "eventStatus": _one_of("EventCancelled"), "inLanguage": _is_text, "keywords": _is_text,
    "superEvent": _a("Event", "EventSeries"), "subEvent": _a("Event"),
    "recordedIn": _a("VideoObject"), "review": _a("Review"),
    "workFeatured": _a("PresentationDigitalDocument", "SoftwareSourceCode", "ScholarlyArticle"),
    "aggregateRating": _a("AggregateRating"),
}  # fmt: skip
_WORK: dict[str, Check] = {
    **_THING, "author": _a("Person"), "datePublished": _is_date, "dateModified": _is_date,
    "inLanguage": _is_text, "keywords": _is_text, "timeRequired": _is_duration,
    "isPartOf": _a("CreativeWorkSeries"), "about": _a("Event"), "mentions": _a("Event"),
    "hasPart": _a("Review"),
}  # fmt: skip
_RATING: dict[str, Check] = {
    **_THING, "ratingValue": _is_number, "bestRating": _is_number, "worstRating": _is_number,
}  # fmt: skip
PROPERTIES: dict[str, dict[str, Check]] = {
    "Event": _EVENT,
    "ConferenceEvent": _EVENT,
    "EventSeries": _EVENT,
    "BlogPosting": {**_WORK, "headline": _is_text},
    "Review": {**_WORK, "reviewRating": _a("Rating"), "itemReviewed": _a("Event")},
    "CreativeWorkSeries": _WORK,
    "VideoObject": {**_WORK, "embedUrl": _is_url, "contentUrl": _is_url},
    "PresentationDigitalDocument": _WORK,
    "SoftwareSourceCode": _WORK,
    "ScholarlyArticle": _WORK,
    "ProfilePage": {**_WORK, "mainEntity": _a("Person")},
    "Person": {**_THING, "affiliation": _a("Organization"), "performerIn": _a("Event")},
    "Organization": _THING,
    "Place": {
        **_THING,
        "address": _a("PostalAddress"),
        "containedInPlace": _a("Place"),
        "geo": _a("GeoCoordinates"),
    },
    "GeoCoordinates": {**_THING, "latitude": _is_number, "longitude": _is_number},
    "PostalAddress": {**_THING, "addressLocality": _is_text, "addressCountry": _is_text},
    "VirtualLocation": _THING,
    "Rating": _RATING,
    "AggregateRating": {**_RATING, "ratingCount": _is_number, "reviewCount": _is_number},
}
"""By type, what it can have, and what that can be: one of these, or a list of them."""


def check_thing(thing: Mapping[str, Any]) -> None:
    """Hold a thing, and all things in it, against schema.org."""
    for kind in _types(thing):
        for name, value in thing.items():
            if name in ("@type", "@context"):
                continue
            check = PROPERTIES[kind].get(name)
            assert check is not None, f"{kind} has no {name}"
            values = value if isinstance(value, list) else [value]
            assert values, f"{kind}.{name} is empty"
            for each in values:
                assert check(each), f"{kind}.{name} is {each!r}"
                if isinstance(each, Mapping):
                    check_thing(each)
