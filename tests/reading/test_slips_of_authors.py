"""The likeliest slips of authors: each gives a line that names its place and says what to type."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.tools.building import Build
from tests.tools.markup import MYST, RST, Markup

DATA = """\
speakers:
  ann-lee:
    name: Ann Lee
events:
  con-2024:
    name: Con 2024
    start: 2024-05-17
    end: 2024-05-19
"""
CON = {"event": "con-2024"}


class Slip(NamedTuple):
    """A slip, and what is said of it."""

    text: str
    at: str
    """What is on the line that the warning names."""
    said: str


def with_pattern(markup: Markup, pattern: str, name: str = "talk-patterns") -> str:
    shown = pattern if markup is RST else f"'{pattern}'"
    heading = markup.heading("Bees - Ann Lee", 2)
    return markup.document("A", heading, "Text.\n", metadata={**CON, name: shown})


def of_both(markup: Markup) -> dict[str, Slip]:
    """Slips that are made in both markups."""

    def talk(name: str, value: str, said: str, *, at: str = "") -> Slip:
        text = markup.document("A", markup.talk(f"On {name}", {name: value}), metadata=CON)
        return Slip(text, at or f":{name}:", said)

    def listing(name: str, value: str, said: str) -> Slip:
        return Slip(
            markup.document("A", markup.directive("talklist", "", {name: value})), name, said
        )

    def pattern(text: str, said: str, name: str = "talk-patterns") -> Slip:
        return Slip(with_pattern(markup, text, name), name, said)

    bees = markup.talk("Bees")
    return {
        "option": talk("speekers", "Ann Lee", "Did you mean “speakers”?"),
        "date": talk("start", "2024-13-05 10:00", "expected a time such as 09:30, or 2020-07-23"),
        "status": talk("status", "seen", "expected one of attended, watched"),
        "rating": talk("rating", "6", "expected a whole number from 1 to 5"),
        "file": talk("slides", "bees.pdf", "which is missing: expected a web address or a file"),
        "url": talk("url", "con.example/bees", "Did you mean “https://con.example/bees”?"),
        "day": talk("day", "2024-06-19", "expected 2024-05-17 to 2024-05-19", at=" On day"),
        "no-event": Slip(
            markup.document("A", markup.talk("Bees", {"day": "2"})),
            " Bees",
            "write “event: …” in the metadata of the report",
        ),
        "filter": listing("speakrs", "Ann Lee", "Did you mean “speakers”?"),
        "layout": listing("layout", "tabel", "Did you mean “table”?"),
        "pattern-field": pattern("## {titel} - {speakers}", "Did you mean “{title}”?"),
        "pattern-brace": pattern("## {title - {speakers}", "never closed: expected “{title}”"),
        "pattern-closing": pattern("## title} - {speakers}", "no opening brace: expected"),
        "pattern-title": pattern("## {room}", "it has no {title}: expected a pattern"),
        "pattern-nothing": pattern("### {title}", "Headings here are “Bees - Ann Lee”"),
        "patterns": pattern("## {title}", "Did you mean “talk-patterns”?", "talk_paterns"),
        "role": Slip(
            markup.document("A", f"See {markup.role('talk', 'Beess')}.\n", bees, metadata=CON),
            "Beess",
            "Did you mean “Bees”",
        ),
        "speaker": Slip(
            markup.document("A", f"See {markup.role('speaker', 'Ann Le')}.\n"),
            "Ann Le",
            "Did you mean “Ann Lee”?",
        ),
        "repeated": Slip(
            re.sub(
                "(:?)event:",
                r"\1event: con-2023\n\1event:",
                markup.document("A", bees, metadata=CON),
            ),
            "event: con-2024",
            "“event” more than once: the last one counts",
        ),
        "late": Slip(
            markup.heading("A") + "\nText.\n\n" + markup.metadata({**CON, "tags": "bees"}) + bees,
            "event:",
            "so it is no metadata: expected it at the top of the file",
        ),
    }


def of_rst() -> dict[str, Slip]:
    """Slips of reStructuredText."""
    option = "it is read as an option: expected all options in one column"
    return {
        "indent": Slip("A\n=\n\n.. talk:: Bees\n     :room: A\n   :track: B\n", ":room:", option),
        "tab": Slip("A\n=\n\n.. talk:: Bees\n\t:room: A\n\n   Text.\n", ":room:", option),
        "further": Slip(
            "A\n=\n\n.. talk:: Bees\n   :track: A\n     :room: B\n", ":track:", "in one column"
        ),
        "blank": Slip(
            "A\n=\n\n.. talk:: Bees\n   :room: A\n   Text.\n",
            ".. talk::",
            "expected a blank line below them",
        ),
        "above": Slip(
            "A\n=\n\nText.\n.. talk:: Bees\n", ".. talk::", "expected a blank line between"
        ),
        "colon": Slip("A\n=\n\n.. talk: Bees\n   :room: A\n", ".. talk:", "expected two colons"),
        "twice": Slip(
            "A\n=\n\n.. talk:: Bees\n   :room: A\n   :room: B\n", ".. talk::", 'option "room"'
        ),
    }


def of_markdown() -> dict[str, Slip]:
    """Slips of Markdown."""
    return {
        "quotes": Slip("---\ntitle: Con: a report\n---\n\nText.\n", "title:", "quote the value"),
        "tab": Slip("---\nevent: c\ntags:\n\t- bees\n---\n\nText.\n", "- bees", "write blanks"),
        "fence": Slip(
            "# A\n\n:::{talk} Bees\n\n:::{note}\nText.\n:::\n:::\n",
            ":::{note}",
            "expected a longer fence around it, as in “::::{talk}”",
        ),
        "bare": Slip(
            "# A\n\n:::{talk} Bees\nspeakers: Ann Lee\n:::\n",
            "speakers:",
            "expected “:speakers: Ann Lee” for an option",
        ),
        "after-tab": Slip("---\nevent:\tc\nautor: Ann\n---\n\n# A\n", "autor:", "“author”"),
        "braces": Slip("# A\n\n```talk Bees\n:room: A\n```\n", "```talk", "expected “```{talk}”"),
        "twice": Slip(
            "# A\n\n```{talk} Bees\n:room: A\n:room: B\n```\n", ":room: A", "expected it once"
        ),
    }


@pytest.mark.parametrize(
    ("markup", "own"), [(RST, of_rst), (MYST, of_markdown)], ids=("rst", "markdown")
)
def test_each_slip_is_said_with_its_line(build: Build, markup: Markup, own: object) -> None:
    assert callable(own)
    slips: dict[str, Slip] = {**of_both(markup), **{f"own-{k}": v for k, v in own().items()}}
    sources = {markup.file(name): slip.text for name, slip in slips.items()}
    conf = 'tripreport_data = ["data.yml"]\n'
    built = build({**sources, "data.yml": DATA}, conf)
    text = "\n".join(built.warnings)
    for name, slip in slips.items():
        lines = slip.text.splitlines()
        line = next(number for number, shown in enumerate(lines, 1) if slip.at in shown)
        place = f"{markup.file(name)}:{line}: "
        said = [each for each in _entries(text) if each.startswith(f"{markup.file(name)}:")]
        assert any(each.startswith(place) and slip.said in each for each in said), (place, said)


def _entries(text: str) -> list[str]:
    """The warnings, also those of several lines."""
    return re.split(r"\n(?=[\w-]+\.(?:rst|md):\d+: )", text)
