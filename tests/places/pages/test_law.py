"""The page of the law in force: what was not read in the source is marked until somebody signs it off."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from bluelamp.deadlines.law import Law, load
from bluelamp.places import law_in_force
from bluelamp.places.law_in_force import to_be_checked
from bluelamp.places.pages import law as page

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ENTRY = """    {{key = "{key}", value = {value}, unit = "hours", source = "{source}", tag = "{tag}",
     effective_from = {day}{more}}},
"""


@pytest.fixture
def small_law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Law:
    """Four values: read, unread, unread but signed off, and one that changes on a later day."""
    said = [
        ("a.read", 24, "Act s.1", "V", "2000-01-01", ""),
        ("a.unread", 6, "Act s.2", "U", "2000-01-01", ""),
        ("a.signed", 8, "Act s.3", "V2", "2000-01-01", ', signed_off_by = "Insp Farrant"'),
        ("a.later", 3, "Act s.4", "V", "2000-01-01", ""),
        ("a.later", 4, "Act s.5", "V", "2999-01-01", ""),
    ]
    names = ("key", "value", "source", "tag", "day", "more")
    rows = [ENTRY.format(**dict(zip(names, one, strict=True))) for one in said]
    file = tmp_path / "law.toml"
    file.write_text("law = [\n" + "".join(rows).replace(",\n     ", ", ") + "]\n", encoding="utf-8")
    law = load(file)
    for module in (page, law_in_force):
        monkeypatch.setattr(module, "law_of", lambda _domain: law)
    monkeypatch.setattr(page, "_domains", lambda: ["custody"])
    return law


def test_each_value_with_its_source_and_how_it_was_checked(small_law: Law, sign_in: SignIn) -> None:
    shown = sign_in("custody_officer").get(reverse("places:law"))
    (domain,) = shown.context["domains"]
    rows = {(row["name"], row["said"]): row for row in domain["rows"]}
    assert rows["A: read", "24 hours"]["checked"] == "Read in the law"
    assert rows["A: unread", "6 hours"]["open"]
    assert not rows["A: signed", "8 hours"]["open"]
    assert rows["A: later", "4 hours"]["from"] == date(2999, 1, 1)
    assert (shown.context["open"], shown.context["total"]) == (1, len(small_law.keys()) + 1)
    assert b"Signed off by Insp Farrant" in shown.content


@pytest.mark.usefixtures("small_law")
@pytest.mark.parametrize(
    ("basis", "said"),
    [("Act s.1", ""), ("Act s.2", "From memory, to be checked"), ("Act s.3", ""), ("Act s.2, s.9", "From memory, to be "
     "checked")],
)  # fmt: skip
def test_a_citation_says_whether_its_number_was_checked(basis: str, said: str) -> None:
    assert to_be_checked("custody", basis) == said


def test_the_law_of_every_domain_is_there(sign_in: SignIn) -> None:
    shown = sign_in("response_officer").get(reverse("places:law"))
    assert {"custody", "victims", "dispatch"} <= {one["name"] for one in shown.context["domains"]}
    assert shown.context["open"] > 0


def test_nobody_reads_it_without_signing_in(client: Client) -> None:
    assert client.get(reverse("places:law")).status_code == 302
