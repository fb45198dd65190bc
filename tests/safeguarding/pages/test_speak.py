"""The bodies spoke at once about an urgent case: who, and what is done now."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import MaracReferral
from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_it_is_written_and_no_longer_owed(home, pages) -> None:
    case = home.case(urgent=True)
    path = f"/marac/{case.pk}/speak/"
    pages.refuses(SPECIALIST, path, "words", "Say who spoke, and what is done now", words="Yes")
    assert MaracReferral.objects.get().spoken_at is None
    assert pages.sends(OFFICER, path, words="Refuge: a room tonight") == f"/marac/{case.pk}/"
    assert MaracReferral.objects.get().spoken_words == "Refuge: a room tonight"
    assert Promise.objects.get(kind="safeguarding.urgent").state == "kept"
    page = pages.reads(SPECIALIST, f"/marac/{case.pk}/")
    assert "Refuge: a room tonight" in page
    assert "It does not wait" not in page
    assert pages.go("contact_handler", path).status_code == 403
