"""What takes the place of a leftover, as each markup writes it; always on one line."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from sphinxcontrib_tripreport.core.posts.leftovers.held import Held


class Markup(ABC):
    """A markup that posts are written in."""

    @abstractmethod
    def address(self, url: str) -> str:
        """A link to somewhere in the web that shows where it leads."""

    @abstractmethod
    def link(self, text: str, place: Held, fragment: str = "") -> str:
        """A link to what the project holds."""

    @abstractmethod
    def image(self, path: str, alt: str, caption: str, link: str) -> str:
        """An image on a line of its own."""

    @abstractmethod
    def quote(self, text: str) -> str:
        """A paragraph that is a quotation, on a line of its own."""

    @abstractmethod
    def code(self, text: str, language: str) -> str:
        """A block of code, in place of two lines around *text* (which begins and ends with a
        line break).
        """

    @abstractmethod
    def code_without_frame(self, text: str) -> str:
        """Code that has no more lines than *text*."""


class Markdown(Markup):
    """Markdown, as CommonMark and MyST have it."""

    def address(self, url: str) -> str:
        return f"<{url}>"

    def link(self, text: str, place: Held, fragment: str = "") -> str:
        return f"[{text}]({self.target(place.path + fragment)})"

    def target(self, path: str) -> str:
        """The target of a link, as it is between the parentheses."""
        return f"<{path}>" if re.search(r"[\s()]", path) else path

    def image(self, path: str, alt: str, caption: str, link: str) -> str:
        words = re.sub(r"([\[\]\\])", r"\\\1", alt or caption)
        image = f"![{words}]({self.target(path)})"
        if link:
            image = f"[{image}]({self.target(link)})"
        return f"{image} {caption}" if caption else image

    def quote(self, text: str) -> str:
        return f"> {text}"

    def code(self, text: str, language: str) -> str:
        longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        last = text.rpartition("\n")[2]
        return f"{fence}{language}{text[: len(text) - len(last)]}{last}{fence}"

    def code_without_frame(self, text: str) -> str:
        return "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n"))


class Rst(Markup):
    """reStructuredText."""

    def address(self, url: str) -> str:
        return url

    def link(self, text: str, place: Held, fragment: str = "") -> str:
        role = "doc" if place.document else "download"
        path = f"/{place.document}" if place.document else place.path
        return f":{role}:`{text} <{path}>`" if text else f":{role}:`{path}`"

    def image(self, path: str, alt: str, caption: str, link: str) -> str:
        return f".. image:: {path}"

    def quote(self, text: str) -> str:
        return f"   {text}"

    def code(self, text: str, language: str) -> str:
        # The line of the end becomes the empty one that has to follow the directive.
        if not text.strip():
            return ""
        lines = text.removeprefix("\n").rpartition("\n")[0].split("\n")
        content = [f"   {line}" if line.strip() else "" for line in lines]
        return "\n".join((f".. code-block:: {language or 'none'}", "", *content))

    def code_without_frame(self, text: str) -> str:
        return f"``{' '.join(text.split())}``" if text.strip() else ""


MARKUPS: dict[str, Markup] = {"markdown": Markdown(), "restructuredtext": Rst()}
"""By the name of the parser."""
