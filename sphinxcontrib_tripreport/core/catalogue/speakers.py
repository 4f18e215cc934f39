"""Who a name is: one person from every spelling, alias and description. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_tripreport.core.catalogue.descriptions import filled_in, join_descriptions
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.model.records import Note, Report, Speaker
from sphinxcontrib_tripreport.core.text.links import Link
from sphinxcontrib_tripreport.core.text.names import NamedPerson, each_once, is_suffix, name_key
from sphinxcontrib_tripreport.core.text.slugs import fold

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.model.programme import Session


class People(NamedTuple):
    """All who speak or write, and whom each name means."""

    everybody: Mapping[str, Speaker]
    """By key, sorted."""
    aliases: Mapping[str, str]
    """From the key of an alias to the key of the person."""

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """Those who give talks, or are described as such."""
        return {key: each for key, each in self.everybody.items() if each.is_speaker}

    @property
    def authors(self) -> Mapping[str, Speaker]:
        """Those who write reports, or are described as such."""
        return {key: each for key, each in self.everybody.items() if each.is_author}

    def key_of(self, name: str) -> str:
        """The key of the person that *name* means, known or not."""
        key = name_key(name)
        return self.aliases.get(key, key)


def join_people(
    described: Sequence[Speaker],
    notes: Iterable[Note],
    reports: Iterable[Report],
    problems: list[Problem],
) -> People:
    """Everybody who is described, named in a note, or the author of a report.

    :param described: descriptions in order of precedence
    :param problems: where double descriptions and shared aliases are added
    """
    joined = join_descriptions(described, _filled_in, problems)
    aliases = _aliases(joined, problems)
    _add_named(joined, aliases, notes)
    _add_authors(joined, aliases, reports)
    return People({key: joined[key] for key in sorted(joined)}, aliases)


def with_links_of_programmes(people: People, sessions: Iterable[Session]) -> People:
    """Everybody, with the links that programmes give and nobody of the project does."""
    everybody = dict(people.everybody)
    for person in (person for session in sessions for person in session.people):
        known = everybody.get(people.key_of(person.name)) if person.links else None
        if known is None:
            continue
        said = {_kind_of(link) for link in known.links} | {"photo" if known.photo else ""}
        urls = {link.url for link in known.links}
        more = [
            link for link in person.links if _kind_of(link) not in said and link.url not in urls
        ]
        if more:
            everybody[known.key] = replace(known, links=(*known.links, *more))
    return people._replace(everybody=everybody)


def _kind_of(link: Link) -> str:
    return "homepage" if link.label == "website" else link.label


def with_people_separated(notes: Iterable[Note], described: Iterable[Speaker]) -> Iterator[Note]:
    """The notes, with everybody named who is written together with others.

    ``Ann Lee and Bob Ray`` are two people, unless one is described who is called so.
    """
    known: set[str] | None = None
    for note in notes:
        if not any(person.parts for person in note.speakers):
            yield note
            continue
        if known is None:
            names = (n for each in described for n in (each.name, *each.aliases, each.other_key))
            known = set(map(name_key, names))
        yield replace(note, speakers=each_once(_separate(note.speakers, known)))


def _separate(people: Iterable[NamedPerson], known: Set[str]) -> list[NamedPerson]:
    apart: list[NamedPerson] = []
    for person in people:
        is_one = not person.parts or name_key(person.name) in known
        for each in (person,) if is_one else person.parts:
            if apart and is_suffix(fold(each.name)):  # "Ann Lee, PhD and Bob Ray"
                apart[-1] = apart[-1].with_suffix(f", {each.name}", each)
            else:
                apart.append(each._replace(parts=()))
    return apart


def _filled_in(first: Speaker, second: Speaker) -> Speaker:
    """*first*, with what only *second* says."""
    labels = {link.label for link in first.links}
    return replace(
        filled_in(first, second),
        aliases=(*first.aliases, *(a for a in second.aliases if a not in first.aliases)),
        links=(*first.links, *(link for link in second.links if link.label not in labels)),
    )


def _aliases(joined: Mapping[str, Speaker], problems: list[Problem]) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for speaker in joined.values():
        for alias in filter(None, (*speaker.aliases, speaker.other_key)):
            key = name_key(alias)
            if key == speaker.key:
                continue
            other = joined.get(key) or joined.get(aliases.get(key, ""))
            if other is not None:
                problems.append(_shared_alias(alias, speaker, other))
            else:
                aliases[key] = speaker.key
    return aliases


def _shared_alias(alias: str, speaker: Speaker, other: Speaker) -> Problem:
    return Problem(
        Subtype.DUPLICATE,
        f"The alias “{alias}” of “{speaker.name}” already means “{other.name}”;"
        " expected an alias to be one person's.",
        speaker.line,
        speaker.described.docname if speaker.described else "",
        speaker.included_at,
    )


def _add_named(
    joined: dict[str, Speaker], aliases: Mapping[str, str], notes: Iterable[Note]
) -> None:
    """Add those who are only named, and what notes say of people: links and affiliations."""
    named: defaultdict[str, list[NamedPerson]] = defaultdict(list)
    for note in notes:
        for person in note.speakers:
            key = name_key(person.name)
            named[aliases.get(key, key)].append(person)
    for key, people in named.items():
        if key not in joined:
            joined[key] = Speaker(key, _spelling([person.name for person in people]))
        joined[key] = _with_what_is_said(joined[key], people)


def _add_authors(
    joined: dict[str, Speaker], aliases: Mapping[str, str], reports: Iterable[Report]
) -> None:
    """Add the authors of reports, and say of those who are known that they are authors."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        for name in report.authors:
            key = name_key(name)
            named[aliases.get(key, key)].append(name)
    for key, names in named.items():
        if key in joined:
            joined[key] = replace(joined[key], is_author=True)
        else:
            joined[key] = Speaker(key, _spelling(names), is_speaker=False, is_author=True)


def _with_what_is_said(speaker: Speaker, people: Iterable[NamedPerson]) -> Speaker:
    urls = {person.url for person in people if person.url}
    places = {person.affiliation for person in people if person.affiliation}
    if urls and not any(link.label == "homepage" for link in speaker.links):
        speaker = replace(speaker, links=(Link("homepage", min(urls)), *speaker.links))
    if places and not speaker.affiliation:
        speaker = replace(speaker, affiliation=", ".join(sorted(places)))
    return speaker if speaker.is_speaker else replace(speaker, is_speaker=True)


def _spelling(names: Sequence[str]) -> str:
    """The most frequent one of some spellings, then the one with most accents, then by letters."""
    if len(names) == 1:
        return names[0]
    counts = Counter(names)

    def preference(name: str) -> tuple[int, int, str]:
        return (-counts[name], -sum(not character.isascii() for character in name), name)

    return min(counts, key=preference)
