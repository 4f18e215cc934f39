"""Writes the same document in reStructuredText and in Markdown."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping

Options = Mapping[str, str]


class Markup(ABC):
    """One of the markups that reports are written in."""

    suffix: str
    """Of a file, with its dot."""

    def file(self, name: str) -> str:
        """The name of a file in this markup."""
        return name + self.suffix

    def document(self, title: str, *parts: str, metadata: Options | None = None) -> str:
        """A document of a title and parts below it."""
        return self.metadata(metadata or {}) + "\n".join((self.heading(title), *parts))

    @abstractmethod
    def metadata(self, fields: Options) -> str:
        """A report's metadata, at the top of its file."""

    @abstractmethod
    def heading(self, text: str, level: int = 1) -> str:
        """A heading, with an empty line below it."""

    @abstractmethod
    def directive(
        self, name: str, argument: str = "", options: Options | None = None, content: str = ""
    ) -> str:
        """A directive, with an empty line below it."""

    @abstractmethod
    def role(self, name: str, text: str) -> str:
        """A role."""

    def talk(self, title: str, options: Options | None = None, content: str = "Text.") -> str:
        """A talk with a title."""
        return self.directive("talk", title, options, content)


class Rst(Markup):
    """reStructuredText."""

    suffix = ".rst"

    def metadata(self, fields: Options) -> str:
        lines = "".join(f":{name}: {value}\n" for name, value in fields.items())
        return f"{lines}\n" if lines else ""

    def heading(self, text: str, level: int = 1) -> str:
        return f"{text}\n{'=-~^'[level - 1] * max(4, 2 * len(text))}\n"

    def directive(
        self, name: str, argument: str = "", options: Options | None = None, content: str = ""
    ) -> str:
        lines = [f".. {name}:: {argument}".rstrip()]
        for option, value in (options or {}).items():
            lines.append(f"   :{option}: {value}".replace("\n", "\n      "))
        if content:
            lines += ["", *(f"   {line}".rstrip() for line in content.splitlines())]
        return "\n".join(lines) + "\n"

    def role(self, name: str, text: str) -> str:
        return f":{name}:`{text}`"


class Myst(Markup):
    """Markdown with MyST's backtick fences and options."""

    suffix = ".md"
    fence = "`"

    def metadata(self, fields: Options) -> str:
        lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
        return f"---\n{lines}---\n\n" if lines else ""

    def heading(self, text: str, level: int = 1) -> str:
        return f"{'#' * level} {text}\n"

    def directive(
        self, name: str, argument: str = "", options: Options | None = None, content: str = ""
    ) -> str:
        # A fence of backticks cannot have backticks after it.
        sign = ":" if "`" in argument else self.fence
        inner = re.findall(rf"^ *({sign}{{3,}})", content, re.MULTILINE)
        fence = sign * (1 + max(map(len, inner), default=2))
        lines = [f"{fence}{{{name}}} {argument}".rstrip(), *self.options(options or {})]
        if content:
            lines += ["", content]
        return "\n".join((*lines, fence)) + "\n"

    def options(self, options: Options) -> list[str]:
        """The lines of a directive's options."""
        lines: list[str] = []
        for name, value in options.items():
            lines.append(f":{name}: {_as_yaml(value)}")
            if "\n" in value:
                lines += [f":    {line}" for line in value.splitlines()]
        return lines

    def role(self, name: str, text: str) -> str:
        return f"{{{name}}}`{text}`"


class MystColon(Myst):
    """Markdown with colon fences and the options as a block of YAML."""

    fence = ":"

    def options(self, options: Options) -> list[str]:
        lines: list[str] = []
        for name, value in options.items():
            lines.append(f"{name}: {_as_yaml(value)}")
            if "\n" in value:
                lines += [f"  {line}" for line in value.splitlines()]
        return ["---", *lines, "---"] if lines else []


def _as_yaml(value: str) -> str:
    if "\n" in value:
        return "|"
    is_plain = re.fullmatch(r"\w[^\t]*", value) and not re.search(r": | #|:$", value)
    return value if is_plain else json.dumps(value, ensure_ascii=False)


RST = Rst()
MYST = Myst()
MYST_COLON = MystColon()
