"""Partner bodies of the browser tests' evening: their agreements, and what was shared with some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluelamp import clock
from bluelamp.partners.actions import answering, sharing
from bluelamp.partners.demonstration import create
from bluelamp.partners.models import Agreement

if TYPE_CHECKING:
    from tests.journeys.world import Evening

HELD = {
    "name": "Joanne Marlow",
    "safe_contact": "Text only, number ending 418, 9 to 3. No voicemail",
    "needs": "Two children at home. Nobody may know that she asked",
    "consent": "She agreed on the phone",
    "asked_for": "Ring her back, and tell us when you have spoken to her",
}


def fill(evening: Evening) -> None:
    """To the victim care service one that waits and one accepted; the refuge declined; the advisers reached her."""
    with clock.set_to(evening.now):
        create(at=evening.now)
    evening.made["agreement"] = Agreement.objects.get(partner__key="refuge").pk
    made = {
        "share": _shared(evening, 90, "victim-support", "victim_support"),
        "share accepted": _shared(evening, 400, "victim-support", "victim_support"),
        "share declined": _shared(evening, 300, "refuge", "domestic_abuse", urgent=True),
        "share reached": _shared(evening, 500, "domestic-advisers", "domestic_abuse"),
    }
    evening.made |= made
    _answered(evening, answering.accept, 350, made["share accepted"], "P. Oduya deals with it")
    _answered(evening, answering.decline, 250, made["share declined"], "No room tonight")
    _answered(evening, answering.accept, 450, made["share reached"], "")
    _answered(evening, answering.say_reached, 200, made["share reached"], "Spoke to her at work")


def _shared(evening: Evening, ago: float, partner: str, purpose: str, **more: Any) -> int:
    about = {"record": f"victim:{evening.made['victim']}", "about": (f"person:{evening.made['Joanne Marlow']}",)}
    facts = {"partner": partner, "purpose": purpose, "fields": HELD, "follow": "reached", **about, **more}
    return evening.do(sharing.share, ago, evening.who("sutter"), **facts)


def _answered(evening: Evening, answer: Any, ago: float, share: int, words: str) -> None:
    evening.do(answer, ago, evening.who("sutter"), share=share, words=words)
