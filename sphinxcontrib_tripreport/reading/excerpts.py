"""What a report and its notes show elsewhere: first words, a picture, how long they take to read.

Known when the document is read: Sphinx has found the files of pictures, and translations are in
their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.records import Note, Report
from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.excerpts import (
    LONGEST_CHOSEN,
    Excerpt,
    count_words,
    mark_role,
    minutes_for,
    read_excerpt,
    shorten,
)
from sphinxcontrib_tripreport.core.text.regexes import regex
from sphinxcontrib_tripreport.messages import warn
from sphinxcontrib_tripreport.nodes import trip_placeholder
from sphinxcontrib_tripreport.noting.pictures import measure, problem_of_picture
from sphinxcontrib_tripreport.noting.places import location_of
from sphinxcontrib_tripreport.noting.post import Post, current_post
from sphinxcontrib_tripreport.noting.unfinished import Unfinished
from sphinxcontrib_tripreport.reading.pictures import (
    FoundPicture,
    choose,
    named_picture,
    pictures_in,
)

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_IN_THE_FLOW = (nodes.section, nodes.container, nodes.compound, nodes.block_quote)
"""What paragraphs of the text itself are in."""
_UNSEEN = (nodes.Invisible, nodes.raw, nodes.system_message, trip_placeholder, addnodes.only)
_NO_WORDS = (*_UNSEEN, nodes.image, nodes.footnote_reference, nodes.citation_reference)
_ADDRESS = regex(r"https?://\S+")
_ENOUGH = 2 * LONGEST_CHOSEN
"""In characters: no more of a text is looked at."""


def take_excerpts(
    env: BuildEnvironment, doctree: nodes.document, unfinished: Unfinished, report: Report
) -> Report:
    """The report with what is shown of it elsewhere; its notes learn the same of their texts.

    :param unfinished: the notes of the document
    """
    post = current_post(env)
    wrong: set[str] = set()
    picture = named_picture(env, report.docname, post, wrong) if post is not None else None
    images = (image for image in doctree.findall(nodes.image) if not _is_unseen(image))
    found = pictures_in(env, images, wrong)
    if picture is None:
        number = post.read.shown.picture_number if post is not None else None
        picture = choose(found, number)
    by_node = {id(each.node): each for each in found}
    ends = _ends_of_sections(doctree) if unfinished.notes else {}
    for note in unfinished.notes:
        learned = _of_note(env, doctree, note, by_node, ends, post)
        if learned.get("image") is None and post is not None and post.read.talk is not None:
            learned["image"] = picture  # the whole post is the talk
        unfinished.learn(note, **learned)
    excerpt = _excerpt_of(doctree, post)
    return replace(
        report,
        excerpt=excerpt.text,
        excerpt_roles=excerpt.roles,
        image=picture,
        reading_time=minutes_for(count_words(post.lines)) if post is not None else 0,
    )


def _excerpt_of(doctree: nodes.document, post: Post | None) -> Excerpt:
    """What the author says it is about, else how it begins."""
    if post is not None and post.read.shown.description:
        return Excerpt(post.read.shown.description)
    if said := _meta_description(doctree):
        return Excerpt(said)
    if post is not None and post.summary_end:
        before = (each for each in _paragraphs(doctree) if 0 < (each.line or 0) <= post.summary_end)
        if words := _join(before):
            return read_excerpt(words, LONGEST_CHOSEN)
    if post is not None and (count := post.read.shown.paragraphs):
        with_words = (each for each in _paragraphs(doctree) if _words(each))
        return read_excerpt(_join(islice(with_words, count)), LONGEST_CHOSEN)
    return _first_paragraph([doctree])


def _meta_description(doctree: nodes.document) -> str:
    """What the directive ``meta``, or ``html_meta`` of MyST, says."""
    found = (each for each in doctree.findall(nodes.meta) if each.get("name") == "description")
    content = next((str(each.get("content", "")) for each in found), "")
    return shorten(" ".join(content.split()), LONGEST_CHOSEN)


def _of_note(
    env: BuildEnvironment,
    doctree: nodes.document,
    note: Note,
    found: Mapping[int, FoundPicture],
    ends: Mapping[int, int],
    post: Post | None,
) -> dict[str, Any]:
    """What a note learns of its text.

    :param found: by their nodes' ids, the pictures of the document
    :param ends: by their ids, where sections end
    """
    body = _body_of(doctree, note.anchor)
    image = note.image
    if image is not None:
        image = measure(Path(env.srcdir), image)
        if wrong := problem_of_picture(image):
            warn(
                Subtype.PICTURE,
                f"“image” is “{image.url[1:]}”, which {wrong}",
                location_of(env, note.docname, note.line, note.included_at),
            )
            image = None
    elif body:
        image = choose(_found_in(body, found))
    section = body[0] if body and isinstance(body[0], nodes.section) else None
    lines = _lines_of(section, post, ends) if section is not None and post is not None else ()
    excerpt = _first_paragraph(body)
    return {
        "excerpt": excerpt.text,
        "excerpt_roles": excerpt.roles,
        "image": image,
        "reading_time": minutes_for(count_words(lines)),
    }


def _body_of(doctree: nodes.document, anchor: str) -> list[nodes.Element]:
    """The section of a talk; or what is after its title if no section could be there."""
    node = doctree.ids.get(anchor)
    if isinstance(node, nodes.section):
        return [node]
    if not isinstance(node, nodes.rubric) or node.parent is None:
        return []
    siblings = node.parent.children
    after = siblings[siblings.index(node) + 1 :]
    ends = (number for number, each in enumerate(after) if isinstance(each, nodes.rubric))
    text = (each for each in after[: next(ends, None)] if not isinstance(each, _UNSEEN))
    return [each for each in text if isinstance(each, nodes.Element)]


def _found_in(
    body: Iterable[nodes.Element], found: Mapping[int, FoundPicture]
) -> list[FoundPicture]:
    """The pictures that are in a text, in order."""
    inside = (found.get(id(each)) for node in body if found for each in node.findall())
    return [each for each in inside if each is not None]


def _ends_of_sections(doctree: nodes.document) -> dict[int, int]:
    """By the id of a section, the line of the next one that is not in it.

    All are found at once: to look for each on its own takes too long if there are 10,000.
    """
    ends: dict[int, int] = {}
    opened: list[nodes.section] = []
    closed: list[nodes.section] = []
    for section in doctree.findall(nodes.section):
        while opened and not _is_in(section, opened[-1]):
            closed.append(opened.pop())
        opened.append(section)
        if section.line:
            ends.update((id(each), section.line) for each in closed)
            closed.clear()
    return ends


def _lines_of(section: nodes.section, post: Post, ends: Mapping[int, int]) -> Sequence[str]:
    """The lines of the source from a section's heading to the next section that is not in it."""
    first, last = section.line or 0, ends.get(id(section), len(post.lines))
    return post.lines[first:last] if first < last else ()


def _first_paragraph(body: Iterable[nodes.Element]) -> Excerpt:
    """The first paragraph with words: of the text itself, else of a list or whatever there is."""
    for find in (_paragraphs_in, _any_paragraphs):
        for paragraph in find(body):
            if words := _words(paragraph):
                return read_excerpt(words)
    return Excerpt("")


def _paragraphs_in(body: Iterable[nodes.Element]) -> Iterator[nodes.paragraph]:
    for node in body:
        yield from [node] if isinstance(node, nodes.paragraph) else _paragraphs(node)


def _any_paragraphs(body: Iterable[nodes.Element]) -> Iterator[nodes.paragraph]:
    for node in body:
        yield from (each for each in node.findall(nodes.paragraph) if not _is_unseen(each))


def _paragraphs(parent: nodes.Element) -> Iterator[nodes.paragraph]:
    """The paragraphs of the text itself; not those of lists, tables, admonitions and notes."""
    left = [(parent, child) for child in reversed(parent.children)]
    while left:
        outer, node = left.pop()
        if isinstance(node, nodes.paragraph):
            yield node
        elif isinstance(node, _IN_THE_FLOW) and not _is_talk_in(outer, node):
            left += [(node, child) for child in reversed(node.children)]


def _is_talk_in(parent: nodes.Element, child: nodes.Element) -> bool:
    """Whether a node is a talk within another talk: what is said there is of that one."""
    return "trip-talk" in child["classes"] and "trip-talk" in parent["classes"]


def _join(paragraphs: Iterable[nodes.paragraph]) -> str:
    found: list[str] = []
    for paragraph in paragraphs:
        found.append(_words(paragraph))
        if sum(map(len, found)) > _ENOUGH:
            break
    return " ".join(filter(None, found))


def _words(node: nodes.Element) -> str:
    """The words of a paragraph, in one line, with roles marked; an address alone is no words."""
    words = " ".join("".join(_pieces(node)).split())
    return "" if _ADDRESS.fullmatch(words) else words


def _pieces(paragraph: nodes.Element) -> Iterator[str]:
    left: list[nodes.Node] = [paragraph]
    while left:
        node = left.pop()
        if isinstance(node, nodes.Text):
            yield without_controls(node.astext())
        elif isinstance(node, addnodes.pending_xref) and _is_bare_role(node):
            words = without_controls(node.astext())
            yield mark_role(node["reftype"], node["reftarget"], words)
        elif not isinstance(node, _NO_WORDS):
            left += reversed(node.children)


def _is_bare_role(node: addnodes.pending_xref) -> bool:
    """Whether a reference is a role of ours without a text of its own."""
    return node.get("refdomain") == "trip" and not node.get("refexplicit")


def _is_unseen(node: nodes.Node) -> bool:
    """Whether a node is in something that some outputs or all do not show."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, _UNSEEN):
            return True
    return False


def _is_in(node: nodes.Node, outer: nodes.Node) -> bool:
    while node is not None and node is not outer:
        node = node.parent
    return node is outer
