"""A domestic incident of the evening, as far as a test needs it: raised, settled, assessed, with children."""

from datetime import date, timedelta
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.calls.models import Contact
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.partners.actions.agreeing import sign_agreement
from bluelamp.people.rules.personal_connection import Tie
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding.actions.assessing import assess
from bluelamp.safeguarding.actions.children import Seen, note_child
from bluelamp.safeguarding.actions.disclosing import Asked, ask_for_disclosure, check_first, decide, meet
from bluelamp.safeguarding.actions.meetings import refer_to_meeting
from bluelamp.safeguarding.actions.protecting import Grounds, issue_notice, serve_notice, write_breach
from bluelamp.safeguarding.actions.raising import Known, raise_domestic, settle
from bluelamp.safeguarding.models import (
    Breach,
    ChildInvolved,
    DisclosureRequest,
    DomesticIncident,
    MaracReferral,
    Pathway,
    ProtectionNotice,
)
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

CODES = question_sets()["dash_27"].codes
NOW = TEN + HOUR
DAY = timedelta(days=1)
OFFICER, SPECIALIST, SUPERINTENDENT = "response_officer", "domestic_abuse_specialist", "superintendent"


def yes(number: int, *, rest: str = "no") -> dict[str, str]:
    """The first so many questions answered with yes, the others with `rest`."""
    return {code: "yes" if place < number else rest for place, code in enumerate(CODES)}


class AtHome:
    """Ms Marlow, harmed by Mr Redfern. `by("response_officer")` is always the same person of that role."""

    def __init__(self, evening: Evening | None = None) -> None:
        self.evening = evening or Evening()

    def by(self, role: str, name: str = "") -> Any:
        return self.evening.acting(role, name)

    def raised(self, *, at: Any = TEN, named: bool = True) -> DomesticIncident:
        incident = self.evening.incident()
        victim = self.evening.victim(incident).pk if named else None
        number = done(raise_domestic, at, by=self.by("response_officer"), incident=incident.pk, victim=victim)
        return DomesticIncident.objects.get(pk=number)

    def settled(self, **known: Any) -> DomesticIncident:
        found = self.raised()
        facts = {
            "age_victim": 34, "age_suspect": 36, "ties": [Tie.INTIMATE], "behaviour": ["physical"],
            "suspect": self.evening.person(),
        }  # fmt: skip
        done(settle, TEN + MINUTE, by=self.by("response_officer"), domestic=found.pk, known=Known(**{**facts, **known}))
        return DomesticIncident.objects.get(pk=found.pk)

    def assessed(
        self,
        found: DomesticIncident | None = None,
        *,
        count: int = 3,
        grade: str = "medium",
        at: Any = NOW,
        **more: Any,
    ) -> DomesticIncident:
        found = found or self.settled()
        facts = {"tool": "dash_27", "answers": yes(count), "grade": grade, "reason": "What she says and what I saw"}
        done(assess, at, by=self.by("response_officer"), domestic=found.pk, **{**facts, **more})
        return DomesticIncident.objects.get(pk=found.pk)

    def stalked(self, *, at: Any = TEN, named: bool = True, number: str = "") -> Pathway:
        """Ms Haddad is followed by somebody whom she does not know: reported on 101, nobody has it yet."""
        said = Reported(channel="101", kind="Stalking", opening_code="stalking", what="A man waits at my door each day")
        harmed = Harmed(circumstances=Circumstances(persistently_targeted=True), given_names="Noor",
                        family_name="Haddad", safe_ways=("phone",), safe_source="Herself")  # fmt: skip
        by, victim = self.by("contact_handler"), harmed if named else None
        row = Pathway.objects.get(incident=done(take_report, at, by=by, reported=said, victim=victim))
        if number:
            Contact.objects.create(channel="101", rang_at=at, caller_number=number, incident=row.incident)
        return row

    def child(self, found: DomesticIncident, **seen: Any) -> ChildInvolved:
        facts = {"given_names": "Isla", "family_name": "Marlow", "age": 7, "affected": True, "related": True}
        by, made = self.by("response_officer"), Seen(**{**facts, **seen})
        return ChildInvolved.objects.get(pk=done(note_child, NOW, by=by, domestic=found.pk, seen=made))

    def advisers(self) -> PartnerBody:
        """The advisers, with an agreement about what they may be told: not where anybody lives."""
        fields = ["name", "safe_contact", "risk", "incident_number", "needs", "children", "consent", "asked_for"]
        return self._body("advisers", "Independent advisers", "domestic_abuse", fields)

    def council(self) -> PartnerBody:
        """The council that passes notices on to schools."""
        return self._body(
            "council",
            "The council",
            "school_notice",
            ["name", "born", "school", "happened", "happened_on", "place", "child_was_there", "asked_for"],
        )

    def _body(self, key: str, name: str, purpose: str, fields: list[str]) -> PartnerBody:
        facts = {"name": name, "kind": "domestic abuse", "does": "Safety"}
        body, made = PartnerBody.objects.get_or_create(key=key, defaults=facts)
        if made:
            done(
                sign_agreement, NOW - 300 * DAY, by=self.by("superintendent"), partner=key, reference=f"ISA {key}",
                gateway="CDA 1998 s.115", purpose=purpose, fields=fields, begins=date(2026, 1, 1),
                ends=date(2027, 12, 31), for_them="P. Oduya",
            )  # fmt: skip
        return body

    def case(self, *, urgent: bool = False, **more: Any) -> MaracReferral:
        """On the list of a meeting, by the domestic abuse specialist."""
        found = self.assessed(grade="high", **more)
        by = self.by("domestic_abuse_specialist")
        facts = {"domestic": found.pk, "reason": "Strangled twice in a month", "urgent": urgent}
        return MaracReferral.objects.get(pk=done(refer_to_meeting, NOW + MINUTE, by=by, **facts))

    def notice(self, *, served: bool = False, **changes: Any) -> ProtectionNotice:
        """Issued by the superintendent about Mr Redfern."""
        return self.notice_of(self.settled(), served=served, **changes)

    def notice_of(self, found: DomesticIncident, *, served: bool = False, **changes: Any) -> ProtectionNotice:
        facts = {
            "violence": True, "abuse": True, "necessary": True, "grounds": "Two assaults in a week",
            "representations": "Says it was nothing", "conditions": ["Not to contact Joanne Marlow"],
            "address": "Flat 6",
        }  # fmt: skip
        by = self.by("superintendent")
        made = done(issue_notice, NOW, by=by, domestic=found.pk, grounds=Grounds(**{**facts, **changes}))
        if served:
            done(serve_notice, NOW + HOUR, by=self.by("response_officer"), notice=made, how="At the station, to him")
        return ProtectionNotice.objects.get(pk=made)

    def breach(self, notice: ProtectionNotice | None = None, *, arrested: bool = True) -> Breach:
        """He rang her, and was arrested for it two hours after the notice was issued."""
        notice, by = notice or self.notice(served=True), self.by("response_officer")
        when = NOW + 2 * HOUR if arrested else None
        done(write_breach, NOW + 3 * HOUR, by=by, notice=notice.pk, words="He rang her", arrested_at=when)
        return notice.breaches.get()

    def asked(
        self, *, checked: bool = False, met: bool = False, disclose: bool | None = None, third: str = ""
    ) -> DisclosureRequest:
        """Ann asks about Bob Kite, or her mother asks for her; as far on its way as said."""
        by = self.by("domestic_abuse_specialist")
        asked = Asked(applicant_given="Ann", subject_given="Bob", subject_family="Kite", third_given=third)
        facts = {"kind": "third" if third else "ask", "asked": asked, "words": "He broke a door"}
        number = done(ask_for_disclosure, NOW, by=by, **facts)
        if checked:
            done(check_first, NOW, by=by, request=number, words="No danger tonight")
        if met:
            done(meet, NOW, by=by, request=number, identity_checked=True)
        if disclose is not None:
            done(decide, NOW, by=by, request=number, disclose=disclose, bodies=["Probation"], reason="His record")
        return DisclosureRequest.objects.get(pk=number)


class Pages:
    """A browser for the people around them: what a page reads, takes and refuses."""

    def __init__(self, home: AtHome, client: Client) -> None:
        self.home, self.client = home, client

    def go(
        self, role: str, path: str, /, *, at: Any = NOW, name: str = "", send: bool = False, **given: Any
    ) -> HttpResponse:
        self.home.evening.signed_in(role, self.client, at=at, name=name)
        with clock.set_to(at):
            return self.client.post(path, given) if given or send else self.client.get(path)

    def reads(self, role: str, path: str, /, **who: Any) -> str:
        """The words of the page for this person, without the frame around it."""
        page = self.go(role, path, **who)
        assert page.status_code == 200, path
        return unescape(page.content.decode().partition("<main")[2])

    def sends(self, role: str, path: str, /, **given: Any) -> str:
        """The form is taken; where it goes on to."""
        page = self.go(role, path, send=True, **given)
        assert page.status_code == 303, page.context["form"].errors
        return str(page["Location"])

    def refuses(self, role: str, path: str, field: str, refusal: str, /, **given: Any) -> None:
        """The form is drawn again, with these words at this field ("" for the form as a whole)."""
        page = self.go(role, path, send=True, **given)
        assert page.status_code == 422, page.status_code
        assert refusal in " ".join(page.context["form"].errors.get(field or "__all__", [])), page.context["form"].errors
        assert refusal in unescape(page.content.decode())
