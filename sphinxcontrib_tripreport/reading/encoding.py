"""Posts in another encoding than UTF-8: read all the same, with a warning.

Sphinx 9 stops the build at the first such file. Old posts are in Windows-1252 or Latin-1, which
is read here if a file is not in UTF-8.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.messages import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_NAME = "sphinxcontrib-tripreport"
_UTF_8 = frozenset(("utf-8", "utf8", "utf-8-sig"))


class _LastFile:
    """What was noticed while the latest file was decoded: Sphinx says its name only later."""

    def __init__(self) -> None:
        self.line = 0


_last_file = _LastFile()


def read_leniently(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Have Sphinx read the files that are not in UTF-8, too; for ``env-before-read-docs``."""
    if str(app.config.source_encoding).lower() in _UTF_8:
        env.settings["input_encoding"] = _NAME


def warn_of_encoding(app: Sphinx, docname: str, source: list[str]) -> None:
    """Say that a file is not in UTF-8; for ``source-read``."""
    line, _last_file.line = _last_file.line, 0
    if line:
        text = (
            "The file is not in UTF-8: expected that encoding. It is read as Windows-1252;"
            " save it as UTF-8 if letters look wrong."
        )
        warn(Subtype.METADATA, text, (docname, line))


def _decode(data: bytes, errors: str = "strict") -> tuple[str, int]:
    _last_file.line = 0
    try:
        text = bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _last_file.line = bytes(data[: error.start]).count(b"\n") + 1
        text = bytes(data).decode("cp1252", "replace")
    return text, len(data)


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Waits for the whole file, because its end may decide what its beginning means."""

    def _buffer_decode(self, data: bytes, errors: str, final: bool) -> tuple[str, int]:  # type: ignore[override]
        return _decode(data, errors) if final else ("", 0)


def _find(name: str) -> codecs.CodecInfo | None:
    if name.replace("_", "-") != _NAME:
        return None
    return codecs.CodecInfo(
        name=_NAME,
        encode=codecs.utf_8_encode,
        decode=_decode,  # type: ignore[arg-type]
        incrementaldecoder=_Decoder,
    )


codecs.register(_find)
