"""How the time of each function that reads what an author wrote grows with what it reads.

Each case is a text that could make a function slow, at three sizes that double. An order of 1 is
linear; n log n prints as a little more.
"""

from __future__ import annotations

import gc
import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple, NoReturn

from sphinxcontrib_tripreport.core.languages.codes import read_code
from sphinxcontrib_tripreport.core.languages.collation import collate, initial
from sphinxcontrib_tripreport.core.languages.dates import (
    read_date,
    read_day,
    read_duration,
    read_moment,
)
from sphinxcontrib_tripreport.core.options.data_files import read_data
from sphinxcontrib_tripreport.core.options.option import OptionTable, read_options
from sphinxcontrib_tripreport.core.options.tables import (
    EVENT_OPTIONS,
    SPEAKER_OPTIONS,
    TALK_OPTIONS,
)
from sphinxcontrib_tripreport.core.patterns.line import read_line
from sphinxcontrib_tripreport.core.patterns.marked_text import LINK, Mark, MarkedText
from sphinxcontrib_tripreport.core.patterns.pattern import read_pattern
from sphinxcontrib_tripreport.core.patterns.speakers import read_speakers
from sphinxcontrib_tripreport.core.posts.headings import mend_headings
from sphinxcontrib_tripreport.core.posts.leftovers.clean import clean
from sphinxcontrib_tripreport.core.posts.leftovers.held import Held
from sphinxcontrib_tripreport.core.posts.metadata import shown_text
from sphinxcontrib_tripreport.core.posts.pattern_fields import take_patterns
from sphinxcontrib_tripreport.core.posts.readers import read_metadata
from sphinxcontrib_tripreport.core.posts.report import read_report
from sphinxcontrib_tripreport.core.text.links import read_link, read_url
from sphinxcontrib_tripreport.core.text.located import read_yaml
from sphinxcontrib_tripreport.core.text.located_toml import read_toml
from sphinxcontrib_tripreport.core.text.names import family_first, split_names, split_speakers
from sphinxcontrib_tripreport.core.text.nearest import nearest
from sphinxcontrib_tripreport.core.text.slugs import fold, slug
from sphinxcontrib_tripreport.core.text.videos import find_player

from ..tools.slow_texts import POSTS, TEMPLATES, TOML, WORDS, YAML

SLOW: Final = 1.35
"""An order above this is more than n log n."""
_SIZES: Final = (5_000, 10_000, 20_000)
_ENOUGH: Final = 2.0
"""Seconds after which a case is not doubled again."""

_LONGEST: Final = 10
"""Seconds after which a case is stopped."""

Read = Callable[[str], Any]


class Case(NamedTuple):
    """A function, and what is repeated in the text that it reads."""

    name: str
    read: Read
    unit: str
    before: str = ""
    after: str = ""

    def text(self, size: int) -> str:
        """A text of about that many characters."""
        return self.before + self.unit * (size // len(self.unit)) + self.after


class Growth(NamedTuple):
    """What one case took."""

    case: Case
    size: int
    seconds: float
    order: float
    """The power of the size that the time grows with."""

    def __str__(self) -> str:
        unit = repr(self.case.unit)
        text = f"{self.case.before!r} " if self.case.before else ""
        mark = "  <-- slow" if self.order > SLOW else ""
        shown = f"{text}{unit}"
        return (
            f"{self.order:5.2f} {1000 * self.seconds:9.2f} ms at {self.size:6}"
            f"  {self.case.name}: {shown[:60]}{mark}"
        )


def measure_growth(only: str = "") -> Iterator[Growth]:
    """Measure every case, the names of which hold *only*."""
    for case in cases():
        if only in case.name:
            yield _measure(case)


def _measure(case: Case) -> Growth:
    times: list[tuple[int, float]] = []
    for size in _SIZES:
        text = case.text(size)
        times.append((size, min(_time(case.read, text) for _ in range(2))))
        if times[-1][1] > _ENOUGH:
            break
    size, seconds = times[-1]
    if len(times) == 1:
        return Growth(case, size, seconds, math.inf)
    # What is too quick to tell has no order.
    before = max(times[-2][1], 0.0005)
    order = math.log2(seconds / before) if seconds > before else 0.0
    return Growth(case, size, seconds, order)


def _time(read: Read, text: str) -> float:
    gc.collect()
    began = time.process_time()
    try:
        with _no_longer_than(_LONGEST):
            read(text)
    except (TimeoutError, RecursionError):
        return math.inf
    return time.process_time() - began


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Stop what never ends, if the system has a signal for it."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: object) -> NoReturn:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _find(path: str) -> Held | None:
    return Held(path, "a") if path.endswith("b") else None


def _forgiving(read: Read) -> Read:
    """A reader that may refuse a text."""

    def reading(text: str) -> Any:
        try:
            return read(text)
        except ValueError:
            return None

    return reading


def _cleaned(markup: str) -> Read:
    return lambda text: clean(text, markup, _find)


def _post(markup: str) -> Read:
    """All that is read of a post before its parser is asked."""

    def read(text: str) -> Any:
        taken = take_patterns(text, markup)
        metadata = read_metadata(taken.text, markup)
        read_report(metadata, "post")
        shown = shown_text(taken.text, metadata)
        return mend_headings(shown) if markup == "markdown" else shown

    return read


def _matched(pattern: str) -> Read:
    line = read_line(pattern)
    return lambda text: [
        line.match(MarkedText(text[start : start + 599])) for start in range(0, len(text), 599)
    ]


def _speakers(text: str) -> Any:
    marks = tuple(Mark(LINK, at, at + 4, "https://a.example") for at in range(0, len(text) - 4, 9))
    return read_speakers(MarkedText(text, marks), 0, len(text), "en")


def _option(name: str, options: OptionTable[Any]) -> Read:
    return lambda text: read_options({name: text}, options, "a")


def _near(text: str) -> Any:
    return nearest(text, ("bees at work", text[::-1], text[: len(text) // 2]))


def _near_many(text: str) -> Any:
    return nearest("bees-at-wrok", [f"{text[at : at + 9]}{at}" for at in range(0, len(text), 9)])


_OPTIONS: Final[dict[str, OptionTable[Any]]] = {
    "speakers": TALK_OPTIONS,
    "event": TALK_OPTIONS,
    "kind": TALK_OPTIONS,
    "topics": TALK_OPTIONS,
    "start": TALK_OPTIONS,
    "links": TALK_OPTIONS,
    "key": TALK_OPTIONS,
    "aliases": SPEAKER_OPTIONS,
    "mastodon": SPEAKER_OPTIONS,
    "github": SPEAKER_OPTIONS,
    "timezone": EVENT_OPTIONS,
}
"""One of those that are read alike."""
_PATTERNS = (
    "{title} , {speakers} , {} , {} , {}",
    "{title} - {speakers} - {room} - {track} - {affiliation}",
    "{time} {title} - {speakers} ({affiliation})",
    "{weekday} {day} - {title}: {duration}, {kind}",
)


def cases() -> Iterator[Case]:
    """Every function with every text that could be slow for it."""
    for markup in ("markdown", "restructuredtext"):
        for unit in dict.fromkeys(TEMPLATES):
            # The sign at the end makes sure that the text is looked at.
            yield Case(f"clean {markup}", _cleaned(markup), unit, after="{{ z }}")
        for unit in dict.fromkeys(POSTS):
            yield Case(f"post {markup}", _post(markup), unit)
        for unit in YAML:
            yield Case(f"yaml {markup}", _post(markup), unit, "---\n", "\n---\n\na\n")
            yield Case(f"yaml {markup}", _post(markup), unit, "---\ntitle: a\n")
        for unit in TOML:
            yield Case(f"toml {markup}", _post(markup), unit, "+++\na = 1\n", "\n+++\n\na\n")
    for unit in YAML:
        yield Case("read_yaml", _forgiving(read_yaml), unit)
        yield Case("read_data", lambda text: read_data(text, "a"), unit, "speakers:\n")
    for unit in TOML:
        yield Case("read_toml", _forgiving(read_toml), unit)
        yield Case("read_toml", _forgiving(read_toml), unit, "a = [\n", "]")
    yield from _cases_of_words()


def _cases_of_words() -> Iterator[Case]:
    readers: list[tuple[str, Read]] = [
        *((f"option {name}", _option(name, options)) for name, options in _OPTIONS.items()),
        ("fold", fold),
        ("slug", slug),
        ("names", split_names),
        ("speakers", split_speakers),
        ("family_first", family_first),
        ("collate", lambda text: (collate(text, "es"), initial(text, "es"))),
        ("pattern speakers", _speakers),
        ("date", _forgiving(read_date)),
        ("day", _forgiving(read_day)),
        ("moment", _forgiving(read_moment)),
        ("duration", _forgiving(read_duration)),
        ("code", _forgiving(read_code)),
        ("url", _forgiving(read_url)),
        ("link", _forgiving(read_link)),
        ("player", find_player),
        ("read_pattern", _forgiving(read_pattern)),
        ("nearest", _near),
        ("nearest of many", _near_many),
        *((f"match {pattern}", _matched(pattern)) for pattern in _PATTERNS),
    ]
    for name, read in readers:
        for unit in dict.fromkeys(WORDS):
            yield Case(name, read, unit)
