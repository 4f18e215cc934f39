"""Links and images of reStructuredText: their targets lead to where the project holds them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from sphinxcontrib_tripreport.core.posts.leftovers.changes import Changes
from sphinxcontrib_tripreport.core.posts.leftovers.markups import Rst
from sphinxcontrib_tripreport.core.posts.leftovers.outcome import Outcome, outcome
from sphinxcontrib_tripreport.core.posts.leftovers.targets import FindPath
from sphinxcontrib_tripreport.core.text.regexes import regex

_SHORTCODE = r"\{\{[<%](?:(?!\{\{)[^\n])*?[>%]\}\}[^<>`\n]*"
_PHRASE = regex(rf"`(?P<text>[^`<>]*+)<(?P<target>{_SHORTCODE}|[^`<>\n]+)>`(?P<end>__?)(?!\w)")
_PICTURE = regex(
    r"^[ \t]*\.\. (?:\|[^|\n]+\| )?(?:image|figure|thumbnail)::[ \t]*"
    r"(?P<target>\S(?:.*\S)?)[ \t]*$",
    re.MULTILINE,
)
_OPTION = regex(r"^[ \t]+:target:[ \t]*(?P<target>\S(?:.*\S)?)[ \t]*$", re.MULTILINE)
_OPTIONS = regex(r"(?:\n[ \t]+:[\w-]+:[^\n]*)+")
_DEFINITION = regex(
    r"^[ \t]*\.\. _(?:`(?P<quoted>[^`\n]+)`|(?P<name>[^`:\n_][^`:\n]*)):[ \t]+"
    r"(?P<target>\S(?:.*\S)?)[ \t]*$",
    re.MULTILINE,
)
_USE = regex(
    r"`(?:(?P<text>[^`<>]*+)<(?P<label>[^`<>]+)_>|(?P<name>[^`<>]+))`__?(?!\w)"
    r"|(?<![\w`])(?<!\w[-.:+])(?P<simple>\w+(?:[-.:+]\w+)*)_(?!\w)"
)
"""A reference to a definition, in each of its forms."""
_BLOCK_LINE = regex(r"\n([ \t]*)(\S[^\n]*)?")


def change_rst_links(changes: Changes, find: FindPath) -> None:
    """Rewrite the targets of links, images and definitions; what leads nowhere becomes text."""
    for found in _PICTURE.finditer(changes.text):
        if changes.is_free(found.span()):
            _change_picture(changes, found, find)
    for found in _OPTION.finditer(changes.text):
        if changes.is_free(found.span()):
            _change_option(changes, found, find)
    for found in _PHRASE.finditer(changes.text):
        if changes.is_free(found.span()):
            result = outcome(found["target"], find, is_image=False)
            _replace_link(changes, found, result, found["text"].rstrip())
    uses: dict[str, list[re.Match[str]]] | None = None
    for found in _DEFINITION.finditer(changes.text):
        if changes.is_free(found.span()):
            uses = _uses(changes.text) if uses is None else uses
            _change_definition(changes, found, find, uses)


def _replace_link(changes: Changes, found: re.Match[str], result: Outcome, text: str) -> None:
    """Put what became of it in place of a link with this *text*."""
    if not result.is_change:
        return
    words = " ".join(text.split()) or found["target"]
    lines = "\n" * found[0].count("\n")
    if result.lost is not None:
        changes.replace(found.span(), text or words, result.lost, found["target"])
    elif result.place is not None:
        changes.replace(found.span(), Rst().link(words, result.place) + lines)
    else:
        changes.replace(found.span(), f"`{words} <{result.path}>`{found['end']}{lines}")


def _change_picture(changes: Changes, found: re.Match[str], find: FindPath) -> None:
    result = outcome(found["target"], find, is_image=True)
    if result.path:
        changes.replace(found.span("target"), result.path)
    elif result.lost is not None:
        # Its options and caption belong to it, and go with it.
        block = (found.start(), _end_of_block(changes.text, found))
        changes.replace(block, kind=result.lost, shown=found["target"])


def _end_of_block(text: str, found: re.Match[str]) -> int:
    margin = len(found[0]) - len(found[0].lstrip())
    end = found.end()
    for line in _BLOCK_LINE.finditer(text, found.end()):
        if line[2] is not None and len(line[1]) <= margin:
            break
        if line[2] is not None:
            end = line.end()
    return end


def _change_option(changes: Changes, found: re.Match[str], find: FindPath) -> None:
    """Let an image lead to an address; it cannot lead to a document or a file of the project."""
    result = outcome(found["target"], find, is_image=False)
    if result.is_change and result.place is None and result.lost is None:
        changes.replace(found.span("target"), result.path)
    elif result.is_change:
        # The options below move up: an empty line among them would end them.
        below = _OPTIONS.match(changes.text, found.end())
        span = (found.start(), below.end() if below else found.end())
        text = below[0].removeprefix("\n") if below else ""
        changes.replace(span, text, result.lost, found["target"])


def _uses(text: str) -> dict[str, list[re.Match[str]]]:
    """The references to definitions, by name as these are compared."""
    uses: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    for found in _USE.finditer(text):
        uses[_known_by(found["label"] or found["name"] or found["simple"])].append(found)
    return uses


def _known_by(name: str) -> str:
    return " ".join(name.split()).lower()


def _change_definition(
    changes: Changes, found: re.Match[str], find: FindPath, uses: Mapping[str, list[re.Match[str]]]
) -> None:
    result = outcome(found["target"], find, is_image=False)
    if not result.is_change:
        return
    if result.place is None and result.lost is None:
        changes.replace(found.span("target"), result.path)
        return
    name = found["quoted"] or found["name"]
    changes.replace(found.span(), kind=result.lost, shown=found["target"])
    # A document has no address before it is written: each reference becomes a role.
    for use in uses.get(_known_by(name), ()):
        if not changes.is_free(use.span()):
            continue
        text = (use["text"] or "").rstrip() or use["name"] or use["simple"] or name
        if result.place is not None:
            link = Rst().link(" ".join(text.split()), result.place)
            changes.replace(use.span(), link + "\n" * use[0].count("\n"))
        else:
            changes.replace(use.span(), text)
