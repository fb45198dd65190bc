"""Finding a place by what people say, and the warnings in force on an address."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.access.acting import PUBLIC, system
from bluelamp.ledger.models import Entry
from bluelamp.places.actions.warnings import end_warning, warn_of_address
from bluelamp.places.queries import find_place, place_at, warnings_at
from bluelamp.places.rules.points import Point
from bluelamp.verdict import Refused

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LATER = AT + timedelta(days=30)
OFFICER = system("test", "places.edit")


def test_a_postcode_is_found_and_the_words_stay_as_said() -> None:
    best = find_place("Civic Offices, Elstree Way, wd61wa")[0]
    assert (best.words, best.exactly, best.settlement) == (
        "Civic Offices, Elstree Way, wd61wa",
        "postcode",
        "Borehamwood",
    )
    assert (best.area, best.setting) == ("E01023538", "urban")


def test_a_settlement_is_found_whole_or_begun_the_longer_name_first() -> None:
    assert [found.settlement for found in find_place("the pond, Bushey Heath")] == ["Bushey Heath", "Bushey"]
    assert find_place("potters")[0].settlement == "Potters Bar"


def test_what_is_not_known_stays_as_said() -> None:
    (only,) = find_place("  behind   the big tree  ")
    assert (only.words, only.point, only.exactly) == ("behind the big tree", None, "not known")
    assert find_place("   ") == []
    assert find_place("ZZ99 9ZZ")[0].exactly == "not known"


def test_a_point_outside_is_said_to_be_outside() -> None:
    assert not place_at(Point(51.90, -0.20)).in_borough
    assert place_at(Point(51.6575, -0.2720)).settlement == "Borehamwood"


def warn(address: str = "Flat 2, 12 High Street, WD6 1WA") -> int:
    reference = warn_of_address(
        address=address, words="Dog loose in the hall", source="PC Lowe", expires_at=LATER, by=OFFICER, at=AT
    )
    return int(reference.split(":")[1])


@pytest.mark.django_db
def test_a_warning_is_found_by_another_spelling_until_it_ends() -> None:
    pk = warn()
    assert [w.pk for w in warnings_at("flat 2 12 HIGH street wd6 1wa", at=AT)] == [pk]
    assert warnings_at("Flat 3, 12 High Street, WD6 1WA", at=AT) == []
    assert warnings_at("flat 2 12 high street wd6 1wa", at=LATER) == []
    end_warning(warning=pk, why="Dog gone", by=OFFICER, at=AT)
    assert warnings_at("flat 2 12 high street wd6 1wa", at=AT) == []
    with pytest.raises(Refused, match="ended already"):
        end_warning(warning=pk, why="Again", by=OFFICER, at=AT)


@pytest.mark.django_db
def test_a_warning_on_a_postcode_holds_for_every_address_in_it() -> None:
    pk = warn("WD6 1WA")
    assert [w.pk for w in warnings_at("Flat 3, 12 High Street, wd61wa", at=AT)] == [pk]


@pytest.mark.django_db
def test_a_warning_keeps_personal_words_out_of_the_facts() -> None:
    warn()
    facts = str(Entry.objects.get(event="places.warning_raised").facts)
    assert "Dog" not in facts
    assert "High Street" not in facts


@pytest.mark.django_db
def test_the_public_cannot_warn() -> None:
    with pytest.raises(Refused):
        warn_of_address(address="1 A Road", words="x", source="y", expires_at=LATER, by=PUBLIC, at=AT)
