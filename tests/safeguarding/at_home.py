"""A domestic incident of the evening, as far as a test needs it: raised, settled, assessed, with children."""

from datetime import date, timedelta
from typing import Any

from bluelamp.calls.models import Contact
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.partners.actions.agreeing import sign_agreement
from bluelamp.people.rules.personal_connection import Tie
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding.actions.assessing import assess
from bluelamp.safeguarding.actions.children import Seen, note_child
from bluelamp.safeguarding.actions.meetings import refer_to_meeting
from bluelamp.safeguarding.actions.protecting import Grounds, issue_notice, serve_notice
from bluelamp.safeguarding.actions.raising import Known, raise_domestic, settle
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident, MaracReferral, Pathway, ProtectionNotice
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.victims.rules.entitlement import Circumstances
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

CODES = question_sets()["dash_27"].codes
NOW = TEN + HOUR
DAY = timedelta(days=1)


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
