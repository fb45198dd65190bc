"""The figures of the paper bench are there and make sense."""

import pytest

from bluelamp.site.benches import paper
from tests.loops import apart


def test_it_measures_cold_and_warm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "TIMES", 2)
    monkeypatch.setattr(paper, "ENTRIES", 20)
    found = apart(paper.figures)
    assert found["entries"] == 20
    assert 0 < found["p50_ms"] <= found["slowest_ms"]
