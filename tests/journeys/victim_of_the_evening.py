"""What was done for Ms Marlow on the browser tests' evening: asked what she needs, referred, and she wrote to us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.actions.asking import ask
from bluelamp.victims.actions.assessing import assess_needs
from bluelamp.victims.actions.information import write_request
from bluelamp.victims.actions.referring import refer
from bluelamp.victims.models import Referral
from bluelamp.victims.rules.information import Request
from bluelamp.victims.rules.needs import Need, Topic

if TYPE_CHECKING:
    from tests.journeys.world import Evening

NEEDS = (
    Need(topic=Topic.SAFETY, answer=Answer.KNOWN, words="Afraid that he comes back"),
    Need(topic=Topic.SPEAKING, answer=Answer.NONE),
    Need(topic=Topic.HEALTH, answer=Answer.DECLINED),
    Need(topic=Topic.CHILDREN, answer=Answer.KNOWN, words="Two children, 4 and 7"),
    Need(topic=Topic.INTERVIEWER, answer=Answer.KNOWN, words="A woman"),
)


def fill(evening: Evening) -> None:
    """The numbers of the referral and of what she asked."""
    victim, sutter = evening.made["victim"], evening.who("sutter")
    evening.do(assess_needs, 30, sutter, victim=victim, needs=NEEDS)
    evening.do(refer, 28, sutter, victim=victim, service="Beacon domestic abuse support", agreed=True, words="Yes")
    evening.made["referral"] = Referral.objects.get(victim=victim).pk
    request = Request(
        holder="The surgery in Elm Road", what="The note of the visit on Friday 20 November about her arm",
        line="How she was hurt, and when", necessary="Nobody else saw the injury on the day",
        proportionate="She has no picture of it; one note of one day is asked for", counselling=False,
    )  # fmt: skip
    evening.made["information"] = evening.do(write_request, 24, sutter, victim=victim, request=request)
    evening.made["asked"] = evening.do(
        ask, 25, sutter, victim=victim, matter="message", words="May I go home for clothes?"
    )
