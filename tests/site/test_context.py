"""What every template may know."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from bluelamp.site import context


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    context._rehearsed.cache_clear()
    yield
    context._rehearsed.cache_clear()


@pytest.mark.django_db
@pytest.mark.parametrize(("demo", "marked"), [(True, False), (False, True), (False, False)])
def test_invented_data_says_so_on_every_page(demo: bool, marked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMO", demo)
    monkeypatch.setattr(context, "is_marked", lambda: marked)
    shown = b"every person and event here is invented" in Client().get("/sign-in/").content
    assert shown == (demo or marked)


def test_a_place_stands_in_the_navigation_once() -> None:
    labels, names = zip(*((label, name) for label, name, _ in context._MAIN), strict=True)
    assert len(set(labels)) == len(labels)
    assert len(set(names)) == len(names)
