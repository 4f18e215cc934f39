"""What a build would understand of a post's talks: to print, for ``conf.py``, or into the post."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from sphinxcontrib_tripreport.commands.post_file import PostFile, title_of_post
from sphinxcontrib_tripreport.commands.reasons import reason_of
from sphinxcontrib_tripreport.core.options.tables import talk_links
from sphinxcontrib_tripreport.core.patterns.rules import Rules
from sphinxcontrib_tripreport.core.posts.adding_field import with_field
from sphinxcontrib_tripreport.core.posts.source import plain_text
from sphinxcontrib_tripreport.core.text.phrases import counted
from sphinxcontrib_tripreport.matching.finder import Findings, TalkMatch
from sphinxcontrib_tripreport.matching.pieces import Names
from sphinxcontrib_tripreport.matching.suggest import find_with, rules_of, suggest

if TYPE_CHECKING:
    from sphinxcontrib_tripreport.core.programmes.joining import NoteFacts

_WIDEST = 60
_FIELDS = ("talk-patterns", "day-patterns", "skip-headings")


@dataclass(frozen=True, eq=False)
class Understood:
    """What a build would know of a post's talks."""

    file: PostFile
    rules: Rules
    """The post's own, else those that are suggested."""
    is_suggested: bool
    findings: Findings | None
    """None if there are no rules."""


def understand(file: PostFile) -> Understood:
    """What the rules of a post give; if it has none, those of the suggestion."""
    post, names = file.post, Names(file.post.language_of_names or "en")
    rules, is_suggested = post.rules, False
    if not rules:
        found = suggest(file.document, post.title_section, post.level_of, names)
        if found is None:
            return Understood(file, rules, is_suggested=False, findings=None)
        rules, is_suggested = rules_of(found.patterns, found.days, found.skipped), True
    findings = find_with(rules, file.document, post.title_section, post.level_of, names)
    return Understood(file, rules, is_suggested, findings)


def as_json(each: Understood) -> dict[str, Any]:
    """An object with what is to be pasted, and what it gives."""
    report = each.file.post.read.report
    return {
        "file": str(each.file.path),
        "title": title_of_post(each.file),
        "date": report.date.isoformat() if report.date else None,
        "event": report.event or None,
        "patterns": [written.text for written in each.rules.talks],
        "day_patterns": [written.text for written in each.rules.days],
        "skip_headings": [written.text for written in each.rules.skip],
        "talks": [
            {"title": title, "speakers": speakers, "kind": kind}
            for title, speakers, kind in _talks(each)
        ],
    }


def text_lines(each: Understood) -> Iterator[str]:
    """What a reader wants to know of one post."""
    report = each.file.post.read.report
    yield str(each.file.path)
    date = f", {report.date.isoformat()}" if report.date else ", without a date"
    event = f" on “{report.event}”" if report.event else ", without an event"
    yield f"  report “{title_of_post(each.file)}”{event}{date}"
    if each.findings is None:
        yield "  no pattern of ours would find talks here"
        return
    if each.is_suggested:
        yield "  write in its metadata:"
        for name, values in _fields(each.rules):
            shown = [json.dumps(value, ensure_ascii=False) for value in values]
            yield f"    {name}: {shown[0] if len(shown) == 1 else '[' + ', '.join(shown) + ']'}"
    yield f"  {counted(len(each.findings.talks), 'talk')}:"
    rows = list(_talks(each))
    width = min(max((_columns(title) for title, _, _ in rows), default=0), _WIDEST)
    for title, speakers, kind in rows:
        people = ", ".join(speakers)
        gap = " " * (width - _columns(title))
        yield f"    {title}{gap}  {people}{f'  ({kind})' if kind else ''}".rstrip()
    yield from _joins(each)


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: most characters of Asia take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _joins(each: Understood) -> Iterator[str]:
    """Which sessions of its event's programme the talks of a post are, if there is one."""
    from sphinxcontrib_tripreport.commands.event_programme import programme_of

    event = each.file.post.read.report.event
    programme = programme_of(each.file.path, event) if each.findings is not None else None
    if programme is None or each.findings is None:
        return
    from sphinxcontrib_tripreport.core.programmes.explaining import explain_joins
    from sphinxcontrib_tripreport.core.programmes.joining import Joiner

    joiner = Joiner(programme.sessions)
    found = [("", match.talk.title, joiner.find(_facts_of(match))) for match in each.findings.talks]
    yield from (f"  {line}" for line in explain_joins(event, found))


def _facts_of(match: TalkMatch) -> NoteFacts:
    from sphinxcontrib_tripreport.core.programmes.joining import NoteFacts

    values = match.talk.values
    start, day = values.get("start"), match.day
    return NoteFacts(
        match.talk.title,
        "",
        tuple(each for person in values.get("speakers", ()) for each in person.parts or (person,)),
        talk_links(values),
        (start.day if start else None) or (day if isinstance(day, date) else None),
        start.time if start else None,
        values.get("room", ""),
    )


def conf_lines(found: Iterable[Understood], root: Path = Path()) -> Iterator[str]:
    """The settings that give each folder the patterns of its posts.

    :param root: the folder of ``conf.py``
    """
    by_setting: dict[str, defaultdict[str, dict[str, None]]] = {
        name: defaultdict(dict) for name in _FIELDS
    }
    for each in found:
        folder = each.file.path.parent
        folder = folder.relative_to(root) if folder.is_relative_to(root) else folder
        glob = (folder / "*").as_posix()
        for name, values in _fields(each.rules):
            by_setting[name][glob].update(dict.fromkeys(values))
    for name, globs in by_setting.items():
        if globs:
            yield f"tripreport_{name.replace('-', '_')} = {{"
            yield from (
                f"    {glob!r}: {list(values)!r}," for glob, values in sorted(globs.items())
            )
            yield "}"


def write(found: Iterable[Understood]) -> int:
    """Put what is suggested into the posts; posts with rules of their own stay as they are.

    :return: 1 if a post could not be written
    """
    status = 0
    for each in found:
        if not each.is_suggested:
            continue
        path = each.file.path
        try:
            text = plain_text(path.read_text(encoding="utf-8"))
            for name, values in reversed(_fields(each.rules)):
                text = with_field(text, each.file.markup, name, values)
            path.write_text(text, encoding="utf-8")
        except (OSError, ValueError) as error:
            print(f"{path}: cannot be written: {reason_of(error)}", file=sys.stderr)
            status = 1
        else:
            print(f"{path}: written", file=sys.stderr)
    return status


def _fields(rules: Rules) -> list[tuple[str, Sequence[str]]]:
    """The metadata fields of rules that say something."""
    parts = (rules.talks, rules.days, rules.skip)
    return [
        (name, [written.text for written in part])
        for name, part in zip(_FIELDS, parts, strict=True)
        if part
    ]


def _talks(each: Understood) -> Iterator[tuple[str, list[str], str]]:
    for match in each.findings.talks if each.findings is not None else ():
        values = match.talk.values
        people = [person.name for person in values.get("speakers", ())]
        yield match.talk.title, people, values.get("kind", "")
