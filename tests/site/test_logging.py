"""The log of a server error says where it arose, and nothing of what people wrote."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest

from bluelamp.site.logging_setup import set_up_logging

WRITTEN = "She hides at her sister's in Potters Bar"


def fail_with(what: str) -> None:
    held = {"words": what}
    raise ValueError(f"{len(held)} could not be kept")


@pytest.fixture(params=[True, False], ids=["for machines", "for people"])
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    set_up_logging(as_json=request.param)
    yield heard
    monkeypatch.undo()
    set_up_logging(as_json=False)


def test_values_at_hand_are_not_logged(log: io.StringIO) -> None:
    try:
        fail_with(WRITTEN)
    except ValueError:
        logging.getLogger("django.request").error("Internal Server Error: /calls/", exc_info=True)
    said = log.getvalue()
    assert "1 could not be kept" in said
    assert "fail_with" in said
    assert "sister" not in said
