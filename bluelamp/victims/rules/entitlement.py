"""Who has enhanced rights under the Victims' Code, and who may switch them off (V5)."""

from dataclasses import dataclass

from bluelamp.verdict import Reason, Verdict, allowed, every, refused

_SOURCE = "Victims' Code, enhanced rights"
VULNERABLE = "Evidence may be affected by a disorder, impairment or disability."


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
    """Enhanced or not, with every reason. `to_ask`: what would change it and is not known; never guessed."""

    enhanced: bool
    reasons: tuple[Reason, ...]
    to_ask: tuple[str, ...] = ()


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
        (circumstances.evidence_affected, VULNERABLE),
        (circumstances.intimidated, "Intimidated."),
        (circumstances.judged, circumstances.judged_why or "Switched on by judgement."),
    )
    reasons = tuple(Reason(words=words, source=_SOURCE) for holds, words in grounds if holds)
    unknown = circumstances.age is None and not reasons
    to_ask = ("How old were they then? Under 18 they have enhanced rights.",) if unknown else ()
    return Entitlement(enhanced=bool(reasons), reasons=reasons, to_ask=to_ask)


def may_switch_on(*, enhanced: bool, reason: str) -> Verdict:
    """Anyone may switch enhanced rights on by judgement, with the reason (V5)."""
    if enhanced:
        return refused("They have enhanced rights already.", _SOURCE)
    return allowed() if reason.strip() else refused("Say why, in words.", _SOURCE, field="reason")


def may_find_vulnerable(*, vulnerable: bool, reason: str) -> Verdict:
    """It may be seen at any time that a victim is vulnerable, with what was seen (V5)."""
    if vulnerable:
        return refused("They are known to be vulnerable already.", _SOURCE, field="vulnerable")
    return allowed() if reason.strip() else refused("Say what was seen, in words.", _SOURCE, field="words")


def may_switch_off(*, supervisor: str, reason: str, asked_by: str = "", child: bool = False) -> Verdict:
    """Anyone may switch enhanced rights on; off needs a supervisor's reference and a reason (V5).

    `asked_by`: who asks for it, who is somebody else than the supervisor. Under 18 at the time they stay on: that is
    a fact, not a judgement.
    """
    agreed = allowed() if supervisor.strip() else refused("A supervisor must agree.", _SOURCE, field="supervisor")
    if supervisor.strip() and supervisor == asked_by:
        agreed = refused("Somebody else than who asks must agree: a supervisor.", _SOURCE, field="supervisor")
    why = allowed() if reason.strip() else refused("Say why, in words.", _SOURCE, field="reason")
    stays = refused("Under 18 at the time: enhanced rights stay on.", _SOURCE) if child else allowed()
    return every(agreed, why, stays)
