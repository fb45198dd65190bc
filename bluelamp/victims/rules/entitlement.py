"""Who has enhanced rights under the Victims' Code, and who may switch them off (V5)."""

from dataclasses import dataclass

from bluelamp.verdict import Reason, Verdict, allowed, every, refused

_SOURCE = "Victims' Code, enhanced rights"


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What is known of a victim. `age` in whole years at the time of the offence, None if not known.

    `judged`: switched on by somebody's judgement, with `judged_why`.
    """

    domestic: bool = False
    hate: bool = False
    sexual: bool = False
    age: int | None = None
    most_serious: bool = False
    bereaved: bool = False
    persistently_targeted: bool = False
    evidence_affected: bool = False
    intimidated: bool = False
    judged: bool = False
    judged_why: str = ""


@dataclass(frozen=True, kw_only=True)
class Entitlement:
    """Enhanced or not, with every reason."""

    enhanced: bool
    reasons: tuple[Reason, ...]


def entitlement(circumstances: Circumstances) -> Entitlement:
    """Enhanced where any ground of the Code holds; on by default for domestic, hate, sexual and child victims (V5)."""
    grounds = (
        (circumstances.domestic, "Domestic abuse."),
        (circumstances.hate, "Hate crime."),
        (circumstances.sexual, "Sexual offence."),
        (circumstances.age is not None and circumstances.age < 18, "Under 18 at the time."),
        (circumstances.most_serious, "Victim of a most serious crime."),
        (circumstances.bereaved, "Bereaved close relative."),
        (circumstances.persistently_targeted, "Persistently targeted."),
        (circumstances.evidence_affected, "Evidence may be affected by a disorder, impairment or disability."),
        (circumstances.intimidated, "Intimidated."),
        (circumstances.judged, circumstances.judged_why or "Switched on by judgement."),
    )
    reasons = tuple(Reason(words=words, source=_SOURCE) for holds, words in grounds if holds)
    return Entitlement(enhanced=bool(reasons), reasons=reasons)


def may_switch_off(*, supervisor: str, reason: str) -> Verdict:
    """Anyone may switch enhanced rights on; off needs a supervisor's reference and a reason (V5)."""
    agreed = allowed() if supervisor.strip() else refused("A supervisor must agree.", _SOURCE, field="supervisor")
    why = allowed() if reason.strip() else refused("Say why, in words.", _SOURCE, field="reason")
    return every(agreed, why)
