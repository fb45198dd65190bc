"""The borough's folder comes into the tables, once, and again without change."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bluelamp.access.acting import PUBLIC, Acting, system
from bluelamp.ledger.models import Entry
from bluelamp.places.actions.cells import close_cell, open_cell
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.actions.phones import begin_test, end_test, mend, report_fault
from bluelamp.places.models import Cell, ContactPoint, PartnerBody, Station, Suite, Team
from bluelamp.verdict import Refused

HERTSMERE = Path(__file__).resolve().parents[2] / "boroughs" / "hertsmere"
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SETTER: Acting = system("setup", "places.edit")

pytestmark = pytest.mark.django_db


@pytest.fixture
def hertsmere() -> dict[str, int]:
    return load_borough(by=SETTER, at=AT, folder=HERTSMERE)


def test_hertsmere_is_loaded(hertsmere: dict[str, int]) -> None:
    assert Cell.objects.count() == 60
    assert set(Suite.objects.values_list("name", flat=True)) == {"Hatfield", "Stevenage"}
    assert sum(team.strength for team in Team.objects.filter(of_the_borough=True)) == 160
    assert all(team.assumption for team in Team.objects.all())
    borehamwood = Station.objects.get(key="borehamwood")
    assert (borehamwood.has_cells, borehamwood.has_reception, borehamwood.designated) == (False, False, False)
    assert PartnerBody.objects.exists()
    assert hertsmere["added"] == Entry.objects.filter(event="places.place_added").count()


@pytest.mark.usefixtures("hertsmere")
def test_loading_again_changes_nothing() -> None:
    report_fault(contact_point=ContactPoint.objects.get().pk, fault="No tone", by=SETTER, at=AT)
    again = load_borough(by=SETTER, at=AT, folder=HERTSMERE)
    assert (again["added"], again["changed"]) == (0, 0)
    assert ContactPoint.objects.get().state == "faulty"


def test_only_who_may_edit_loads() -> None:
    with pytest.raises(Refused):
        load_borough(by=PUBLIC, at=AT, folder=HERTSMERE)


@pytest.mark.usefixtures("hertsmere")
def test_a_phone_is_faulty_tested_and_in_order() -> None:
    phone = ContactPoint.objects.get().pk
    report_fault(contact_point=phone, fault="No tone", by=SETTER, at=AT)
    with pytest.raises(Refused, match="already out of order"):
        report_fault(contact_point=phone, fault="Again", by=SETTER, at=AT)
    mend(contact_point=phone, by=SETTER, at=AT)
    begin_test(contact_point=phone, by=SETTER, at=AT)
    with pytest.raises(Refused, match="Say what failed"):
        end_test(contact_point=phone, passed=False, by=SETTER, at=AT)
    end_test(contact_point=phone, passed=True, by=SETTER, at=AT)
    assert (ContactPoint.objects.get().state, ContactPoint.objects.get().last_test_at) == ("working", AT)


@pytest.mark.usefixtures("hertsmere")
def test_a_cell_closes_with_a_reason() -> None:
    cell = Cell.objects.get(suite__key="hatfield", number="M9")
    with pytest.raises(Refused, match="Say why"):
        close_cell(cell=cell.pk, why=" ", by=SETTER, at=AT)
    close_cell(cell=cell.pk, why="Door broken", by=SETTER, at=AT)
    cell.refresh_from_db()
    assert (cell.state, cell.closed_why) == ("closed", "Door broken")
    open_cell(cell=cell.pk, by=SETTER, at=AT)
    cell.refresh_from_db()
    assert (cell.state, cell.closed_why) == ("open", "")
