"""Domestic incidents assessed: at the scene by the crew, or from the queue; then second look, adviser and meeting."""

from datetime import timedelta
from random import Random

from bluelamp.access.acting import Acting
from bluelamp.owed.models import Promise, State
from bluelamp.partners.queries import bodies_for
from bluelamp.partners.rules.fields import Purpose
from bluelamp.safeguarding.actions.assessing import assess, look_again
from bluelamp.safeguarding.actions.meetings import refer_to_meeting
from bluelamp.safeguarding.actions.referring import refer
from bluelamp.safeguarding.models import DomesticIncident, Referral
from bluelamp.safeguarding.owed.domestic import MARAC
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.assessing import Risk, Said
from bluelamp.twin import partner_answers
from bluelamp.twin.chance import around
from bluelamp.twin.running import Running

TOOL = "dash_27"
HIGH_FROM, MEDIUM_FROM = 14, 10
"""How the crew reads its own count; the rule decides what may stand."""


def plan(run: Running, incident: int) -> None:
    """The queue looks after what no crew assessed."""
    luck = run.luck("queue", incident)
    run.later(timedelta(hours=luck.uniform(*run.assumed["assessed_from_queue_hours"])), from_queue, incident)


def at_scene(run: Running, incident: int, by: Acting) -> None:
    """The crew asks the questions before it leaves, mostly."""
    luck = run.luck("assess", incident)
    if luck.random() < run.assumed.number("assessed_at_scene_share"):
        run.later(timedelta(minutes=luck.uniform(12, 35)), assess_one, incident, by)


def from_queue(run: Running, incident: int) -> None:
    """Whoever of the specialists is there rings the victim, or sees them, and assesses."""
    assess_one(run, incident, run.cast.of("domestic-abuse", run.luck("from queue", incident)))


def assess_one(run: Running, incident: int, by: Acting) -> None:
    """Assess a domestic incident that nobody assessed yet, and plan what the grade calls for."""
    found = DomesticIncident.objects.filter(incident_id=incident, assessed_at=None, ended_at=None).first()
    if found is None or not run.mine(found.ref, f"incident:{incident}"):
        return
    luck = run.luck("answers", incident)
    answers = _answers(run, luck)
    grade = _grade(run, sum(said is Said.YES for said in answers.values()), luck)
    done = run.do(
        assess, by=by, domestic=found.pk, tool=TOOL, answers=answers, grade=grade.value,
        reason="By what was said and what was seen.", observed="Shaken, and alone in the kitchen.",
    )  # fmt: skip
    if done and grade is not Risk.STANDARD:
        plan_second_look(run, found.pk, grade.value)
    if done and grade is Risk.HIGH:
        run.later(timedelta(minutes=luck.uniform(10, 90)), adviser, found.pk)
    if done and found.pk in waiting_for_the_meeting(found.ref):
        plan_meeting(run, found.pk)


def waiting_for_the_meeting(*records: str) -> list[int]:
    """Domestic incidents that meet a criterion of the meeting and are on no list yet, as what is owed says."""
    owed = Promise.objects.filter(kind=MARAC.name, state=State.OPEN)
    found = owed.filter(record__in=records) if records else owed
    return [int(one.partition(":")[2]) for one in found.order_by("pk").values_list("record", flat=True)]


def plan_meeting(run: Running, domestic: int) -> None:
    """The specialists read it and put it on the list."""
    hours = around(run.luck("meeting", domestic), *run.assumed.median("marac_referred_hours"))
    run.later(timedelta(hours=hours), to_the_meeting, domestic)


def to_the_meeting(run: Running, domestic: int) -> None:
    """Referred to the next meeting, unless somebody has."""
    if run.mine(f"domestic:{domestic}") and domestic in waiting_for_the_meeting(f"domestic:{domestic}"):
        by = run.cast.of("domestic-abuse", run.luck("refers", domestic))
        run.do(refer_to_meeting, by=by, domestic=domestic, reason="The bodies need to plan for her safety together.")


def plan_second_look(run: Running, domestic: int, grade: str) -> None:
    """Some hours from now."""
    hours = around(run.luck("look again", domestic), *run.assumed.median("second_look_hours"))
    run.later(timedelta(hours=hours), second_look, domestic, grade)


def second_look(run: Running, domestic: int, grade: str) -> None:
    """An inspector reads it and agrees."""
    if run.mine(f"domestic:{domestic}"):
        by = run.luck("second look", domestic).choice(list(run.cast.inspectors))
        run.do(look_again, by=by, domestic=domestic, grade=grade, words="Read and agreed.")


def adviser(run: Running, domestic: int) -> None:
    """High risk goes to the independent adviser at once."""
    bodies = bodies_for(Purpose.DOMESTIC_ABUSE, at=run.now)
    if bodies and run.mine(f"domestic:{domestic}"):
        by = run.cast.of("domestic-abuse", run.luck("adviser", domestic))
        kind = Referral.Kind.ADVISER.value
        run.do(refer, by=by, domestic=domestic, kind=kind, body=bodies[0].pk, words="High risk.", agreed=True)
        partner_answers.follow(run, f"domestic:{domestic}")


def _answers(run: Running, luck: Random) -> dict[str, Said]:
    likely = luck.betavariate(*run.assumed["risk_yes"])
    unknown = run.assumed.number("risk_not_known_share")
    return {
        code: Said.NOT_KNOWN if luck.random() < unknown else Said.YES if luck.random() < likely else Said.NO
        for code in question_sets()[TOOL].codes
    }


def _grade(run: Running, yes: int, luck: Random) -> Risk:
    """By the count, and now and then higher by judgement."""
    counted = Risk.HIGH if yes >= HIGH_FROM else Risk.MEDIUM if yes >= MEDIUM_FROM else Risk.STANDARD
    higher = luck.random() < run.assumed.number("risk_judged_higher_share")
    return Risk.MEDIUM if higher and counted is Risk.STANDARD else counted
