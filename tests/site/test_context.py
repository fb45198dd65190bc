"""What every template may know."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from bluelamp.access.acting import Acting
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


@pytest.mark.parametrize(
    "path", ["/domestic/3/", "/pathway/3/", "/marac/3/", "/protection/3/", "/clares-law/", "/owed/"]
)
def test_pages_of_safeguarding_stand_under_domestic(path: str) -> None:
    may = frozenset({"safeguarding.view", "owed.view"})
    by = Acting(ref="officer:1", name="Kerr", officer_id=1, capabilities=may)
    here = [item.label for item in context._navigation(by, path) if item.current]
    assert here == (["Owed"] if path == "/owed/" else ["Domestic"])
