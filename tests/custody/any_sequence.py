"""Whatever may be done at a suite, in any order, by whoever may do it: the steps of the state machine."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bluelamp import clock
from bluelamp.cases.rules.who_may_charge import Offence as Charge
from bluelamp.cases.rules.who_may_charge import TriedWhere
from bluelamp.custody.actions import authorising, calling, caring, cells, delaying, hospital, interviewing, resting
from bluelamp.custody.actions.applying_for_a_warrant import (
    Information,
    Sitting,
    apply_for_warrant,
    warrant_issued,
    warrant_refused,
)
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.actions.keeping_custody import bring_back, hand_to_officer
from bluelamp.custody.actions.moving_suite import arrive_from_suite, leave_for_suite
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.actions.referring import open_referral, send_referral, unfreeze
from bluelamp.custody.actions.reviewing import extend, postpone_review, review
from bluelamp.custody.actions.sampling import SamplesTaken, take_samples
from bluelamp.custody.actions.visiting import record_visit
from bluelamp.custody.models import Detention, Referral
from bluelamp.custody.rules.called import Adult, Proposed
from bluelamp.custody.rules.disposals import NO_POWER_TO_KEEP, Closing, Disposal
from bluelamp.custody.rules.referral import Harm
from bluelamp.custody.rules.samples import Kind
from bluelamp.custody.rules.visits import Rousing
from bluelamp.custody.rules.ways_out import OUT_OF_COURT, ToCourt, WayOut, first_sitting
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.arrest import arrive_at_suite
from bluelamp.journeys.actions.leaving import charge_detained, release_detained
from bluelamp.ledger.verifying import verify
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused
from tests.custody.at_the_desk import whole_assessment
from tests.custody.evening import ESCORT, HOUR, MINUTE, TEN, Evening, nothing_found, pk

WHO = st.integers(0, 2)
YES = st.booleans()
ROLES = st.sampled_from(["reviewing_inspector", "custody_officer"])
OPENS_A_FROZEN_RECORD = {"open_referral", "send_referral", "unfreeze", "release_detained"}
CARE = {"level", "must_rouse", "visited_at", "visit_due_at", "waiting_for", "review_due_at", "limit_at"}
"""What may change on the record of somebody seriously injured while it is frozen; of somebody dead nothing may."""
WRITTEN = """
    SELECT (SELECT count(*) FROM ledger_entry), (SELECT count(*) FROM owed_promise),
           (SELECT coalesce(sum(version), 0) FROM owed_promise), (SELECT count(*) FROM custody_cellstay)
"""
UNCHARGED = NO_POWER_TO_KEEP | OUT_OF_COURT | {Disposal.BAIL, Disposal.BAIL_WITH_CONDITIONS}
UNCHARGED |= {Disposal.NO_FURTHER_ACTION, Disposal.UNDER_INVESTIGATION}


class AnySequence(RuleBasedStateMachine):
    """One suite of three cells, up to three people, and a clock that only moves on."""

    evening: Evening

    def __init__(self) -> None:
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.now, self.held, self.calls = TEN + HOUR, list[int](), dict[int, int]()

    def teardown(self) -> None:
        try:
            if not connection.needs_rollback:
                assert verify(connection).faults == []
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    def by(self, role: str) -> Any:
        return self.evening.acting(role)

    def do(self, action: Callable[..., str], role: str = "custody_officer", **facts: Any) -> str | None:
        """What the action answered; None where it was refused, which wrote nothing at all."""
        before, frozen = self.written(), self.frozen()
        try:
            with clock.set_to(self.now):
                answer = action(by=self.by(role), at=self.now, **facts)
        except Refused:
            assert self.written() == before, f"{action.__name__} was refused and wrote"
            return None
        finally:
            self.now += MINUTE
        if action.__name__ not in OPENS_A_FROZEN_RECORD:
            assert {pk: row for pk, row in self.frozen().items() if pk in frozen} == frozen, action.__name__
        return answer

    def written(self) -> tuple[Any, ...]:
        """How far the ledger, the promises and the stays in cells have come; one statement."""
        with connection.cursor() as cursor:
            cursor.execute(WRITTEN)
            return tuple(cursor.fetchone())

    def frozen(self) -> dict[int, dict[str, Any]]:
        dead = set(Referral.objects.filter(harm=Harm.DEATH).values_list("detention_id", flat=True))
        rows = Detention.objects.filter(frozen_at__isnull=False).values()
        return {row["id"]: {k: v for k, v in row.items() if row["id"] in dead or k not in CARE} for row in rows}

    def who(self, n: int) -> int:
        return self.held[n % len(self.held)]

    def record(self, n: int) -> Detention:
        return Detention.objects.get(pk=self.who(n))

    # Coming in, and the decision

    @initialize(child=YES)
    def two_come(self, child: bool) -> None:
        self.comes(child=child)
        self.comes(child=False)
        self.authorised(n=0)

    @rule(child=YES)
    def comes(self, child: bool) -> None:
        if len(self.held) == 3:
            return
        evening = self.evening
        with clock.set_to(self.now):
            person = evening.person("Jay", f"Kemble {len(self.held)}")
            found = evening.arrived(
                person=person, at=self.now, arrest=evening.arrest(person=person, at=self.now, appears_under_18=child)
            )
        self.held.append(found.pk)

    @rule(n=WHO)
    def comes_again(self, n: int) -> None:
        """One person has one open record: a second arrival on the same arrest is refused."""
        arrest = self.record(n).arrest_id
        assert self.do(arrive_at_suite, arrest=arrest, suite=self.evening.hatfield.pk) is None

    @rule(n=WHO, early=YES)
    def authorised(self, n: int, early: bool = False) -> None:
        found = self.record(n)
        when = {"authorised_at": found.arrived_at - MINUTE, "reason_late": "Busy"} if early else {}
        self.do(authorising.authorise, detention=found.pk, grounds="To obtain evidence by questioning", **when)

    @rule(n=WHO)
    def not_authorised(self, n: int) -> None:
        self.do(authorising.refuse_detention, detention=self.who(n), why="No grounds")

    # At the desk

    @rule(n=WHO, right=st.sampled_from(["someone_informed", "legal_advice"]), present=YES)
    def told(self, n: int, right: str, present: bool) -> None:
        self.do(tell_right, detention=self.who(n), right=right, response="wanted", words="Yes", adult_present=present)

    @rule(n=WHO)
    def asked_about_risk(self, n: int) -> None:
        self.do(assess_risk, detention=self.who(n), assessing=whole_assessment(self_harm="In March"))

    @rule(n=WHO)
    def property_taken(self, n: int) -> None:
        number = f"{self.who(n)}-{self.now:%H%M}"
        self.do(take_property, detention=self.who(n), taken=Taken(things=("Phone",), agreed="Signed"), seal=number)

    @rule(n=WHO, right=st.sampled_from(["someone_informed", "legal_advice"]), ends=YES)
    def right_delayed(self, n: int, right: str, ends: bool) -> None:
        grounds = ["alerting_suspects"]
        if ends:
            self.do(delaying.end_delay, "superintendent", detention=self.who(n), right=right, words="Asked again")
        else:
            self.do(delaying.delay_right, "superintendent", detention=self.who(n), right=right, grounds=grounds,
                    words="Another is sought")  # fmt: skip

    # Care and cells

    @rule(n=WHO, level=st.integers(1, 4), rouse=YES)
    def planned(self, n: int, level: int, rouse: bool) -> None:
        self.do(set_care_plan, detention=self.who(n), level=level, why="As found", must_rouse=rouse,
                observer="DO Pryce" if level > 2 else "")  # fmt: skip

    @rule(n=WHO, rousing=YES)
    def visited(self, n: int, rousing: bool) -> None:
        woken = Rousing(rousable=True, rousable_words="Woke", answers=True, answers_words="His name",
                        commands=True, commands_words="Sat up")  # fmt: skip
        said = {"rousing": woken} if rousing else {"words": f"Awake at {self.now:%H:%M}, talking"}
        self.do(record_visit, detention=self.who(n), **said)

    @rule(n=WHO, step=st.sampled_from(["begin_rest", "go_on_resting", "end_rest", "break_rest", "give_care"]))
    def cared_for(self, n: int, step: str) -> None:
        if step == "give_care":
            self.do(caring.give_care, detention=self.who(n), kind="main_meal", declined=False)
        elif step == "break_rest":
            self.do(resting.break_rest, detention=self.who(n), reason="request", words="He asked")
        else:
            self.do(getattr(resting, step), detention=self.who(n))

    @rule(n=WHO, number=st.sampled_from(["M1", "M2", "M3", "A1"]), out=YES)
    def in_or_out_of_a_cell(self, n: int, number: str, out: bool) -> None:
        if out:
            self.do(cells.leave_cell, detention=self.who(n))
        self.do(cells.allocate_cell, detention=self.who(n), cell=self.evening.cell(number).pk)

    @rule(n=WHO, back=YES)
    def hospital(self, n: int, back: bool) -> None:
        found = self.record(n)
        if back:
            self.do(hospital.return_from_hospital, detention=found.pk)
        else:
            self.do(hospital.go_to_hospital, detention=found.pk, why="Chest pain")
        after = self.record(n)
        for was, now in ((found.limit_at, after.limit_at), (found.review_due_at, after.review_due_at)):
            assert was is None or now is None or now >= was, "hospital brought a limit forward"

    # Those called

    @rule(n=WHO, step=st.sampled_from(["call", "came", "came_child", "left", "not_coming"]))
    def adult(self, n: int, step: str) -> None:
        found = self.who(n)
        if step == "call":
            answer = self.do(calling.call, detention=found, kind="appropriate_adult", who="His mother")
            if answer:
                self.calls[found] = pk(answer)
        elif found not in self.calls:
            return
        elif step == "left":
            self.do(calling.left, called=self.calls[found], words="Advised")
        elif step == "not_coming":
            self.do(calling.not_coming, called=self.calls[found], why="At work")
        else:
            age = 15 if step == "came_child" else 41
            proposed = Proposed(adult=next(iter(Adult)), age=age, police=False, involved=False)
            done = self.do(calling.came, called=self.calls[found], remote=False, proposed=proposed)
            assert done is None or step == "came"

    @rule(n=WHO, back=YES, reminded=YES)
    def interviewed(self, n: int, back: bool, reminded: bool) -> None:
        if back:
            self.do(interviewing.back_from_interview, detention=self.who(n))
        else:
            self.do(interviewing.out_to_interview, detention=self.who(n), reminded=reminded,
                    interpreter_needed_now=False)  # fmt: skip

    @rule(n=WHO, role=ROLES, kind=st.sampled_from(Kind), agreed=YES, adult=YES, told=YES)
    def samples_taken(self, n: int, role: str, kind: Kind, agreed: bool, adult: bool, told: bool) -> None:
        taken = SamplesTaken(
            kinds=(kind,), of="mouth_swab", intimate_of="urine", told=told, warned=told, trigger=True,
            person_consents=agreed, parent_consents=agreed, adult_present=adult,
        )  # fmt: skip
        officer = self.evening.officer(role).pk
        self.do(take_samples, detention=self.who(n), taken=taken, authority=officer)

    @rule(n=WHO, back=YES)
    def handed_over(self, n: int, back: bool) -> None:
        if back:
            self.do(bring_back, detention=self.who(n), complied=True, report="Codes kept")
        else:
            officer = self.evening.officer("response_officer").pk
            self.do(hand_to_officer, detention=self.who(n), officer=officer, why="Identification")

    @rule(n=WHO, there=YES)
    def to_another_suite(self, n: int, there: bool) -> None:
        if there:
            self.do(arrive_from_suite, detention=self.who(n), complied=True, report="Quiet")
        else:
            suite = Suite.objects.exclude(pk=self.record(n).suite_id).get().pk
            self.do(leave_for_suite, detention=self.who(n), suite=suite, escorting=ESCORT, why="Heating")

    # The clocks

    @rule(n=WHO, role=ROLES)
    def reviewed(self, n: int, role: str) -> None:
        self.do(review, role, detention=self.who(n), outcome="continued", words="Still to interview", heard="none_made")

    @rule(n=WHO)
    def review_put_off(self, n: int) -> None:
        self.do(postpone_review, "reviewing_inspector", detention=self.who(n), reason="not_practicable", words="Fire")

    @rule(n=WHO, hours=st.integers(1, 14))
    def extended(self, n: int, hours: int) -> None:
        found = self.record(n)
        until = (found.limit_at or self.now) + hours * HOUR
        self.do(extend, "superintendent", detention=found.pk, until=until, grounds="Phones", representations="None",
                diligent=True, necessary=True, responsible=True)  # fmt: skip

    @rule(n=WHO, step=st.sampled_from(["apply", "issued", "refused"]), hours=st.sampled_from([12, 36, 60]))
    def warrant(self, n: int, step: str, hours: int) -> None:
        found = self.who(n)
        if step == "apply":
            said = Information(grounds="Phones", necessary=True, diligent=True, copy_given=True)
            self.do(apply_for_warrant, detention=found, sitting=Sitting(court="St Albans"), information=said)
        elif step == "issued":
            self.do(warrant_issued, detention=found, hours=hours)
        else:
            self.do(warrant_refused, detention=found, words="Not diligent")

    # The way out

    @rule(n=WHO, kept=YES)
    def charged(self, n: int, kept: bool) -> None:
        offence = Charge(tried=TriedWhere.EITHER_WAY)
        for days in range(1, 7):
            done = self.do(
                charge_detained, detention=self.who(n), offence=offence, offence_code="8/2", offence_words="Assault",
                court="St Albans", first_hearing=local_day(self.now) + timedelta(days=days), plea="gap",
                prosecutor_reference="CPS-1", kept_in_custody=kept, kept_why="He would not come",
            )  # fmt: skip
            if done:
                return

    @rule(n=WHO, stays=YES)
    def assessed(self, n: int, stays: bool) -> None:
        found = self.who(n)
        self.do(assess_before_release, detention=found, assessing=nothing_found(stays_held=stays, met_by="His mother"))

    @rule(n=WHO, disposal=st.sampled_from(Disposal), assessed=YES)
    def released(self, n: int, disposal: Disposal, assessed: bool) -> None:
        found = self.record(n)
        if assessed:
            self.assessed(n=n, stays=False)
        way = WayOut(disposal=disposal, admitted=True, consents=True, appropriate_adult="His mother",
                     agreed="Says sorry", reference="PN 4471", taken_over_by="HMP Bedford")  # fmt: skip
        closing = Closing(disposal=disposal, way_home="On foot", notice_given=True, victim_views_sought=True)
        sitting = self.first_sitting(found)
        move = ToCourt(charged_at=None, court="St Albans", sitting_at=sitting, court_told="Clerk", handed_to="Escort")
        self.do(release_detained, detention=found.pk, closing=closing, words="As said",
                property_words="Phone given back", way=way, move=move)  # fmt: skip

    def first_sitting(self, found: Detention) -> datetime:
        return first_sitting(charged_at=found.charged_at or self.now, law=law_of("custody")).deadline.due

    @rule(n=WHO, step=st.sampled_from([Harm.DEATH, Harm.SERIOUS_INJURY, "refer", "unfreeze"]))
    def harmed(self, n: int, step: Harm | str) -> None:
        found = self.who(n)
        if step == "refer":
            self.do(send_referral, "reviewing_inspector", detention=found, reference="IOPC 1")
        elif step == "unfreeze":
            self.do(unfreeze, "superintendent", detention=found, why="Secured")
        elif isinstance(step, Harm):
            self.do(open_referral, detention=found, harm=step, happened_at=self.now, words="Found", told="Insp Osei")

    @rule(minutes=st.sampled_from([7, 35, 65, 180, 400, 600]))
    def time_moves_on(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
