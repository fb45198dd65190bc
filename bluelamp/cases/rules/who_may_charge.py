"""Whether the police may charge, or must ask the Crown Prosecution Service (Director's Guidance on Charging; F1)."""

from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Director's Guidance on Charging, 6th edition"


class TriedWhere(StrEnum):
    """How an offence is tried."""

    SUMMARY = "summary"
    EITHER_WAY = "either_way"
    INDICTABLE = "indictable"


@dataclass(frozen=True, kw_only=True)
class Offence:
    """What decides who may charge. `on_cps_list`: the annex's name for a kind always for the CPS, "" for none.

    `magistrates_suitable`: suitable for sentence in the magistrates' court (not if over 12 months is likely).
    """

    tried: TriedWhere
    retail_theft: bool = False
    magistrates_suitable: bool = False
    guilty_plea_expected: bool = False
    over_twelve_months_likely: bool = False
    domestic: bool = False
    hate: bool = False
    death: bool = False
    terrorism_or_secrets: bool = False
    harassment_or_stalking: bool = False
    consent_needed: bool = False
    on_cps_list: str = ""


def may_police_charge(offence: Offence) -> Verdict:
    """Allowed when the police may decide; refused means the decision is the CPS's, with the reason (F1).

    What is always for the CPS comes first: a domestic common assault is summary only and still for the CPS.
    """
    for holds, words in _always_cps(offence):
        if holds:
            return refused(f"{words}: the CPS decides.", _SOURCE)
    if offence.tried is TriedWhere.SUMMARY:
        return allowed("Summary only: the police may charge, whatever the plea.", _SOURCE)
    if offence.tried is TriedWhere.INDICTABLE:
        return refused("Tried only in the Crown Court: the CPS decides.", _SOURCE)
    return _either_way(offence)


def _always_cps(offence: Offence) -> tuple[tuple[bool, str], ...]:
    return (
        (offence.consent_needed, "The consent of the DPP or a Law Officer is needed"),
        (offence.death, "There has been a death"),
        (offence.terrorism_or_secrets, "Terrorism or official secrets"),
        (offence.domestic, "Domestic abuse"),
        (offence.hate, "Hate crime"),
        (offence.harassment_or_stalking, "Harassment or stalking"),
        (bool(offence.on_cps_list), offence.on_cps_list),
    )


def _either_way(offence: Offence) -> Verdict:
    if not offence.magistrates_suitable or offence.over_twelve_months_likely:
        return refused("Not suitable for sentence in the magistrates' court: the CPS decides.", _SOURCE)
    if offence.retail_theft:
        return allowed("Retail theft suitable for the magistrates' court: the police may charge.", _SOURCE)
    if offence.guilty_plea_expected:
        return allowed(
            "Either way, guilty plea expected, suitable for the magistrates: the police may charge.", _SOURCE
        )
    return refused("Either way, and no guilty plea is expected: the CPS decides.", _SOURCE)
