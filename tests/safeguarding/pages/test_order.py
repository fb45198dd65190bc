"""What the court decided about a notice: an order of a lawful length with its conditions, or none."""

from bluelamp.owed.models import Promise
from bluelamp.people.queries import warnings_of
from bluelamp.safeguarding.models import ProtectionNotice
from tests.safeguarding.at_home import DAY, NOW, OFFICER, SUPERINTENDENT

GIVEN = {"made": "yes", "conditions": "Keep away", "until": "2026-12-10"}


def test_an_order_is_written_and_seen(home, pages) -> None:
    notice = home.notice(served=True)
    path, later = f"/protection/{notice.pk}/order/", NOW + DAY
    assert "Not to contact Joanne Marlow" in pages.reads(SUPERINTENDENT, path, at=later)
    for field, value, words in (
        ("until", "2027-03-01", "14 to 28 days"),
        ("until", "", "Say on which day the order ends"),
        ("conditions", "", "Write the conditions of the order"),
    ):
        pages.refuses(SUPERINTENDENT, path, field, words, at=later, **{**GIVEN, field: value})
    assert ProtectionNotice.objects.get().decided_at is None
    pages.sends(SUPERINTENDENT, path, at=later, **GIVEN)
    notice.refresh_from_db()
    assert (notice.order_made, notice.conditions) == (True, ["Keep away"])
    assert Promise.objects.get(kind="safeguarding.hearing").state == "kept"
    assert "Keep away" in warnings_of([notice.subject_id], at=NOW + 2 * DAY).get().words
    assert "until Thu 10 Dec" in pages.reads(SUPERINTENDENT, f"/protection/{notice.pk}/", at=later)
    pages.refuses(SUPERINTENDENT, path, "", "The court has decided already", at=later, **GIVEN)


def test_no_order_ends_its_warnings(home, pages) -> None:
    notice = home.notice(served=True)
    pages.sends(SUPERINTENDENT, f"/protection/{notice.pk}/order/", at=NOW + DAY, made="no")
    assert not warnings_of([notice.subject_id], at=NOW + 2 * DAY).exists()
    assert "No order" in pages.reads(SUPERINTENDENT, f"/protection/{notice.pk}/", at=NOW + DAY)


def test_nothing_is_decided_about_what_was_not_served(home, pages) -> None:
    path = f"/protection/{home.notice().pk}/order/"
    pages.refuses(SUPERINTENDENT, path, "", "It is not served yet", made="no")
    assert pages.go(OFFICER, path).status_code == 403
