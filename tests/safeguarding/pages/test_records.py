"""The pages of a meeting's case, a notice and a request, from offer to record."""

from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.models import DisclosureRequest, MaracReferral, ProtectionNotice
from tests.safeguarding.at_home import DAY, NOW

KEEPER = "domestic_abuse_specialist"


def test_a_case_from_referral_to_minutes(home, at_page) -> None:
    found = home.assessed(grade="high")
    page = at_page(KEEPER, f"/domestic/{found.pk}/meeting/")
    assert "High risk by the officer&#x27;s judgement." in page.content.decode()
    assert "Wed 9 Dec 2026" in page.content.decode()
    at_page(KEEPER, f"/domestic/{found.pk}/meeting/", reason="Strangled twice", urgent="on")
    case = MaracReferral.objects.get()
    listed = at_page(KEEPER, f"/marac/meeting/{case.meeting_id}/").content.decode()
    assert "Joanne Marlow" in listed
    assert "speak now" in listed
    assert "1 not spoken about yet" in at_page(KEEPER, "/marac/").content.decode()
    at_page(KEEPER, f"/marac/{case.pk}/speak/", words="Refuge: a room tonight")
    at_page(KEEPER, f"/marac/{case.pk}/action/", words="A new lock", due_on="2026-12-11")
    action = case.actions.get()
    assert "A new lock" in at_page(KEEPER, f"/marac/meeting/{case.meeting_id}/").content.decode()
    at_page(KEEPER, f"/marac/action/{action.pk}/", words="Fitted")
    home.advisers()
    at_page(KEEPER, f"/marac/{case.pk}/pack/", partner="advisers", asked="Come to the meeting")
    at_page(KEEPER, f"/marac/{case.pk}/minutes/", minutes="The sister takes the children")
    page = at_page(KEEPER, f"/marac/{case.pk}/").content.decode()
    for words in ("a room tonight", "Fitted", "The sister takes the children", "Share "):
        assert words in page
    assert "sister takes" not in at_page(KEEPER, f"/domestic/{found.pk}/").content.decode()
    assert "sister takes" not in at_page(KEEPER, f"/person/{found.victim.person_id}/").content.decode()
    assert Entry.objects.filter(event="access.looked", about__contains=[case.ref]).exists()


def test_who_does_not_keep_the_meeting_sees_no_list(home, at_page) -> None:
    case = home.case()
    assert at_page("response_officer", f"/marac/meeting/{case.meeting_id}/").status_code == 403
    assert at_page("response_officer", f"/marac/{case.pk}/", name="Other").status_code == 302


def test_a_notice_from_issue_to_breach(home, at_page) -> None:
    found = home.settled()
    path = f"/domestic/{found.pk}/notice/"
    assert "By a superintendent or above" in at_page("superintendent", path).content.decode()
    given = {
        "violence": "on",
        "necessary": "on",
        "grounds": "Two assaults",
        "representations": "None",
        "address": "Flat 6",
    }
    assert (
        "needs a superintendent"
        in at_page("reviewing_inspector", path, conditions="Keep away", **given).content.decode()
    )
    at_page("superintendent", path, conditions="Keep away\nNot to ring", **given)
    notice = ProtectionNotice.objects.get()
    at_page("superintendent", f"/protection/{notice.pk}/serve/", how="At the station")
    page = at_page("superintendent", f"/protection/{notice.pk}/").content.decode()
    assert "In force" in page
    at_page("superintendent", f"/protection/{notice.pk}/breach/", at=NOW + DAY, words="He rang",
            arrested_at_0="2026-11-21", arrested_at_1="20:00")  # fmt: skip
    breach = notice.breaches.get()
    assert at_page("superintendent", f"/protection/breach/{breach.pk}/", at=NOW + DAY, send=True).status_code == 303
    at_page("superintendent", f"/protection/{notice.pk}/order/", at=NOW + DAY, made="yes", conditions="Keep away",
            until="2026-12-10")  # fmt: skip
    assert ProtectionNotice.objects.get().order_made
    assert "Keep away" in at_page("superintendent", f"/person/{found.suspect_id}/", at=NOW + 2 * DAY).content.decode()


def test_a_request_from_asking_to_telling(home, at_page) -> None:
    at_page(KEEPER, "/clares-law/ask/", kind="ask", applicant_given="Ann", subject_given="Bob", words="She is afraid")
    found = DisclosureRequest.objects.get()
    base = f"/clares-law/{found.pk}/"
    assert "Request" in at_page(KEEPER, "/clares-law/").content.decode()
    at_page(KEEPER, f"{base}checks/", words="No danger now")
    at_page(KEEPER, f"{base}met/", identity_checked="on")
    at_page(KEEPER, f"{base}decision/", disclose="yes", bodies="Probation", reason="His record")
    refused = at_page(KEEPER, f"{base}told/", in_person="on")
    assert "signed first" in refused.content.decode()
    at_page(KEEPER, f"{base}told/", in_person="on", undertaking="on", nothing_left="on")
    assert DisclosureRequest.objects.get().told_at
    assert "Told" in at_page(KEEPER, base).content.decode()
