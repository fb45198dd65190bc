"""A superintendent's authority to keep a person beyond 24 h (PACE s.42)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.detention_clock import current_limit, extended_limit, law_day, limit
from bluelamp.custody.rules.facts import Decider, Detention
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant, spoken
from bluelamp.deadlines.law import Law, Value
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Extending:
    """Facts of an extension. `kind_of_offence`: indictable, either_way or summary. `reviews_done`: actual times.

    `live_link`: representations are heard by live link, which needs advice and consent (s.45ZA).
    """

    detention: Detention
    kind_of_offence: str
    reviews_done: tuple[datetime, ...] = ()
    necessary: bool = True
    diligent: bool = True
    representations_heard: bool = True
    live_link: bool = False
    had_legal_advice: bool = False
    consented_to_live_link: bool = False


@dataclass(frozen=True, kw_only=True)
class Window:
    """When a superintendent may authorise: from `opens` (None: not yet), until `closes`, to at most `furthest`."""

    opens: Deadline | None
    closes: Deadline
    furthest: Deadline


def window(*, extending: Extending, law: Law, at: datetime) -> Window | None:
    """The window of PACE s.42(4); None while the detention clock has not started."""
    closes = limit(detention=extending.detention, law=law, at=at)
    furthest = extended_limit(detention=extending.detention, law=law, at=at)
    if closes is None or furthest is None:
        return None
    needed = _needed_review(extending, law)
    opens = None
    if len(extending.reviews_done) >= needed.number:
        when = extending.reviews_done[needed.number - 1]
        opens = Deadline(due=when, because=(f"Review {needed.number} done {spoken(when)}.",), basis=needed.source)
    return Window(opens=opens, closes=closes, furthest=furthest)


def _needed_review(extending: Extending, law: Law) -> Value:
    return law.value("extension.after_review", on=law_day(extending.detention.arrest))


def may_extend(*, extending: Extending, decider: Decider, until: datetime, law: Law, at: datetime) -> Verdict:
    """Whether this officer may now keep the person until `until`; a refusal names every reason against."""
    return every(_who(extending, decider, law), may_be_extended(extending=extending, law=law, at=at), *_how(extending),
                 _until(extending, until, law, at), _later_than_now(extending, until, law, at))  # fmt: skip


def may_be_extended(*, extending: Extending, law: Law, at: datetime) -> Verdict:
    """Whether the law leaves room for an extension now, whoever decides: offence, second review, 24 h."""
    return every(_offence(extending, law), _timing(extending, law, at))


def _who(extending: Extending, decider: Decider, law: Law) -> Verdict:
    value = law.value("extension.rank", on=law_day(extending.detention.arrest))
    ranked = at_least(decider=decider, rank=value.text, what="extend detention", source=value.source)
    if decider.responsible_for_station:
        return ranked
    words = "The superintendent must be responsible for the station where the person is held."
    return every(ranked, refused(words, value.source, field="decider"))


def _offence(extending: Extending, law: Law) -> Verdict:
    value = law.value("extension.kinds_of_offence", on=law_day(extending.detention.arrest))
    if extending.kind_of_offence in value.items:
        return allowed("The offence is indictable.", value.source)
    return refused("The offence is summary only; detention cannot go beyond 24 h.", value.source, field="offence")


def _timing(extending: Extending, law: Law, at: datetime) -> Verdict:
    found, needed = window(extending=extending, law=law, at=at), _needed_review(extending, law)
    if found is None:
        return refused("The detention clock has not started.", "PACE s.41(2)")
    if _further_part(extending, law, at):
        return allowed("A further part of the authority in force.", "PACE s.42(2)")
    opened = found.opens is not None and found.opens.due <= at
    early = refused(f"Review {needed.number} has not been done yet.", needed.source, field="at")
    passed = f"The 24 h ended {spoken(found.closes.due)}; an extension can no longer be given."
    late = refused(passed, "PACE s.42(4)(a)", field="at")
    return every(allowed() if opened else early, late if found.closes.overdue(at) else allowed())


def _further_part(extending: Extending, law: Law, at: datetime) -> bool:
    """An authority given before 24 h for less than 36 may be followed by more, while it lasts (s.42(2))."""
    held = extending.detention
    if not held.extensions:
        return False
    now = current_limit(detention=held, law=law, at=at)
    return now is not None and not now.overdue(at)


def _how(extending: Extending) -> tuple[Verdict, ...]:
    against = (
        (extending.necessary, "Detention must be necessary to secure, preserve or obtain evidence.", "PACE s.42(1)(a)"),
        (extending.diligent, "The investigation must be conducted diligently and expeditiously.", "PACE s.42(1)(c)"),
        (extending.representations_heard, "The detainee or solicitor must be heard first.", "PACE s.42(6)"),
        (
            not extending.live_link or (extending.had_legal_advice and extending.consented_to_live_link),
            "By live link only after legal advice and with consent.",
            "PACE s.45ZA(2)",
        ),
    )
    return tuple(refused(words, source) for met, words, source in against if not met)


def _until(extending: Extending, until: datetime, law: Law, at: datetime) -> Verdict:
    furthest = extended_limit(detention=extending.detention, law=law, at=at)
    if furthest is None or instant(until) <= furthest.due:
        return allowed()
    return refused(f"No later than {spoken(furthest.due)}, 36 h of counted time.", furthest.basis, field="until")


def _later_than_now(extending: Extending, until: datetime, law: Law, at: datetime) -> Verdict:
    now = current_limit(detention=extending.detention, law=law, at=at)
    if now is None or instant(until) > now.due:
        return allowed()
    return refused(f"The person may be held until {spoken(now.due)} already.", "PACE s.42(1), (2)", field="until")
