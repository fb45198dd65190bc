"""When an incident may be closed (C10, C16, C17)."""

from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "National Standard for Incident Recording; C17"


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What is known at closure.

    `crime_suggested`: text or codes suggest a crime. `follow_ups_missing`: tasks that flags (domestic, hate, child)
    call for and nobody has opened, in words. `victims_not_told`: who has neither been told nor has a recorded reason.
    `attended`: a unit has been at scene; if not, THRIVE must have been done again since the grade was set.
    `joined_to`: the parent's number, for a second call about the same thing.
    """

    closing_code: str = ""
    crime_suggested: bool = False
    crime_number: str = ""
    reason_not_to_record: str = ""
    follow_ups_missing: tuple[str, ...] = ()
    units_assigned: tuple[str, ...] = ()
    victims_not_told: tuple[str, ...] = ()
    attended: bool = True
    thrive_again: bool = False
    joined_to: str = ""


def may_close(closing: Closing) -> Verdict:
    """Allowed when nothing is left undone; a refusal lists everything that is (C17).

    A call joined to its parent closes with it: only a unit still assigned to it stands in the way.
    """
    if closing.joined_to:
        return _units_clear(closing)
    return every(
        _units_clear(closing),
        _coded(closing),
        _crime_decided(closing),
        _followed_up(closing),
        _victims_told(closing),
        _assessed_again(closing),
    )


def _units_clear(closing: Closing) -> Verdict:
    if not closing.units_assigned:
        return allowed()
    return refused(f"Still assigned: {', '.join(closing.units_assigned)}.", _SOURCE)


def _coded(closing: Closing) -> Verdict:
    return allowed() if closing.closing_code else refused("Say what it was.", _SOURCE, field="closing_code")


def _crime_decided(closing: Closing) -> Verdict:
    if not closing.crime_suggested or closing.crime_number.strip() or closing.reason_not_to_record.strip():
        return allowed()
    return refused("A crime is suggested: record it, or give the reason why not.", _SOURCE, field="crime_number")


def _followed_up(closing: Closing) -> Verdict:
    if not closing.follow_ups_missing:
        return allowed()
    return refused(f"Still to be opened: {'; '.join(closing.follow_ups_missing)}.", _SOURCE)


def _victims_told(closing: Closing) -> Verdict:
    if not closing.victims_not_told:
        return allowed()
    names = ", ".join(closing.victims_not_told)
    return refused(f"Not told the result, and no reason recorded: {names}.", _SOURCE)


def _assessed_again(closing: Closing) -> Verdict:
    if closing.attended or closing.thrive_again:
        return allowed()
    return refused("Nobody went: assess THRIVE again before closing.", "THRIVE, force policy C10", field="thrive")
