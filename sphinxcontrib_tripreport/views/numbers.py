"""How many talks there are of something, at how many conferences, and in which years, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.messages import COMMA, _, _n

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.talk import Talk
    from sphinxcontrib_tripreport.views.context import Context


def numbers_of_speaker(context: Context, speaker: str) -> Iterator[str]:
    """What there is of a speaker who gave several talks; nothing of one who gave one."""
    talks = context.catalogue.talks_by(speaker)
    if len(talks) < 2:
        return
    yield at_conferences(talks_in_words(len(talks)), talks)
    yield years_in_words(context, talks)
    if number := len({key for talk in talks for key in talk.speakers} - {speaker}):
        yield _n("%(number)d co-speaker", "%(number)d co-speakers", number) % {"number": number}


def totals_in_words(context: Context) -> Iterator[str]:
    """How much the whole project has: talks, in which years, speakers, reports and authors."""
    catalogue = context.catalogue
    talks = catalogue.talks
    if not talks and not catalogue.reports:
        return
    yield at_conferences(talks_in_words(len(talks)), talks)
    yield years_in_words(context, talks)
    if number := len(catalogue.speakers):
        yield _n("%(number)d speaker", "%(number)d speakers", number) % {"number": number}
    if number := len(catalogue.reports):
        yield _n("%(number)d report", "%(number)d reports", number) % {"number": number}
    if number := len(catalogue.authors):
        yield _n("%(number)d author", "%(number)d authors", number) % {"number": number}


def talks_in_words(number: int) -> str:
    """A number of talks, in words."""
    return _n("%(number)d talk", "%(number)d talks", number) % {"number": number}


def amount_in_words(talks: int, reports: int) -> str:
    """A number of talks and reports, in words; a number of 0 is left out."""
    said = [talks_in_words(talks)] if talks else []
    if reports:
        said.append(_n("%(number)d report", "%(number)d reports", reports) % {"number": reports})
    return _(COMMA).join(said)


def at_conferences(said: str, talks: Sequence[Talk]) -> str:
    """What is said of talks, and at how many conferences they were, if that is known."""
    number = len({talk.event for talk in talks if talk.event})
    if not number:
        return said
    text = _n("at %(number)d conference", "at %(number)d conferences", number)
    return f"{said} {text % {'number': number}}"


def years_in_words(context: Context, talks: Sequence[Talk]) -> str:
    """The first and the last year of talks; empty if none is known."""
    days = [day for talk in talks if (day := context.catalogue.effective_date(talk)) is not None]
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    if first == last:
        return str(first)
    return _("%(first)s to %(last)s") % {"first": first, "last": last}
