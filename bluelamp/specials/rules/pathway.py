"""The ladder from application to independent patrol: which step is next, and who may sign it (S1, S3, SCLP)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from bluelamp.deadlines.law import Law
from bluelamp.specials.rules.rank import Holder, has_rank
from bluelamp.verdict import Verdict, allowed, every, refused

POLICY = "Force policy: who signs a special's steps"
PATROL = "Special patrol status S3"
CHECKS = {
    "identity": "Identity",
    "right_to_work": "Right to work",
    "references": "References",
    "vetting": "Vetting",
    "medical": "Medical",
    "fitness": "Fitness",
}
PATROLS = {"accompanied": "Accompanied patrol", "directed": "Directed patrol", "independent": "Independent patrol"}
ATTESTED = "attested"


class Signer(StrEnum):
    """Whose signature a step needs."""

    COORDINATOR = "coordinator"
    TUTOR = "tutor"
    INSPECTOR = "inspector"

    @property
    def words(self) -> str:
        return _SIGNERS[self]


_SIGNERS = {
    Signer.COORDINATOR: "the specials coordinator",
    Signer.TUTOR: "the tutor, a named experienced regular officer",
    Signer.INSPECTOR: "an inspector by regular rank",
}


@dataclass(frozen=True, kw_only=True)
class Step:
    """One rung. `needs` are the keys of the steps that come first; checks may be signed in any order."""

    key: str
    words: str
    signer: Signer
    needs: tuple[str, ...]
    source: str
    part: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """One signature: which step, whether it was passed, when, and by whom."""

    step: str
    passed: bool
    at: datetime
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where somebody stands. `applied_at`: instant of the application. `accepted`: it was accepted for checks.

    `signed` are all signatures, oldest first: the last of each step counts. `has_tutor`, `has_account` (enrolled as an
    officer) and `trained` (officer safety and first aid in date today) are what patrol needs besides.
    """

    applied_at: datetime
    accepted: bool = False
    ended: bool = False
    signed: tuple[Signed, ...] = ()
    has_tutor: bool = False
    has_account: bool = False
    trained: bool = False

    @property
    def passed(self) -> frozenset[str]:
        """The steps whose last signature says passed."""
        last = {one.step: one.passed for one in self.signed}
        return frozenset(step for step, good in last.items() if good)

    def last(self, step: str) -> Signed | None:
        """The last signature of a step; None where nobody signed it."""
        return next((one for one in reversed(self.signed) if one.step == step), None)


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who would sign. `own`: it is the special's own step. `tutor`: the tutor named for this very special."""

    holder: Holder
    coordinator: bool = False
    tutor: bool = False
    own: bool = False


def ladder(law: Law, *, on: date) -> tuple[Step, ...]:
    """Every step in its order, as the programme of the day `on` (the day of the application) has it.

    Where the force attests before the last phase, the later phases come after accompanied patrol, on the street.
    """
    programme = law.value("pathway.phases", on=on)
    early = min(law.value("pathway.attested_after_phase", on=on).number, programme.number)
    checks = tuple(_check(key) for key in CHECKS)
    phases = tuple(_phase(n, programme.source) for n in range(1, programme.number + 1))
    rungs = [*phases[:early], _attested(), _patrol("accompanied", Signer.COORDINATOR), *phases[early:],
             _patrol("directed", Signer.TUTOR), _patrol("independent", Signer.INSPECTOR)]  # fmt: skip
    first = replace(rungs[0], needs=tuple(CHECKS))
    return (*checks, first, *(replace(rung, needs=(before.key,)) for before, rung in pairwise(rungs)))


def _check(key: str) -> Step:
    return Step(key=key, words=CHECKS[key], signer=Signer.COORDINATOR, needs=(), source=POLICY, part="Checks")


def _phase(number: int, source: str) -> Step:
    return Step(key=f"phase_{number}", words=f"Phase {number}", signer=Signer.TUTOR, needs=(), source=source,
                part="Learning")  # fmt: skip


def _attested() -> Step:
    return Step(key=ATTESTED, words="Attested", signer=Signer.INSPECTOR, needs=(), part="Patrol",
                source="Police Act 1996 s.29, Sch. 4")  # fmt: skip


def _patrol(key: str, signer: Signer) -> Step:
    return Step(key=key, words=PATROLS[key], signer=signer, needs=(), source=PATROL, part="Patrol")


def next_steps(standing: Standing, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps that could be signed now: the checks still open, or the one rung after the last passed."""
    if not standing.accepted or standing.ended:
        return ()
    done = standing.passed
    return tuple(step for step in steps if step.key not in done and done.issuperset(step.needs))


def may_sign(*, step: Step, standing: Standing, hand: Hand, passed: bool, words: str = "") -> Verdict:
    """Whether this hand may put this outcome under this step, with every reason against it.

    `words`: what it rests on. A step not passed says why; an attestation names the court that heard the declaration.
    """
    order = _order(step, standing)
    if not order.allowed:
        return order
    checks = [right_hand(step.signer, hand)]
    if passed:
        checks.append(_ready(step, standing))
    if not passed and not words.strip():
        checks.append(refused("Say why it is not passed yet, in words the special may read.", POLICY, field="words"))
    if passed and step.key == ATTESTED and not words.strip():
        checks.append(refused("Name the court and who heard the declaration.", step.source, field="words"))
    return every(*checks)


def _order(step: Step, standing: Standing) -> Verdict:
    if standing.ended:
        return refused("The record is closed.", "Order of events")
    if not standing.accepted:
        return refused("Decide the application first.", "Order of events")
    if step.key in standing.passed:
        return refused(f"{step.words} is signed already.", "Order of events")
    missing = [key for key in step.needs if key not in standing.passed]
    if missing:
        names = ", ".join(words_of(key).lower() for key in missing)
        return refused(f"Not yet signed: {names}.", step.source)
    return allowed()


def right_hand(signer: Signer, hand: Hand) -> Verdict:
    """Whether this is the hand that a step asks for; never the special's own, and never a grade for a rank."""
    if hand.own:
        return refused("Nobody signs their own step.", POLICY)
    if signer is Signer.INSPECTOR:
        return has_rank(holder=hand.holder, needed="inspector")
    if signer is Signer.TUTOR and not hand.tutor:
        return refused("This is for the tutor named for this special.", POLICY)
    if signer is Signer.COORDINATOR and not hand.coordinator:
        return refused("This is for the specials coordinator.", POLICY)
    return allowed()


def _ready(step: Step, standing: Standing) -> Verdict:
    checks = []
    if step.key in (*PATROLS, ATTESTED) and not standing.has_account:
        checks.append(refused("Not enrolled as an officer yet: link the account first.", "Order of events"))
    if step.key in PATROLS and not standing.trained:
        words = "Officer safety and first aid training must both be in date."
        checks.append(refused(words, PATROL))
    if step.key == "accompanied" and not standing.has_tutor:
        checks.append(refused("Name the tutor first: nobody is accompanied by nobody.", PATROL))
    return every(*checks)


def words_of(step: str) -> str:
    """A step in words, by its key."""
    if step.startswith("phase_"):
        return f"Phase {step.removeprefix('phase_')}"
    return {**CHECKS, **PATROLS, ATTESTED: "Attested"}.get(step, step.replace("_", " ").capitalize())


class Stage(StrEnum):
    """Where somebody stands, in one word, for lists and counts."""

    APPLIED = "applied"
    CHECKS = "checks"
    LEARNING = "learning"
    ATTESTED = "attested"
    ACCOMPANIED = "accompanied"
    DIRECTED = "directed"
    INDEPENDENT = "independent"
    ENDED = "ended"

    @property
    def words(self) -> str:
        return _STAGES[self]


_STAGES = {
    Stage.APPLIED: "Applied",
    Stage.CHECKS: "In checks",
    Stage.LEARNING: "Learning",
    Stage.ATTESTED: "Attested",
    Stage.ACCOMPANIED: "Accompanied patrol",
    Stage.DIRECTED: "Directed patrol",
    Stage.INDEPENDENT: "Independent patrol",
    Stage.ENDED: "Ended",
}


def stage(standing: Standing) -> Stage:
    """The furthest that was reached and stands."""
    if standing.ended:
        return Stage.ENDED
    done = standing.passed
    for key in (*reversed(PATROLS), ATTESTED):
        if key in done:
            return Stage(key)
    if done.issuperset(CHECKS):
        return Stage.LEARNING
    return Stage.CHECKS if standing.accepted else Stage.APPLIED


def waiting_since(standing: Standing) -> datetime:
    """Since when the next step waits: the last step that was passed, else the application."""
    passed = [one.at for one in standing.signed if one.passed and one.step in standing.passed]
    return max([standing.applied_at, *passed])
