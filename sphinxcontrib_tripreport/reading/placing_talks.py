"""Places for the talks that a report's metadata lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref

from sphinxcontrib_tripreport.core.model.option_values import TalkValues
from sphinxcontrib_tripreport.core.model.records import Note
from sphinxcontrib_tripreport.core.posts.report import ListedTalk
from sphinxcontrib_tripreport.core.text.slugs import fold
from sphinxcontrib_tripreport.messages import _, in_language, warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.anchors import free_anchor
from sphinxcontrib_tripreport.noting.store import store_of
from sphinxcontrib_tripreport.noting.talk import note_found_talk
from sphinxcontrib_tripreport.noting.translations import is_mostly_translated
from sphinxcontrib_tripreport.noting.words_of_records import messages_in, translate

if TYPE_CHECKING:
    from sphinx.transforms import SphinxTransform

    from sphinxcontrib_tripreport.noting.post import Post


def words_of_talks(post: Post, document: nodes.document, docname: str) -> list[trip_placeholder]:
    """For each talk a placeholder that shows nothing, but has its words for translators."""
    placeholders = []
    for number, talk in enumerate(post.read.talks):
        words = trip_placeholder(
            view="words",
            subject=str(number),
            docname=docname,
            messages=[talk.title, *messages_in(talk.values), *_abstract_in(talk)],
        )
        words.source, words.line = document["source"], talk.line
        placeholders.append(words)
    return placeholders


class ListedTalks:
    """The talks that the metadata of the document at hand lists.

    The first role that names one makes its place. Those that no role names are listed at the end,
    or the document itself is their place.
    """

    def __init__(self, transform: SphinxTransform, post: Post) -> None:
        self.env, self.document, self.config = transform.env, transform.document, transform.config
        self.store = store_of(self.env)
        self._post = post

    def place(self) -> None:
        """Note the listed talks, and mark or make their places."""
        post = self._post
        lists = post.read.lists_talks
        if lists is None:
            lists = self.config.tripreport_list_talks
        roles = [
            node
            for node in self.document.findall(pending_xref)
            if (node.get("refdomain"), node.get("reftype")) == ("trip", "talk")
        ]
        unnamed: list[Note] = []
        words: dict[str, Mapping[str, str]] = {
            node["subject"]: node.get("translations", {})
            for node in self.document.findall(trip_placeholder)
            if node["view"] == "words"
        }
        for number, talk in enumerate(post.read.talks):
            note = self._note(talk, words.get(str(number), {}))
            called = (note.key, f"{note.event}/{note.key}", note.title, note.known_by)
            names = set(map(fold, called))
            role = next((node for node in roles if fold(node["reftarget"]) in names), None)
            if role is None:
                unnamed.append(note)
            else:
                roles.remove(role)
                self._mark(role, note)
        if unnamed and lists:
            is_translated = is_mostly_translated(self.document)
            with in_language("" if is_translated else post.language):
                self._append([self._section(note) for note in unnamed])
        elif unnamed:
            self._hide(unnamed)

    def _note(self, talk: ListedTalk, words: Mapping[str, str]) -> Note:
        note, problems = note_found_talk(
            self.env,
            self.document,
            words.get(talk.title, talk.title),
            cast("TalkValues", _translate(talk, words)),
            talk.line,
            original_title=talk.title,
        )
        for problem in problems:
            warn(problem.subtype, problem.text, (note.docname, problem.line))
        return note

    def _mark(self, role: pending_xref, note: Note) -> None:
        """Make the words of a role the place of the talk, instead of a link to themselves."""
        target = self._target(note)
        text = role.astext() if role["refexplicit"] else note.title
        role.replace_self([target, nodes.inline("", text, classes=["trip-talk"])])

    def _target(self, note: Note) -> nodes.target:
        target = nodes.target("", "", ids=[note.anchor])
        self.document.ids[note.anchor] = target
        return target

    def _section(self, note: Note) -> nodes.section:
        """The talk as a section with a byline, below the post's own text."""
        self.store.note_shown(note.docname, "talk", note.anchor)
        section = nodes.section(ids=[note.anchor], classes=["trip-talk"])
        section.source, section.line = self.document["source"], note.line
        title = nodes.title("", note.title)
        title.source, title.line = section.source, note.line
        section += title
        section += trip_placeholder(view="talk", subject=note.anchor, docname=note.docname)
        self.document.ids[note.anchor] = section
        return section

    def _append(self, talks: list[nodes.section]) -> None:
        anchor = free_anchor(self.document, "trip-talks")
        heading = nodes.section(ids=[anchor], classes=["trip-listed"])
        heading += [nodes.title("", _("Talks")), *talks]
        self.document.ids[anchor] = heading
        self._root().append(heading)

    def _hide(self, notes: list[Note]) -> None:
        """Make the document itself the place of talks that nothing in it shows."""
        root = self._root()
        if root is self.document:
            root.append(nodes.paragraph("", "", *map(self._target, notes)))
            return
        # A target in the section would be moved to whatever comes after it.
        for note in notes:
            root["ids"].append(note.anchor)
            self.document.ids[note.anchor] = root

    def _root(self) -> nodes.Element:
        return next(iter(self.document.findall(nodes.section)), self.document)


def _abstract_in(talk: ListedTalk) -> list[str]:
    return [abstract] if (abstract := talk.values.get("abstract")) else []


def _translate(talk: ListedTalk, words: Mapping[str, str]) -> dict[str, Any]:
    values = translate(talk.values, words)
    for abstract in _abstract_in(talk):
        values["abstract"] = words.get(abstract, abstract)
    return values
