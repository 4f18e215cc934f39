"""One object of somebody else's data, read without trust: what is not as expected is empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from sphinxcontrib_tripreport.core.text.controls import without_controls
from sphinxcontrib_tripreport.core.text.surrogates import join_halves

_LONGEST_LINE = 2_000
_LONGEST_BLOCK = 100_000
_MOST_ITEMS = 50_000


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping, and the place where it is."""

    fields: Mapping[Any, Any]
    place: str = ""
    """The path to it, as messages name it: ``schedule[12]``."""
    line: int = 0
    """In the file, from 1; 0 if no line is known."""

    def get(self, *names: str) -> Any:
        """The first value of *names* that is not empty."""
        for name in names:
            value = self.fields.get(name)
            if value not in (None, "", [], {}):
                return value
        return None

    def line_of(self, *names: str) -> str:
        """A value as one line of plain text: entities are resolved, white space is one space."""
        return one_line(text_in(self.get(*names)))

    def block_of(self, *names: str) -> str:
        """A value as text of several lines, as it is."""
        text = without_controls(join_halves(text_in(self.get(*names))))
        return text[:_LONGEST_BLOCK].replace("\r\n", "\n").replace("\r", "\n").strip()

    def blocks_of(self, *names: str) -> str:
        """The texts of several values below one another, without those that are empty."""
        return "\n\n".join(filter(None, map(self.block_of, names)))

    def record(self, *names: str) -> Record:
        """A value that is an object; an empty one if it is none."""
        value = self.get(*names)
        return Record(value if isinstance(value, Mapping) else {}, self._place_of(names[0]))

    def records(self, *names: str) -> Iterator[Record]:
        """The objects in a value that is a list of objects, or an object of objects."""
        for place, value in self._items(names):
            if isinstance(value, Mapping):
                yield Record(value, place)

    def lines_in(self, *names: str) -> list[str]:
        """The items of a list as lines; of objects, their names. One text is a list of it."""
        value = self.get(*names)
        if not isinstance(value, list):
            return [line] if (line := one_line(text_in(value))) else []
        items = (one_line(text_in(item)) for item in value[:_MOST_ITEMS])
        return [item for item in items if item]

    def is_true(self, *names: str) -> bool:
        """Whether a value is true, also if it is written as text."""
        value = self.get(*names)
        return value is True or (isinstance(value, str) and value.lower() in ("true", "yes", "1"))

    def _items(self, names: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        value, place = self.get(*names), self._place_of(names[0])
        if isinstance(value, list):
            for number, item in enumerate(value[:_MOST_ITEMS]):
                yield f"{place}[{number}]", item
        elif isinstance(value, Mapping):
            for key, item in value.items():
                yield f"{place}.{key}", item

    def _place_of(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name


def one_line(text: str) -> str:
    """A text as one line without entities, control characters and needless spaces."""
    if not text:
        return ""
    if "&" in text:
        text = unescape(text)
    if not text.isprintable():
        text = without_controls(join_halves(text))
    return " ".join(text.split())[:_LONGEST_LINE].strip()


def text_in(value: Any) -> str:
    """The text of a value: numbers as they are written, of several languages the English one.

    Of objects with a name it is the name. Other objects and lists have none.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        # JSON has 1e999, and Python refuses to write numbers of over 4,300 digits.
        return str(value) if abs(value) < 1e18 else ""
    if isinstance(value, Mapping):
        for name in ("en", "name", "title", "public_name", "label"):
            if isinstance(value.get(name), str) and value[name]:
                return str(value[name])
        texts = [text for text in value.values() if isinstance(text, str) and text]
        return texts[0] if len(texts) == len(value) and texts else ""
    return ""
