"""Profiles a full build of each variant and says where the extension's time goes."""

from __future__ import annotations

import pstats
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from .build import Benchmark
from .corpus import Variant
from .measure import build, output_of

PACKAGE = "sphinxcontrib_tripreport"

Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Spent:
    """What one function took: how often it was called, its own time, with callees."""

    calls: int
    own: float
    cumulative: float


def profile_builds(benchmark: Benchmark, folder: Path, top: int) -> Iterator[str]:
    """Build both variants under the profiler and report, line by line."""
    plain, ours = (_profile(benchmark, variant, folder) for variant in benchmark.variants)
    inside = {place: spent for place, spent in ours.items() if PACKAGE in place[0]}
    yield f"all functions: {_total(plain):.1f} s plain, {_total(ours):.1f} s ours"
    yield f"of these the package's own time: {_total(inside):.1f} s"
    yield from _table("the package, with callees", inside, "cumulative", top)
    yield from _table("the package, own time", inside, "own", top)
    growth = {
        place: _difference(spent, plain.get(place, Spent(0, 0.0, 0.0)))
        for place, spent in ours.items()
    }
    yield from _table("ours minus plain, own time", growth, "own", top)


def _profile(benchmark: Benchmark, variant: Variant, folder: Path) -> dict[Place, Spent]:
    project = benchmark.project_of(variant)
    shutil.rmtree(output_of(project), ignore_errors=True)
    target = folder / f"{variant.name}-{benchmark.talks}.prof"
    build(project, jobs=1, profile=target)
    # pstats fills these attributes in a way that type checkers cannot see
    raw = cast(
        "dict[Place, tuple[int, int, float, float, object]]",
        vars(pstats.Stats(str(target)))["stats"],
    )
    return {
        place: Spent(calls, own, cumulative)
        for place, (_, calls, own, cumulative, _) in raw.items()
    }


def _difference(ours: Spent, plain: Spent) -> Spent:
    return Spent(
        ours.calls - plain.calls,
        ours.own - plain.own,
        ours.cumulative - plain.cumulative,
    )


def _total(spent: dict[Place, Spent]) -> float:
    return sum(one.own for one in spent.values())


def _table(title: str, spent: dict[Place, Spent], column: str, top: int) -> Iterator[str]:
    yield f"\n{title}\n{'calls':>9} {'own s':>8} {'cum s':>8}  function"
    ranked = sorted(spent.items(), key=lambda item: float(getattr(item[1], column)), reverse=True)
    for (filename, line, function), one in ranked[:top]:
        place = "/".join(Path(filename).parts[-3:])
        yield (f"{one.calls:>9} {one.own:>8.2f} {one.cumulative:>8.2f}  {place}:{line} {function}")
