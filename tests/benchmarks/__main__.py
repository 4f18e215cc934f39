"""Measures what a build costs with the extension, and without it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .build import Benchmark, format_rows, warm_up
from .corpus import (
    DIRECTIVES,
    DOCUMENTS,
    EXPORTS,
    HAND,
    LISTS,
    OURS,
    PATTERNS,
    PLAIN,
    TABLE,
    TABLE_PAGE,
    TALK_PAGES,
)
from .growth import measure_growth
from .measure import output_of
from .neighbours import compare_projects
from .profiles import profile_builds
from .programmes import measure_programmes
from .reaction import measure_reactions
from .sites import measure_sites
from .weight import weigh_table


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark as the command line asks."""
    options = _parse(arguments)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        _run(options, options.keep)
        return 0
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        _run(options, Path(folder))
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("--talks", type=int, default=4000, help="talks in the large project")
    add("--small", type=int, default=1000, help="talks in the small one; 0: none")
    add("--repeat", type=int, default=3, help="how often each build is measured")
    add("--seed", type=int, default=1, help="what the texts are drawn from")
    add("--jobs", type=int, default=1, help="processes of each build")
    add("--keep", type=Path, metavar="DIR", help="an empty folder to work in and keep")
    add(
        "--hand",
        action="store_true",
        help="compare with the same pages written by hand, with bylines and indices of links,"
        " instead of with plain text",
    )
    add(
        "--patterns",
        action="store_true",
        help="compare talks found by a pattern with talks of directives, instead of with none",
    )
    add(
        "--talk-pages",
        action="store_true",
        help="compare posts and a page for each of their talks with plain text in as many documents"
        " as there are talks",
    )
    add(
        "--exports",
        action="store_true",
        help="compare a project that writes all files for other programs with one that writes none",
    )
    add(
        "--listings",
        choices=("table", "lists"),
        help="compare a project with listings with the same without: one page with a table of all"
        " talks, or ten filtered lists on each post; a table is weighed, too",
    )
    add(
        "--reaction",
        action="store_true",
        help="build a list, a table and cards of all talks, and say how soon each shows what a key"
        " or a click leaves, in a real browser",
    )
    add(
        "--growth",
        nargs="?",
        const="",
        metavar="PART",
        help="say how the time of each function that reads what an author wrote grows with it; of"
        " those only whose names hold PART",
    )
    add(
        "--programmes",
        action="store_true",
        help="say what a programme of 1,300 sessions costs, joining 300 notes, and an archive of so"
        " many talks that nobody noted, beside plain documents of the same text",
    )
    add(
        "--neighbours",
        type=Path,
        metavar="DIR",
        help="build each project below a folder with and without the extension, and say what is"
        " different; Sphinx has such projects in tests/roots of its repository",
    )
    add(
        "--sites",
        type=int,
        metavar="N",
        help="build N sites of --small talks each and a project that lists them all, and compare"
        " that with one of the sites and with one project of all talks",
    )
    add(
        "--profile",
        action="store_true",
        help="profile full builds of the large project",
    )
    add("--top", type=int, default=25, help="lines of each table of the profile")
    return parser.parse_args(arguments)


def _lines(options: argparse.Namespace, folder: Path) -> Iterable[object] | None:
    """What is printed, if something else than the cost of builds is asked."""
    if options.growth is not None:
        return measure_growth(options.growth)
    if options.neighbours is not None:
        return compare_projects(options.neighbours, folder)
    if options.programmes:
        return measure_programmes(folder, options.talks, options.seed, options.repeat)
    if options.sites:
        return measure_sites(folder, options.sites, options.small, options.seed)
    if options.reaction:
        return measure_reactions(folder, options.talks, options.seed, options.repeat)
    return None


def _run(options: argparse.Namespace, folder: Path) -> None:
    lines = _lines(options, folder)
    if lines is not None:
        for line in lines:
            print(line, flush=True)
        return
    variants = (DIRECTIVES, PATTERNS) if options.patterns else (PLAIN, OURS)
    if options.hand:
        variants = (HAND, OURS)
    if options.talk_pages:
        variants = (DOCUMENTS, TALK_PAGES)
    if options.exports:
        variants = (OURS, EXPORTS)
    if options.listings:
        variants = (DIRECTIVES, TABLE if options.listings == "table" else LISTS)
    warm_up(folder / "warm-up", options.seed, variants)
    if options.profile:
        benchmark = Benchmark(folder, options.talks, options.seed, 1, variants)
        for line in profile_builds(benchmark, folder, options.top):
            print(line)
        return
    for talks in sorted({options.talks, options.small} - {0}):
        _measure(Benchmark(folder, talks, options.seed, options.jobs, variants), options.repeat)


def _measure(benchmark: Benchmark, repeat: int) -> None:
    for repetition in range(1, repeat + 1):
        benchmark.repeat(repetition)
        print(f"{benchmark.talks} talks: {repetition} of {repeat}", file=sys.stderr)
    for line in format_rows(benchmark.rows):
        print(line)
    first, second = (variant.name for variant in benchmark.variants)
    print(f"\nwritten with nothing to do by “{second}” and not by “{first}”:")
    for name, changed in sorted(benchmark.idle_files.items()) or [("nothing", True)]:
        print(f"  {name}" + ("" if changed else "  (content unchanged)"))
    if TABLE in benchmark.variants:
        output = output_of(benchmark.project_of(TABLE))
        print(f"\n{weigh_table((output / TABLE_PAGE).with_suffix('.html'))}")
    print()


if __name__ == "__main__":
    sys.exit(main())
