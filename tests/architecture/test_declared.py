"""What the domains declare holds together: events, promises, and who may open each address."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from bluelamp.ledger.registry import Event, events
from bluelamp.owed.registry import kinds


def _views(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, Callable[..., object]]]:
    for one in patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _views(one.url_patterns, here)
        else:
            yield here, one.callback


def _declares(view: object) -> bool:
    return bool(hasattr(view, "capability") or getattr(view, "open_to_all", False))


def test_every_address_declares_who_may_open_it() -> None:
    assert not _declares(print)
    silent = [address for address, view in _views(get_resolver().url_patterns) if not _declares(view)]
    assert not silent


def test_there_are_events_to_check() -> None:
    assert len(list(events)) > 10


def test_every_event_says_how_it_reads_is_kept_and_is_erased() -> None:
    for event in events:
        assert event.sentence, event.name
        assert event.retention, event.name
        assert event.erasure or not event.words, event.name


def test_an_event_without_erasure_is_refused() -> None:
    with pytest.raises(ValueError, match="erased"):
        Event(name="a.b_c", sentence="{what}", retention="incident", words=("what",))


def test_every_promise_has_a_source_and_someone_who_must_act() -> None:
    for kind in kinds.all():
        assert kind.source, kind.name
        assert kind.acts, kind.name
        assert kind.kept_when, kind.name
