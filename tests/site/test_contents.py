"""Every path of every domain is found through its table of contents, and nothing else is."""

from collections.abc import Iterator

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, path, resolve
from django.urls.resolvers import RoutePattern

from bluelamp.site.contents import ANY, Contents, _first_words

VALUES = {"int": "41", "slug": "a-word", "str": "word", "path": "a/b", "uuid": "0b6d3c1e-6b5e-4c0e-9d9a-0d6a6f0f3b11"}


def every(paths: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in paths:
        if isinstance(one, URLResolver):
            yield from every(one.url_patterns, before + str(one.pattern))
        elif isinstance(one.pattern, RoutePattern):
            yield before + str(one.pattern), one


def filled(route: str) -> str:
    out = route
    while "<" in out:
        before, _, rest = out.partition("<")
        inside, _, after = rest.partition(">")
        kind = inside.partition(":")[0] if ":" in inside else "str"
        out = before + VALUES.get(kind, "word") + after
    return out


def test_every_path_is_found() -> None:
    contents = [one for one in get_resolver().url_patterns if isinstance(one, Contents)]
    assert len(contents) > 15
    asked = [(route, one) for each in contents for route, one in every(each.url_patterns)]
    assert len(asked) > 300
    for route, one in asked:
        found = resolve("/" + filled(route))
        assert found.route.split("<")[0] == route.split("<")[0] or found.func is one.callback, route


@pytest.mark.parametrize("unknown", ["/nowhere/", "/boardroom/", "/board", "/incident/x/", "/<int:pk>/"])
def test_nothing_else_is_found(unknown: str) -> None:
    with pytest.raises(Resolver404):
        resolve(unknown)


def test_what_begins_with_a_value_may_be_anything() -> None:
    inner = URLResolver(RoutePattern("", is_endpoint=False), [path("<slug:what>.json", resolve), path("x/y/", resolve)])
    assert set(_first_words([inner, path("", resolve)])) == {ANY, "x", ""}
