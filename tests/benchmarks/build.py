"""Builds both variants in turn, as often as asked, and keeps what each build cost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .corpus import Variant, edit_notes, make_posts, write_project
from .measure import Cost, build, fingerprints, output_of, written_files

Pair = tuple[Variant, Variant]
"""What is compared with what: the first is the measure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of build, measured in pairs of variants."""

    talks: int
    kind: str
    variants: Pair
    plain: list[Cost] = field(default_factory=list)
    ours: list[Cost] = field(default_factory=list)

    def add(self, variant: Variant, cost: Cost) -> None:
        (self.plain if variant is self.variants[0] else self.ours).append(cost)

    def time_ratios(self) -> list[float]:
        pairs = zip(self.plain, self.ours, strict=True)
        return sorted(ours.seconds / plain.seconds for plain, ours in pairs)

    def best_ratio(self) -> float:
        """Of the fastest builds: what a busy machine disturbs least."""
        plain, ours = (min(cost.seconds for cost in costs) for costs in (self.plain, self.ours))
        return ours / plain

    def memory_ratios(self) -> list[float]:
        pairs = zip(self.plain, self.ours, strict=True)
        return sorted(ours.megabytes / plain.megabytes for plain, ours in pairs)


class Benchmark:
    """The two projects of one size side by side, and what their builds cost so far."""

    def __init__(self, folder: Path, talks: int, seed: int, jobs: int, variants: Pair) -> None:
        self.talks = talks
        self.jobs = jobs
        self.variants = variants
        self.full, self.edit, self.nothing = self.rows = (
            Row(talks, "full", variants),
            Row(talks, "edit", variants),
            Row(talks, "nothing", variants),
        )
        self.idle_files: dict[str, bool] = {}
        """Written by our builds with nothing to do and not by the plain ones, each
        with whether its content changed."""
        self._folder = folder
        posts = make_posts(talks, seed)
        for variant in variants:
            write_project(self.project_of(variant), posts, variant)

    def project_of(self, variant: Variant) -> Path:
        """The folder of one variant's sources."""
        return self._folder / f"{variant.name}-{self.talks}"

    def repeat(self, repetition: int) -> None:
        """Measure each kind of build once more, the variants in turn."""
        self._measure_full()
        self._measure_edit(repetition)
        self._measure_nothing()

    def _measure_full(self) -> None:
        for variant in self.variants:
            project = self.project_of(variant)
            shutil.rmtree(output_of(project), ignore_errors=True)
            self.full.add(variant, build(project, jobs=self.jobs))

    def _measure_edit(self, edition: int) -> None:
        for variant in self.variants:
            project = self.project_of(variant)
            edit_notes(project, edition)
            self.edit.add(variant, build(project, jobs=self.jobs))

    def _measure_nothing(self) -> None:
        written = {}
        for variant in self.variants:
            project = self.project_of(variant)
            before = fingerprints(output_of(project))
            self.nothing.add(variant, build(project, jobs=self.jobs))
            after = fingerprints(output_of(project))
            written[variant.name] = written_files(before, after)
        plain, ours = (written[variant.name] for variant in self.variants)
        self.idle_files |= {name: ours[name] for name in ours.keys() - plain.keys()}


def warm_up(folder: Path, seed: int, variants: Pair) -> None:
    """Build a few talks, so that no measured build compiles bytecode."""
    benchmark = Benchmark(folder, 20, seed, 1, variants)
    for variant in variants:
        build(benchmark.project_of(variant), jobs=1)


def format_rows(rows: Sequence[Row]) -> Iterator[str]:
    """The table that the benchmark prints, line by line."""
    first, second = (variant.name for variant in rows[0].variants)
    yield (
        f"{'talks':>6}  {'build':<8} {f'CPU s {first}':>11} {second:>8} {'ratio':>6} "
        f"{'min-max':>10} {'best':>6}  {f'MB {first}':>8} {second:>8} {'ratio':>6}  {'warnings':>8}"
    )
    for row in rows:
        times, memory = row.time_ratios(), row.memory_ratios()
        span = f"{times[0]:.2f}-{times[-1]:.2f}"
        yield (
            f"{row.talks:>6}  {row.kind:<8} "
            f"{median(cost.seconds for cost in row.plain):>11.2f} "
            f"{median(cost.seconds for cost in row.ours):>8.2f} "
            f"{median(times):>6.3f} {span:>10} {row.best_ratio():>6.3f}  "
            f"{median(cost.megabytes for cost in row.plain):>8.0f} "
            f"{median(cost.megabytes for cost in row.ours):>8.0f} "
            f"{median(memory):>6.3f}  "
            f"{max(cost.warnings for cost in row.plain):>3} "
            f"{max(cost.warnings for cost in row.ours):>4}"
        )
