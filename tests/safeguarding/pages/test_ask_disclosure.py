"""Taking a request about a partner's past: who asks of whom, three clocks, nothing on the partner's record."""

from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.people.models import Person
from bluelamp.safeguarding.models import DisclosureRequest
from tests.safeguarding.at_home import OFFICER, SPECIALIST

PATH = "/clares-law/ask/"
GIVEN = {"kind": "ask", "applicant_given": "Ann", "subject_given": "Bob", "words": "She is afraid of him"}


def test_it_is_taken_and_three_clocks_run(home, pages) -> None:
    assert "The partner is not told that anybody asked" in pages.reads(SPECIALIST, PATH)
    onward = pages.sends(SPECIALIST, PATH, **GIVEN)
    found = DisclosureRequest.objects.get()
    assert onward == f"/clares-law/{found.pk}/"
    assert (found.applicant.given_names, found.subject.given_names, found.third_party) == ("Ann", "Bob", None)
    assert Promise.objects.filter(record=found.ref, state="open").count() == 3
    assert not Entry.objects.filter(event="safeguarding.disclosure_asked", about__contains=[found.subject.ref]).exists()


def test_what_is_missing_is_asked_for_and_nobody_is_entered(home, pages) -> None:
    pages.refuses(SPECIALIST, PATH, "subject_given", "Give their name", **{**GIVEN, "subject_given": " "})
    pages.refuses(SPECIALIST, PATH, "third_given", "Give their name", **{**GIVEN, "kind": "third"})
    pages.refuses(SPECIALIST, PATH, "words", "", **{**GIVEN, "words": ""})
    assert not DisclosureRequest.objects.exists()
    assert not Person.objects.exists()
    pages.sends(SPECIALIST, PATH, **{**GIVEN, "kind": "third", "third_given": "Her mother"})
    assert DisclosureRequest.objects.get().third_party.given_names == "Her mother"
    assert pages.go(OFFICER, PATH).status_code == 403
