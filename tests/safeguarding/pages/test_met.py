"""Who asks was met face to face: only once it is known who they are, and once."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import DisclosureRequest
from tests.safeguarding.at_home import SPECIALIST


def test_it_is_written_once_they_are_known(home, pages) -> None:
    found = home.asked()
    path = f"/clares-law/{found.pk}/met/"
    pages.refuses(SPECIALIST, path, "identity_checked", "First be sure who they are")
    assert DisclosureRequest.objects.get().met_at is None
    pages.sends(SPECIALIST, path, identity_checked="on")
    assert DisclosureRequest.objects.get().met_at
    assert Promise.objects.get(kind="safeguarding.disclosure_meeting").state == "kept"
    assert "Met face to face" in pages.reads(SPECIALIST, f"/clares-law/{found.pk}/")
    pages.refuses(SPECIALIST, path, "", "They were met already", identity_checked="on")
