"""Who was arrested for a breach was brought before the court: once, and only where somebody waits."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Breach
from tests.safeguarding.at_home import DAY, NOW, OFFICER


def test_it_keeps_the_promise_once(home, pages) -> None:
    breach = home.breach()
    path, later = f"/protection/breach/{breach.pk}/", NOW + DAY
    assert "He rang her" in pages.reads(OFFICER, path, at=later)
    assert pages.sends(OFFICER, path, at=later) == f"/protection/{breach.notice_id}/"
    assert Breach.objects.get().brought_at == later
    assert Promise.objects.get(kind="safeguarding.breach_court").state == "kept"
    assert "before the court" in pages.reads(OFFICER, f"/protection/{breach.notice_id}/", at=later)
    pages.refuses(OFFICER, path, "", "Nobody waits for the court here", at=later)


def test_where_nobody_was_arrested_nobody_is_brought(home, pages) -> None:
    breach = home.breach(arrested=False)
    pages.refuses(OFFICER, f"/protection/breach/{breach.pk}/", "", "Nobody waits for the court here")
    assert Breach.objects.get().brought_at is None
    assert pages.go(OFFICER, "/protection/breach/0/").status_code == 404
