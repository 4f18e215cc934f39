"""JSON at the top of a post, as Hugo has it."""

from __future__ import annotations

import pytest

from sphinxcontrib_tripreport.core.posts.metadata import Metadata, shown_text
from sphinxcontrib_tripreport.core.posts.readers import read_metadata

POST = """\
{
\t"title": "Bees \\"at\\" w\\u00f6rk \\ud83d\\ude00",
  "date": "2020-07-23T09:00:00Z",
  "draft": false,
  "params": {"event": "con"},
  "tags": ["a: b", "c"],
  "talks": [
    {"title": "Bees", "speakers": ["Ann"]}
  ]
}

Text
"""


@pytest.mark.parametrize("markup", ["markdown", "restructuredtext"])
@pytest.mark.parametrize("above", ["", "\n"])
def test_fields_and_lines(markup: str, above: str) -> None:
    found = read_metadata(above + POST, markup)
    assert not found.problems
    fields = {name: (field.text(), field.line - len(above)) for name, field in found.fields.items()}
    assert fields["title"] == ('Bees "at" wörk 😀', 2)
    assert fields["date"] == ("2020-07-23T09:00:00Z", 3)
    assert fields["draft"] == ("false", 4)
    assert fields["event"] == ("con", 5)
    assert fields["tags"] == ("a: b\nc", 6)
    talks = found.fields["talks"].value
    assert isinstance(talks, list)
    assert talks[0].line - len(above) == 8
    shown = shown_text(above + POST, found)
    assert shown.strip() == "Text"
    assert shown.count("\n") == (above + POST).count("\n")


@pytest.mark.parametrize(
    "text",
    [
        '{"honey": 1}\n',
        '{"title": 1} of many\n',
        "{title}\n",
        "{{ title }}\n",
        "{ title: Bees }\n",
        'Text\n{"title": "Bees"}\n',
    ],
)
def test_no_metadata(text: str) -> None:
    assert read_metadata(text, "markdown") == Metadata()
