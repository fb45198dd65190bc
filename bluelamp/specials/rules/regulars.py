"""The pathway into the regulars, for a special who is here for a career: steps, each with evidence (S6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bluelamp.specials.rules.pathway import Signer
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Pathway from special to regular S6"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: what it is, what shows it, and whose signature it needs."""

    key: str
    words: str
    shows: str
    signer: Signer


STEPS = (
    Step(key="portfolio_arrest", words="Portfolio: arrest and search", signer=Signer.TUTOR,
         shows="Two arrests or searches you led: date, log number, what you learnt"),
    Step(key="portfolio_victim", words="Portfolio: victims and witnesses", signer=Signer.TUTOR,
         shows="A victim you supported from first contact, and a statement you took"),
    Step(key="portfolio_incident", words="Portfolio: incidents", signer=Signer.TUTOR,
         shows="Three incidents you dealt with from arrival to result"),
    Step(key="recommended", words="Recommended", signer=Signer.INSPECTOR,
         shows="The inspector's word, by regular rank, on the portfolio as a whole"),
    Step(key="applied", words="Application to the regulars", signer=Signer.COORDINATOR,
         shows="The number and date of your application"),
    Step(key="assessed", words="Assessment passed", signer=Signer.COORDINATOR,
         shows="The date and result of the national assessment"),
    Step(key="tutorship", words="Place under tutorship agreed", signer=Signer.COORDINATOR,
         shows="The team and the day you begin"),
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where somebody is: here for a career or not, on independent patrol or not, steps with evidence and signed."""

    career: bool
    independent: bool
    evidenced: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()


def next_step(progress: Progress) -> Step | None:
    """The first step not signed; None for one who is here for the community, or who has done them all."""
    if not progress.career:
        return None
    return next((step for step in STEPS if step.key not in progress.signed), None)


def may_put(*, step: Step, progress: Progress, words: str) -> Verdict:
    """Whether evidence may be put down. The portfolio is kept from the first patrol on, so that it can go along to
    another force; the later steps wait for the ones before them."""
    if not progress.career:
        return refused("The pathway into the regulars is for those who are here for a career. You may change that.",
                       SOURCE)  # fmt: skip
    if step.key in progress.signed:
        return refused(f"{step.words} is signed already.", "Order of events")
    said = allowed() if words.strip() else refused("Write what shows it.", SOURCE, field="words")
    return every(_turn(step, progress), said)


def _turn(step: Step, progress: Progress) -> Verdict:
    if step.key.startswith("portfolio_"):
        return allowed()
    before = [one for one in STEPS[: STEPS.index(step)] if one.key not in progress.signed]
    if before:
        return refused(f"Not yet signed: {_names(before)}.", SOURCE)
    return allowed() if progress.independent else refused("Independent patrol comes first.", SOURCE)


def _names(steps: Iterable[Step]) -> str:
    return ", ".join(step.words.lower() for step in steps)
