"""Pairs of things that have a part in common."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.checks.shared_parts import pairs_that_share


def test_pairs_have_a_part_in_common() -> None:
    assert pairs_that_share(["ab", "bc", "cd", "", "aab"]) == {(0, 1), (0, 4), (1, 2), (1, 4)}
    assert pairs_that_share([]) == set()


def test_what_many_have_is_nothing_that_they_share() -> None:
    assert len(pairs_that_share(["a"] * 50)) == 50 * 49 // 2
    assert pairs_that_share(["a"] * 51) == set()
