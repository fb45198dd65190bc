"""Protection notices and orders (D5, D6): one regime by a dated setting, its rank, its clocks, its calendar."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import DAPN
from bluelamp.deadlines.counting import counted_hours_after, span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.specials.rules.rank import Holder, has_rank
from bluelamp.verdict import Verdict, allowed, every, refused


class Regime(StrEnum):
    """Which notice this force issues: the older one, or that of the Domestic Abuse Act where it has begun."""

    DVPN = "dvpn"
    DAPN = "dapn"

    @property
    def notice(self) -> str:
        return _NOTICES[self]

    @property
    def order(self) -> str:
        return self.notice.replace("notice", "order")


_NOTICES = {
    Regime.DVPN: "Domestic violence protection notice",
    Regime.DAPN: "Domestic abuse protection notice",
}


def regime(law: Law, *, on: date) -> Regime:
    """The regime in force for this force on the local day `on`: a dated setting of the force."""
    return Regime(law.value("protection.regime", on=on).text)


@dataclass(frozen=True, kw_only=True)
class Issuing:
    """A notice about to be issued. `age` of its subject in whole years, None for not known.

    `violence`: violence used or threatened towards an associated person; `abuse`: any abuse of a person of 16 or over
    personally connected; `necessary`: needed to protect them; `representations`: the subject's, or why none were heard.
    Whether the victim consents is not asked: it is not needed.
    """

    issuer: Holder
    age: int | None
    violence: bool
    abuse: bool
    necessary: bool
    grounds: str = ""
    representations: str = ""


def may_issue(law: Law, *, regime: Regime, issuing: Issuing, at: datetime) -> Verdict:
    """Whether this officer may issue it: superintendent for the older notice, inspector for the newer (D5, D6).

    A special's grade is no rank.
    """
    rank = law.value(f"protection.{regime}.rank", on=local_day(at))
    least = law.value("protection.subject_age", on=local_day(at))
    ground = issuing.violence if regime is Regime.DVPN else issuing.violence or issuing.abuse
    missing = "Violence or a threat of it." if regime is Regime.DVPN else "Abuse of somebody connected."
    return every(
        has_rank(holder=issuing.issuer, needed=rank.text),
        _old_enough(issuing.age, least.number, least.source),
        allowed() if ground else refused(f"{missing} This notice rests on it.", rank.source, field="grounds"),
        allowed() if issuing.necessary else refused("Only where it is necessary.", rank.source, field="necessary"),
        _in_words(issuing.grounds, "Write the grounds.", rank.source, "grounds"),
        _in_words(
            issuing.representations,
            "Write what the subject says to it, or why they were not heard.",
            rank.source,
            "representations",
        ),
    )


def _old_enough(age: int | None, least: int, source: str) -> Verdict:
    if age is None:
        return refused("Their age is not known: ask, or judge it by what you see.", source, field="age")
    return allowed() if age >= least else refused(f"Under {least}: not against a child.", source, field="age")


def _in_words(text: str, words: str, source: str, field: str) -> Verdict:
    return allowed() if text.strip() else refused(words, source, field=field)


def hearing_due(law: Law, *, regime: Regime, served_at: datetime) -> Deadline:
    """By when the court hears the application for the order: 48 hours after the notice was given.

    Sundays, Christmas Day, Good Friday and bank holidays are not counted, Saturdays are. Where two readings of the
    calendar are possible, the earlier.
    """
    value = law.value(f"protection.{regime}.hearing", on=local_day(served_at))
    return counted_hours_after(
        served_at, value.number, basis=value.source, event=f"{regime.notice} given", calendar=DAPN
    )


def court_after_breach(law: Law, *, regime: Regime, arrested_at: datetime) -> Deadline:
    """By when somebody arrested for breach of a notice is before the court: 24 hours, the same days left out."""
    value = law.value(f"protection.{regime}.breach", on=local_day(arrested_at))
    return counted_hours_after(
        arrested_at, value.number, basis=value.source, event="Arrested for breach", calendar=DAPN
    )


def is_crime(*, regime: Regime, is_order: bool) -> bool:
    """Whether a breach is a crime by itself: of the newer order it is (s.39), of all others not."""
    return regime is Regime.DAPN and is_order


def crime_due(law: Law, *, written_at: datetime) -> Deadline:
    """By when the breach of an order that is a crime is recorded as one: 24 elapsed hours. No 24-hour way to the court
    runs then: whoever is arrested is detained for an offence, on the clocks of custody."""
    value = law.value("protection.breach_crime", on=local_day(written_at))
    return span_after(written_at, value.span, basis=value.source, event="The breach was written down")


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """An order that another force's case led to: which, by which court, from which day until which (None: no end)."""

    regime: Regime
    court: str
    made_on: date
    until: date | None = None
    conditions: tuple[str, ...] = ()


def may_enter(law: Law, *, order: Elsewhere, on: date) -> Verdict:
    """Whether an order made elsewhere may be entered on the local day `on`: it is enforced here whatever this force
    issues (D6). Refused where it is to come, is over, is older than its kind, or can never have been so long."""
    source = "Domestic Abuse Act 2021 s.27; Crime and Security Act 2010 s.28"
    first = law.versions(f"protection.{order.regime}.rank")[0].effective_from
    if order.made_on < first:
        return refused(f"No such order was made before {spoken_day(first)}.", source, field="made_on")
    over = order.until is not None and order.until < on
    return every(
        allowed() if order.court.strip() else refused("Which court made it?", source, field="court"),
        refused("That day is still to come.", source, field="made_on") if order.made_on > on else allowed(),
        refused("It ended already.", source, field="until") if over else allowed(),
        may_last(law, regime=order.regime, made_on=order.made_on, until=order.until),
        allowed() if order.conditions else refused("Write the conditions of the order.", source, field="conditions"),
    )


def notice_ends(law: Law, *, regime: Regime, served_at: datetime) -> Deadline:
    """Until when a notice is shown as in force if nothing else is heard: it holds until the application is decided."""
    return hearing_due(law, regime=regime, served_at=served_at)


def may_last(law: Law, *, regime: Regime, made_on: date, until: date | None) -> Verdict:
    """Whether an order of this length can be: the older 14 to 28 days from its day on, the newer without a limit."""
    if regime is Regime.DAPN:
        return allowed()
    source = law.value("protection.order.shortest", on=made_on).source
    if until is None:
        return refused("Say on which day the order ends.", source, field="until")
    days = (until - made_on).days + 1
    least = law.value("protection.order.shortest", on=made_on).number
    most = law.value("protection.order.longest", on=made_on).number
    if least <= days <= most:
        return allowed()
    return refused(
        f"This order lasts {least} to {most} days, its own day counted; this is {days}.", source, field="until"
    )


def may_breach(*, regime: Regime, is_order: bool) -> str:
    """What a breach is, for whoever meets one at the door."""
    if regime is Regime.DAPN and is_order:
        return "A crime: arrest, up to five years"
    return "Arrest without warrant: before the court within 24 hours, Sundays and holidays left out"
