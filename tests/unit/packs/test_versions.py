from __future__ import annotations

from itertools import pairwise

from jitdesk.packs.versions import is_older


def test_versions_are_compared_by_number() -> None:
    order = [
        "",
        "0.9",
        "1.0.0-alpha",
        "1.0.0-alpha.2",
        "1.0.0-alpha.10",
        "1.0.0",
        "1.9.0",
        "1.10.0",
    ]
    for older, newer in pairwise(order):
        assert is_older(older, newer)
        assert not is_older(newer, older)


def test_equal_versions_are_not_older() -> None:
    assert not is_older("v1.0", "1.0.0+build")
