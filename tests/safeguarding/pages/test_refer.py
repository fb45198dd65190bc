"""Passed on to those who help: under an agreement, below High only where they agree, once of each kind."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Referral
from tests.safeguarding.at_home import OFFICER


def test_an_adviser_is_told_once_and_the_share_stands_on_the_record(home, pages) -> None:
    found = home.assessed(grade="high")
    path = f"/domestic/{found.pk}/refer/"
    given = {"kind": "adviser", "body": str(home.advisers().pk), "agreed": "yes"}
    pages.refuses(OFFICER, path, "body", "Choose", **{**given, "body": ""})
    against = {**given, "agreed": "no"}
    pages.refuses(OFFICER, path, "words", "write why you tell them all the same", **against)
    assert not Referral.objects.exists()
    pages.sends(OFFICER, path, **given)
    made = Referral.objects.get()
    assert (made.agreed, made.body.key) == (True, "advisers")
    assert Promise.objects.get(kind="safeguarding.adviser").state == "kept"
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    assert f"Share {made.share.pk}" in page
    assert "Independent advisers" in page
    pages.refuses(OFFICER, path, "kind", "They have the referral already", **given)


def test_below_high_not_against_their_word(home, pages) -> None:
    found = home.assessed(grade="medium")
    given = {"kind": "adviser", "body": str(home.advisers().pk), "agreed": "no", "words": "She needs them"}
    pages.refuses(OFFICER, f"/domestic/{found.pk}/refer/", "agreed", "Below High only", **given)
    assert not Referral.objects.exists()
