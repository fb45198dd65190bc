"""The ladder as pages draw it: every rung with its last signature, and whose hand it waits for."""

from dataclasses import dataclass

from bluelamp.specials.models import Signature
from bluelamp.specials.queries import Stands, steps_of
from bluelamp.specials.rules.pathway import Step


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One step as drawn: `state` is kept, now (could be signed now), late (not yet passed) or next."""

    step: Step
    state: str
    signed: Signature | None

    @property
    def word(self) -> str:
        return {"kept": "Signed", "now": "Next", "late": "Not yet passed", "next": "To come"}[self.state]


def rungs(found: Stands) -> list[Rung]:
    """Every step in its order."""
    last: dict[str, Signature] = {}
    for one in sorted(found.special.signatures.all(), key=lambda each: (each.signed_at, each.pk)):
        last[one.step] = one
    ahead = {step.key for step in found.next}
    return [_rung(step, last.get(step.key), step.key in ahead) for step in steps_of(found.special)]


def _rung(step: Step, signed: Signature | None, ahead: bool) -> Rung:
    if signed and signed.passed:
        return Rung(step=step, state="kept", signed=signed)
    if signed:
        return Rung(step=step, state="late", signed=signed)
    return Rung(step=step, state="now" if ahead else "next", signed=None)
