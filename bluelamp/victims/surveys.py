"""Where a victim stands with the few questions: what can be asked or answered now, read from their record."""

from datetime import datetime

from django.db.models import Max

from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict
from bluelamp.victims.models import Survey, Telling, Victim
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.survey import OUTCOMES, Point, Stage, may_ask, waiting


def points_of(victim: Victim) -> list[Point]:
    """The stages this victim reached: reported, and told an outcome (the last one)."""
    found = [Point(stage=Stage.REPORT, at=victim.recorded_at)]
    told = Telling.objects.filter(victim=victim, step__in=OUTCOMES).aggregate(last=Max("told_at"))["last"]
    return [*found, Point(stage=Stage.OUTCOME, at=told)] if told else found


def waiting_for(victim: Victim, at: datetime) -> Point | None:
    """The stage whose questions can be answered now."""
    settled = Survey.objects.filter(victim=victim).exclude(answered_at=None, declined_at=None)
    done = {Stage(one) for one in settled.values_list("stage", flat=True)}
    return waiting(law_of("victims"), points=points_of(victim), done=done, at=at)


def may_be_asked(victim: Victim, at: datetime) -> Verdict:
    """Whether a message may ask them now, as far as stage and wish go."""
    asked = Survey.objects.filter(victim=victim, asked_at__isnull=False).values_list("stage", flat=True)
    point = waiting_for(victim, at)
    return may_ask(point=point, asked=tuple(Stage(one) for one in asked), frequency=Frequency(victim.frequency))
