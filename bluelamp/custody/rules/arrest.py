"""Arrest on the street: necessity, caution, the way to the station, de-arrest, street bail (PACE s.24, s.30)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.custody.rules.facts import Decider
from bluelamp.deadlines.counting import period_of_months
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Necessity:
    """One reason why arrest is necessary: its code and the grounds in the officer's words."""

    code: str
    grounds: str


@dataclass(frozen=True, kw_only=True)
class Arresting:
    """Facts of an arrest without warrant. `voluntary_considered`: None means not asked."""

    suspicion: str
    necessity: tuple[Necessity, ...] = ()
    voluntary_considered: bool | None = None
    voluntary_why: str = ""


def may_arrest(*, arresting: Arresting, law: Law, at: datetime) -> Verdict:
    """Whether the grounds recorded make an arrest lawful: suspicion, and necessity with grounds (PACE s.24, Code G)."""
    value = law.value("arrest.necessity", on=local_day(at))
    return every(_suspicion(arresting), *_necessity(arresting, value.items, value.source), _voluntary(arresting))


def _suspicion(arresting: Arresting) -> Verdict:
    if arresting.suspicion.strip():
        return allowed()
    return refused("Say what makes you suspect this person.", "PACE s.24(1) to (3)", field="suspicion")


def _necessity(arresting: Arresting, codes: tuple[str, ...], source: str) -> list[Verdict]:
    if not arresting.necessity:
        return [refused("Give at least one reason why arrest is necessary.", source, field="necessity")]
    return [_one(each, codes, source) for each in arresting.necessity]


def _one(necessity: Necessity, codes: tuple[str, ...], source: str) -> Verdict:
    said = necessity.code.replace("_", " ")
    if necessity.code not in codes:
        return refused(f"{said!r} is not a reason that makes arrest necessary.", source, field="necessity")
    if not necessity.grounds.strip():
        return refused(f"Give the grounds for: {said}.", "Code G 2.9", field="necessity")
    return allowed(f"Necessary: {said}.", source)


def _voluntary(arresting: Arresting) -> Verdict:
    if arresting.voluntary_considered is None:
        return refused("Say whether voluntary attendance was considered.", "Code G 2.9(e)", field="voluntary")
    if not arresting.voluntary_why.strip():
        return refused("Say why voluntary attendance would do or would not.", "Code G 2.9(e)", field="voluntary")
    return allowed()


def caution(*, on_charge: bool, law: Law, at: datetime) -> str:
    """The words of the caution; a small slip in saying them is no breach (Code C 10.5, 10.7, 16.2)."""
    return law.value("arrest.caution_on_charge" if on_charge else "arrest.caution", on=local_day(at)).text


def may_go_elsewhere_first(*, necessary_now: bool, reason: str) -> Verdict:
    """Whether the way to the station may be delayed; the reason is recorded on arrival (PACE s.30(1A), (10), (11))."""
    if not necessary_now:
        words = "Go to a police station as soon as practicable; nothing here must be investigated at once."
        return refused(words, "PACE s.30(1A), (10)")
    if not reason.strip():
        return refused("Record the reason for the delay on arrival.", "PACE s.30(11)", field="reason")
    return allowed("Delay allowed; the reason is recorded on arrival.", "PACE s.30(10), (11)")


def delay_to_explain(
    *, arrested_at: datetime, arrived_at: datetime, drive_minutes: int, reason: str, law: Law
) -> Verdict:
    """Whether the way to the station took so long that the reason is still owed (PACE s.30(1A), (10), (11)).

    Never a bar to opening the record: it is shown until the reason is written. `drive_minutes` is the ordinary drive.
    """
    value = law.value("arrest.delay_noticed", on=local_day(arrested_at))
    expected = instant(arrested_at) + timedelta(minutes=drive_minutes) + value.span
    if reason.strip():
        return allowed("The reason for the delay is recorded.", value.source)
    if instant(arrived_at) <= expected:
        return allowed()
    took = in_words(instant(arrived_at) - instant(arrested_at))
    words = f"{took} from arrest to arrival, for a drive of {drive_minutes} min: the reason is not recorded yet."
    return refused(words, value.source, field="delay")


def may_take_to(*, designated: bool, hours_likely: int, law: Law, at: datetime) -> Verdict:
    """Whether to take the person to this station; not designated only where no more than 6 h are likely (s.30(2), (3)).

    Even then the words warn that arrival starts the 24 h clock.
    """
    value = law.value("arrest.designated_station", on=local_day(at))
    if designated:
        return allowed("A designated station.", "PACE s.30(2)")
    warning = f"This station is not designated; arriving starts the 24 h clock and {value.number} h to reach one"
    if hours_likely > value.number:
        return refused(f"{warning}. Go straight to a designated station.", "PACE s.30(2), (3)", field="station")
    return allowed(f"{warning}.", "PACE s.30(3), (6)")


def may_de_arrest(*, reached_station_at: datetime | None, grounds_gone: bool, reason: str) -> Verdict:
    """Release on the way, without bail, once there are no grounds left; recorded (PACE s.30(7) to (9))."""
    if reached_station_at is not None:
        words = f"The station was reached {spoken(reached_station_at)}; the custody officer decides now."
        return refused(words, "PACE s.30(7), s.37")
    if not grounds_gone:
        return refused("There are still grounds to keep this person under arrest.", "PACE s.30(7A)")
    if not reason.strip():
        return refused("Record why the person was released.", "PACE s.30(8)", field="reason")
    return allowed("Release without bail, recorded as soon as practicable.", "PACE s.30(7) to (9)")


@dataclass(frozen=True, kw_only=True)
class StreetBail:
    """Facts of bail granted elsewhere than at a station."""

    necessary_and_proportionate: bool
    authorised_by: Decider | None
    notice_given: bool
    surety_security_or_hostel: bool = False


def may_street_bail(*, bail: StreetBail) -> Verdict:
    """Street bail: necessary and proportionate, authorised by a custody officer, with notice (PACE s.30A to s.30B)."""
    authorised = bail.authorised_by is not None and bail.authorised_by.custody_officer
    checks = (
        (bail.necessary_and_proportionate, "Bail must be necessary and proportionate.", "PACE s.30A(1A)(a)"),
        (authorised, "A custody officer must authorise street bail.", "PACE s.30A(1A)(b)"),
        (bail.notice_given, "Give the written notice before the person goes.", "PACE s.30B(1)"),
        (not bail.surety_security_or_hostel, "No surety, security or hostel may be asked for.", "PACE s.30A(3A)"),
    )
    return every(*(allowed() if met else refused(words, source) for met, words, source in checks))


def street_bail_end(*, arrested_at: datetime, law: Law) -> Deadline:
    """The end of the last day of three months beginning with the day after arrest (PACE s.30B(8))."""
    value = law.value("street_bail.months", on=local_day(arrested_at))
    start = local_day(arrested_at) + timedelta(days=1)
    return period_of_months(start, value.number, basis=value.source, event="The day after arrest")
