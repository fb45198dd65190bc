"""A recorded crime whose suspect came freely, and a requisition sent to them: what the tests of it begin from."""

from datetime import UTC, date, datetime
from typing import Any

from bluelamp.cases.actions.requisition import Sent
from bluelamp.cases.keeping import Count
from bluelamp.cases.models import CaseFile
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.crimes.actions.recording import record_crime
from bluelamp.crimes.models import Crime
from bluelamp.custody.actions.attending_freely import begin_attendance, end_attendance
from bluelamp.journeys.actions.requisition import send_requisition, withdraw_requisition
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

COURT = "St Albans Magistrates' Court"
FRIDAY = date(2026, 11, 20)
HEARING = datetime(2026, 12, 18, 10, 0, tzinfo=UTC)
"""Ten on Friday 18 December 2026."""
ASSAULT = Count(offence=Offence(tried=TriedWhere.SUMMARY), code="CJ88116", words="Common assault")


class ByRequisition:
    """`crime()` is recorded on Friday 20 November; `sent()` writes a requisition of that day, as the investigator."""

    def __init__(self, evening: Evening, *, victims: int = 1, came: bool = True) -> None:
        self.evening, self.incident = evening, evening.incident()
        self.victims = [evening.victim(self.incident) for _ in range(victims)]
        self.person = evening.person()
        self.crime = self.recorded()
        if came:
            by, facts = evening.acting("response_officer"), {"offence_words": "Assault", "why": "He offered"}
            made = done(begin_attendance, TEN, by=by, person=self.person, incident=self.incident.pk,
                        appears_under_18=False, place_words="His kitchen", **facts)  # fmt: skip
            done(end_attendance, TEN + 30 * MINUTE, by=by, attendance=made)

    def recorded(self, **more: Any) -> Crime:
        facts = {"offence_code": "105", "offence_words": "Common assault", "circumstances": "She was pushed",
                 "category": "Violence and sexual offences"}  # fmt: skip
        by = self.evening.acting("response_officer")
        return Crime.objects.get(pk=done(record_crime, TEN, by=by, incident=self.incident.pk, **facts, **more))

    def sent(
        self, *, at: datetime = TEN + HOUR, on: date = FRIDAY, hearing: datetime = HEARING, role: str = "investigator",
        committed_on: date = FRIDAY, **more: Any,
    ) -> CaseFile:  # fmt: skip
        crime = more.pop("crime", self.crime.pk)
        given = {"counts": [ASSAULT], "person": self.person, **more}
        given["counts"] = [Count(**{**vars(one), "crime": crime}) for one in given["counts"]]
        what = Sent(sent_on=on, court=given.pop("court", COURT), hearing_at=hearing, committed_on=committed_on)
        by = self.evening.acting(role)
        return CaseFile.objects.get(pk=done(send_requisition, at, by=by, crime=crime, sent=what, **given))

    def withdrawn(self, case: CaseFile, *, at: datetime = TEN + 2 * HOUR, **more: Any) -> None:
        given = {"why": "A second look at the evidence", "tell": "We looked again.", **more}
        done(withdraw_requisition, at, by=self.evening.acting("investigator"), case=case.pk, **given)
