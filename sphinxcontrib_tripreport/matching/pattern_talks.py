"""The talks that a report's patterns describe: found, noted, and given their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.nodes import extract_messages

from sphinxcontrib_tripreport.core.languages.day_names import Day
from sphinxcontrib_tripreport.core.languages.talk_words import kind_of
from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.tried_patterns import TriedPattern
from sphinxcontrib_tripreport.core.options.same_talks import SameTalks
from sphinxcontrib_tripreport.core.patterns.pattern import PlaceKind
from sphinxcontrib_tripreport.core.patterns.rules import UsableRules, WrittenRule, make_usable
from sphinxcontrib_tripreport.core.text.names import NamedPerson
from sphinxcontrib_tripreport.core.text.phrases import quoted
from sphinxcontrib_tripreport.matching.finder import Finder, Findings, TalkMatch
from sphinxcontrib_tripreport.matching.found_in_post import found_in_post
from sphinxcontrib_tripreport.matching.html_blocks import read_html
from sphinxcontrib_tripreport.matching.pieces import Names
from sphinxcontrib_tripreport.matching.placing import Placer
from sphinxcontrib_tripreport.matching.translated_talks import match_again
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.places import location_of, place_of_node
from sphinxcontrib_tripreport.noting.post import Post
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.talk import note_found_talk
from sphinxcontrib_tripreport.noting.unfinished import unfinished_in
from sphinxcontrib_tripreport.settings import as_list

if TYPE_CHECKING:
    from sphinx.transforms import SphinxTransform

    from sphinxcontrib_tripreport.core.model.records import Note
    from sphinxcontrib_tripreport.core.patterns.pattern import Pattern


class PatternTalks:
    """The talks of a report that has patterns."""

    def __init__(self, transform: SphinxTransform, post: Post) -> None:
        """Take the report, and the transform that is applied to its doctree."""
        self.document = transform.document
        self.env = transform.env
        self.config = transform.config
        self._post = post

    def find_originals(self) -> Findings:
        """What is found before translation; what is wrong with patterns is said later."""
        usable, _problems = make_usable(self._post.rules)
        return self._find(usable)

    def place(self) -> None:
        """Find and note the talks, and give them their bylines."""
        usable, problems = make_usable(self._post.rules)
        for written, text in problems:
            end = "" if text.endswith("?") else "."
            self._warn(written, f"The pattern “{written.text}” cannot be read: {text}{end}")
        found = found_in_post(self.env)
        if found.originals is None:
            findings = self._find(usable)
        else:
            findings = self._find_again(found.originals, usable)
        self._warn_of_several(findings)
        self._warn_of_wrong_days(findings)
        self._warn_of_idle(usable, findings)
        self.store = store_of(self.env)
        self._date_earlier(findings)
        self._place(findings)
        found.usable, found.findings = usable, findings

    def _find(self, usable: UsableRules) -> Findings:
        post, names = self._post, self._names_in()
        read_html(self.document, [pattern for _, pattern in usable.talks], names)
        finder = Finder(usable, post.title_section, post.level_of, names)
        return finder.find(self.document)

    def _names_in(self) -> Names:
        """How names are listed in the report."""
        language = self._post.language_of_names or self.config.language or "en"
        return Names(language, tuple(as_list(self.config.tripreport_speaker_separators)))

    def _find_again(self, originals: Findings, usable: UsableRules) -> Findings:
        """What was found in the original text, with the words of the translation."""
        names = self._names_in()
        talks: list[TalkMatch] = []
        for original in originals.talks:
            if original.candidate.node.parent is None:
                continue  # another extension has taken it out
            match, is_complete = match_again(original, usable, names)
            talks.append(match)
            if is_complete:
                continue
            text = (
                f"The translation of the talk “{original.talk.title}” does not match the pattern"
                " that the original matches: expected the same signs around its parts; what it"
                " does not tell is taken from the original."
            )
            node = original.candidate.node
            line = node.line or 0
            place = place_of_node(self.env, node, line)
            warn(Subtype.PATTERN, text, location_of(self.env, self.env.docname, line, place))
        return replace(originals, talks=talks)

    def _warn(self, written: WrittenRule, text: str) -> None:
        # What conf.py says is checked once, when it is read.
        if written.line:
            warn(Subtype.PATTERN, text, (self.env.docname, written.line))

    def _warn_of_several(self, findings: Findings) -> None:
        """Say which lines have several talks, if a pattern takes them for one."""
        for (written, separator), candidates in findings.several.items():
            first = candidates[0]
            text = " ".join(first.first.marked.text.split())
            more = f" So do {len(candidates) - 1} others." if len(candidates) > 1 else ""
            line = first.node.line or first.first.words.element.line or 0
            place = place_of_node(self.env, first.node, line)
            warn(
                Subtype.PATTERN,
                f"{quoted([text])[0]} looks like several talks in one line, and is none for the"
                f" pattern “{written.text}”: expected one that says so, “{written.text} {separator}"
                f" …”.{more}",
                location_of(self.env, self.env.docname, line, place),
            )

    def _warn_of_wrong_days(self, findings: Findings) -> None:
        for candidate, text in findings.wrong_days:
            line = candidate.node.line or 0
            place = place_of_node(self.env, candidate.node, line)
            warn(Subtype.VALUE, text, location_of(self.env, self.env.docname, line, place))

    def _warn_of_idle(self, usable: UsableRules, findings: Findings) -> None:
        """Warn of patterns that match nothing, and keep how often each of them matches."""
        tried = store_of(self.env).data["tried_patterns"][self.env.docname] = []
        for written, pattern in (*usable.talks, *usable.days):
            text = ""
            count = findings.counts[written] + any(each == written for each, _ in findings.several)
            if not count:
                text = (
                    f"The pattern “{written.text}” matches nothing: expected {pattern.where.value}"
                    f" that look like it.{_seen_instead(pattern, findings)}"
                )
                self._warn(written, text)
            tried.append(TriedPattern(self.env.docname, *written, count, text))

    def _date_earlier(self, findings: Findings) -> None:
        """Give talks of directives and lists the day of the heading that they are under."""
        unfinished = unfinished_in(self.env)
        undated = {note.anchor: note for note in unfinished.notes if note.day is None}
        if not (findings.days and undated):
            return
        days = {id(candidate.node): day for candidate, day in findings.days}
        day: Day | None = None
        for node in self.document.findall(nodes.Element):
            day = days.get(id(node), day)
            anchors: list[str] = node.get("ids", [])
            for anchor in anchors:
                if day is not None and anchor in undated:
                    unfinished.learn(undated.pop(anchor), day=day)

    def _place(self, findings: Findings) -> None:
        paragraphs = [
            m.candidate for m in findings.talks if m.candidate.where is PlaceKind.PARAGRAPH
        ]
        days = [candidate for candidate, _ in findings.days]
        placer = Placer(self.document, [candidate.node for candidate in (*paragraphs, *days)])
        for match in _once_each(findings.talks):
            note = self._note(match)
            if match.candidate.where is not PlaceKind.ROW:
                self.store.note_shown(note.docname, "talk", note.anchor)
            placeholder = trip_placeholder(view="talk", subject=note.anchor, docname=note.docname)
            if messages := _messages(match):
                placeholder["messages"] = messages
                placeholder.source, placeholder.line = self.document["source"], note.line
            placer.place(match, note.anchor, placeholder)
        placer.finish()

    def _note(self, match: TalkMatch) -> Note:
        node, values = match.candidate.node, match.talk.values.copy()
        line = node.line or match.candidate.first.words.element.line or 0
        if match.day is not None:
            values["day"] = match.day
        if match.candidate.where is PlaceKind.TITLE and self._post.read.talk is not None:
            values |= self._post.read.talk
        owner = node if match.candidate.is_section and match.number is None else None
        talk = match.talk
        place = place_of_node(self.env, node, line)
        note, problems = note_found_talk(
            self.env, self.document, talk.title, values, line, owner, talk.original_title, place
        )
        for problem in problems:
            if problem.subtype is Subtype.KEY and kind_of(note.known_by):
                continue  # each day has its lightning talks, and a line has no place for a key
            location = location_of(self.env, note.docname, problem.line, place)
            warn(problem.subtype, problem.text, location)
        return note


def _seen_instead(pattern: Pattern, findings: Findings) -> str:
    """What is in the post instead of what a pattern looks for."""
    if pattern.where is PlaceKind.TITLE and findings.title_text:
        return f" The title here is {quoted([findings.title_text])[0]}."
    if pattern.where is PlaceKind.HEADING and findings.title is not None:
        shown = pattern.text.lstrip("# ")
        return f" Only the title looks like it: as a pattern of it, write “= {shown}”."
    near = [candidate.first.marked.text for candidate in findings.unmatched[:3]]
    return f" Headings here are {', '.join(quoted(near))}." if near else ""


def _messages(match: TalkMatch) -> list[str]:
    """What translators have to see of lines that will be gone from the text."""
    elements = {id(piece.line.words.element): piece.line.words.element for piece in match.pieces}
    lines = (element for element in elements.values() if not isinstance(element, nodes.title))
    return [message for line in lines for _, message in extract_messages(line)]


def _once_each(matches: list[TalkMatch]) -> list[TalkMatch]:
    """The matches, each talk once: where a section tells of it, else where it comes first.

    What only another place says of the talk is filled in.
    """
    once: list[TalkMatch] = []
    known: SameTalks[int] = SameTalks()
    for match in matches:
        number = min(known.find(*_talk_of(match)), default=len(once))
        if number == len(once):
            once.append(match)
            known.add(number, *_talk_of(match))
            continue
        before, once[number] = once[number], _merge(once[number], match)
        if _talk_of(before) != _talk_of(once[number]):
            known.remove(number, *_talk_of(before))
            known.add(number, *_talk_of(once[number]))
    return once


def _talk_of(match: TalkMatch) -> tuple[str, tuple[NamedPerson, ...]]:
    return match.talk.known_by, match.talk.values.get("speakers", ())


def _merge(first: TalkMatch, second: TalkMatch) -> TalkMatch:
    is_section = first.candidate.is_section
    if not is_section and second.candidate.is_section:
        first, second = second, first
    values: TalkValues = {**second.talk.values, **first.talk.values}
    day = first.day if first.day is not None else second.day
    return replace(first, talk=replace(first.talk, values=values), day=day)
