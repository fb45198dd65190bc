"""What street bail must rest on and what its notice must say (PACE s.30A to s.30D)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.arrest import StreetBail, may_street_bail, street_bail_end
from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Bailing:
    """Facts of street bail. `factors`: those weighed, by code. `views`: sought, not_practicable or none (no victim).

    first_station_at: a police station was reached already. authorised_at: when the custody officer said yes.
    answer_at: when the person must come to the station named.
    """

    arrested_at: datetime
    first_station_at: datetime | None = None
    authorised_by: Decider | None = None
    authorised_at: datetime | None = None
    factors: Sequence[str] = ()
    why: str = ""
    conditions: str = ""
    conditions_why: str = ""
    views: str = ""
    views_words: str = ""
    notice_given: bool = False
    surety_security_or_hostel: bool = False
    answer_at: datetime | None = None


def may_grant(*, bailing: Bailing, law: Law, at: datetime) -> Verdict:
    """Whether street bail may be granted now; everything missing is named at once (PACE s.30A, s.30B).

    Never at a police station; all five factors weighed; authorised by a custody officer who is not on the case, after
    the arrest and before the grant; the victim's views on conditions asked where practicable; the day to answer
    within three months from the day after arrest.
    """
    grounds = StreetBail(
        necessary_and_proportionate=bool(bailing.why.strip()),
        authorised_by=bailing.authorised_by,
        notice_given=bailing.notice_given,
        surety_security_or_hostel=bailing.surety_security_or_hostel,
    )
    return every(
        _elsewhere(bailing),
        _factors(bailing, law),
        may_street_bail(bail=grounds),
        _authority(bailing, law, at),
        _views(bailing),
        _answer(bailing, law, at),
    )


def _elsewhere(bailing: Bailing) -> Verdict:
    if bailing.first_station_at is None:
        return allowed()
    words = f"A police station was reached {spoken(bailing.first_station_at)}: bail is now for the custody officer."
    return refused(words, "PACE s.30A(1)")


def factor_words(code: str) -> str:
    """One of the five factors in words."""
    return code.replace("_", " ").replace("persons", "person's")


def _factors(bailing: Bailing, law: Law) -> Verdict:
    value = law.value("street_bail.factors", on=local_day(bailing.arrested_at))
    missing = [factor_words(code) for code in value.items if code not in bailing.factors]
    if missing:
        return refused(f"Not weighed yet: {', '.join(missing)}.", value.source, field="factors")
    return allowed()


def _authority(bailing: Bailing, law: Law, at: datetime) -> Verdict:
    who, when = bailing.authorised_by, bailing.authorised_at
    if who is None or when is None:
        return refused("Write who authorised it, and when.", "PACE s.30A(1A)(b)", field="authorised_at")
    if instant(when) < instant(bailing.arrested_at):
        return refused("Authorised before the arrest.", "Order of events", field="authorised_at")
    if instant(when) > instant(at):
        return refused("The time of the authority has not come yet.", "Order of events", field="authorised_at")
    rank = law.value("authorising.rank", on=local_day(at))
    able = at_least(decider=who, rank=rank.text, what="authorise street bail", source=rank.source)
    if who.involved:
        words = "The custody officer must not be on the investigation."
        return every(able, refused(words, "PACE s.36(5)", field="authorised_by"))
    return able


def _views(bailing: Bailing) -> Verdict:
    if bailing.conditions.strip() and not bailing.conditions_why.strip():
        return refused("Say what each condition is for.", "PACE s.30A(3B)", field="conditions_why")
    if not bailing.conditions.strip() or bailing.views in ("none", "sought"):
        return allowed()
    if bailing.views == "not_practicable" and bailing.views_words.strip():
        return allowed("The victim's views could not be asked; why is recorded.", "PACE s.30CA")
    words = "Ask the victim's views on the conditions first, or say why they cannot be asked."
    return refused(words, "PACE s.30CA", field="victim_views")


def _answer(bailing: Bailing, law: Law, at: datetime) -> Verdict:
    ends = street_bail_end(arrested_at=bailing.arrested_at, law=law)
    if bailing.answer_at is None:
        return refused("The notice names the station and when to come.", "PACE s.30B(4)", field="answer_at")
    if instant(bailing.answer_at) <= instant(at):
        return refused("The time to come is in the past.", "Order of events", field="answer_at")
    if instant(bailing.answer_at) >= ends.due:
        words = f"The time to come is after bail ends: it ends {spoken(ends.due)}."
        return refused(words, ends.basis, field="answer_at")
    return allowed()


def may_answer(*, granted_at: datetime, answered_at: datetime | None, called_off_at: datetime | None,
               at: datetime) -> Verdict:  # fmt: skip
    """Whether street bail may be answered now: granted before, neither answered nor called off since."""
    if called_off_at is not None:
        return refused(f"They were told {spoken(called_off_at)} that they need not come.", "PACE s.30C(1)")
    if answered_at is not None:
        return refused(f"Street bail was answered {spoken(answered_at)}.", "Order of events")
    if instant(at) < instant(granted_at):
        return refused("They cannot answer bail before it was granted.", "Order of events", field="arrived_at")
    return allowed("The 24 hours run from their arrival at the station.", "PACE s.41(2)(ca)")
