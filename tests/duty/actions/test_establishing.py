"""The borough's officers come into the tables, once, and again without change."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bluelamp.access.acting import system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.models import Officer
from bluelamp.duty.actions.establishing import load_establishment
from bluelamp.duty.actions.skills import record_skill
from bluelamp.duty.models import OfficerSkill, PatrolStatus, Post
from bluelamp.ledger.models import Entry
from bluelamp.places.actions.loading import load_borough
from bluelamp.verdict import Refused

HERTSMERE = Path(__file__).resolve().parents[3] / "boroughs" / "hertsmere"
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SETTER = system("setup", "places.edit", "access.grant_roles", "duty.crew")

pytestmark = pytest.mark.django_db


def load() -> dict[str, int]:
    return load_establishment(by=SETTER, at=AT, folder=HERTSMERE, is_demonstration=True)


@pytest.fixture
def borough() -> None:
    load_borough(by=SETTER, at=AT, folder=HERTSMERE)


@pytest.mark.usefixtures("borough")
def test_hertsmere_has_160_officers_in_nine_units_and_its_specials() -> None:
    assert load() == {"added": 220, "changed": 0, "same": 0}
    posts = Post.objects.filter(is_special=False)
    assert (posts.count(), Post.objects.filter(is_special=True).count()) == (160, 60)
    assert posts.values("unit").distinct().count() == 9
    specials = Officer.objects.filter(post__is_special=True)
    assert set(specials.values_list("regular_rank", "special_grade")) == {("", "special_constable")}
    assert PatrolStatus.objects.count() == Post.objects.filter(is_special=True).count() - 5
    assert all(officer.is_demonstration for officer in Officer.objects.all())


@pytest.mark.usefixtures("borough")
def test_loading_again_changes_nothing_and_keeps_a_skill_that_was_renewed() -> None:
    load()
    driver = OfficerSkill.objects.filter(skill="response_driver").first()
    assert driver
    record_skill(
        officer=driver.officer_id, skill="response_driver", expires=date(2030, 1, 1), by=SETTER, at=AT + timedelta(1)
    )
    before = Entry.objects.count()
    assert load() == {"added": 0, "changed": 0, "same": 220}
    assert Entry.objects.count() == before + 1
    driver.refresh_from_db()
    assert driver.expires == date(2030, 1, 1)


@pytest.mark.usefixtures("borough")
def test_who_has_an_account_keeps_it() -> None:
    ref = enrol(user_name="lowe", name="Lowe", collar_number="2210", regular_rank="constable", by=SETTER, at=AT)
    assert load()["added"] == 220
    assert Post.objects.get(officer_id=int(ref.partition(":")[2])).unit == "response"
    assert Officer.objects.filter(collar_number="2210").count() == 1


@pytest.mark.usefixtures("borough")
def test_a_post_that_changed_is_changed() -> None:
    load()
    Post.objects.filter(officer__collar_number="2210").update(share=60, pattern="four-in-ten")
    assert load() == {"added": 0, "changed": 1, "same": 219}
    assert Post.objects.get(officer__collar_number="2210").share == 100


@pytest.mark.usefixtures("borough")
def test_nobody_else_may() -> None:
    with pytest.raises(Refused):
        load_establishment(by=system("setup", "places.edit"), at=AT, folder=HERTSMERE)
    assert not Post.objects.exists()
