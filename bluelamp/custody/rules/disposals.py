"""How a custody record may end (PACE s.37, s.41)."""

from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused


class Disposal(StrEnum):
    """Every way out; a custody record closes only with one of them."""

    NOT_AUTHORISED = "detention not authorised"
    NO_FURTHER_ACTION = "released, no further action"
    BAIL_WITH_CONDITIONS = "bailed before charge with conditions"
    BAIL = "bailed before charge without conditions"
    UNDER_INVESTIGATION = "released under investigation"
    CHARGED_AND_BAILED = "charged and bailed"
    CHARGED_AND_KEPT = "charged and kept for court"
    CAUTION = "caution"
    CONDITIONAL_CAUTION = "conditional caution"
    YOUTH_CAUTION = "youth caution"
    COMMUNITY_RESOLUTION = "community resolution"
    PENALTY_NOTICE = "penalty notice for disorder"
    WARRANT_OR_RECALL = "to court on warrant, or recalled to prison"
    TRANSFERRED = "transferred to another force or to immigration"
    PLACE_OF_SAFETY = "place of safety or hospital under the Mental Health Act"
    DE_ARRESTED = "de-arrested"
    DIED = "died"


IOPC = "Police Reform Act 2002 Sch. 3 para. 14C"
STAY_HELD = frozenset({Disposal.CHARGED_AND_KEPT, Disposal.WARRANT_OR_RECALL, Disposal.TRANSFERRED, Disposal.DIED})


@dataclass(frozen=True, kw_only=True)
class Closing:
    """What has been done before the door opens. `property_settled`: given back, or kept with a reason.

    `victim_first`: a victim of domestic abuse is told before the person is out, or it is said why not.
    """

    disposal: Disposal | None
    risk_assessed: bool = False
    way_home: str = ""
    property_settled: bool = False
    notice_given: bool = False
    victim_views_sought: bool | None = None
    victim_views_why_not: str = ""
    referred_to_iopc: bool = False
    victim_first: bool = False
    victim_told: str = ""
    victim_not_told_why: str = ""


NO_POWER_TO_KEEP = frozenset({Disposal.NOT_AUTHORISED, Disposal.DE_ARRESTED})
"""Nobody is kept while a form is written where there is no power to keep them: the assessment does not bar the door."""


def may_close(*, closing: Closing) -> Verdict:
    """Whether the custody record may close; every thing missing is named."""
    if closing.disposal is None:
        return refused("Choose how this detention ends.", "PACE s.37, s.41(7)", field="disposal")
    if closing.disposal is Disposal.DIED:
        return _died(closing)
    checks = [
        (
            closing.risk_assessed or closing.disposal in NO_POWER_TO_KEEP,
            "Do the risk assessment before release.",
            "APP Detention and Custody",
            "risk",
        ),
        (closing.property_settled, "Settle the property.", "Code C 4", "property"),
        (_gets_home(closing), "Say how the person gets home.", "APP Detention and Custody", "way_home"),
        (_told_in_writing(closing), "Give the written notice of no further action.", "PACE s.41(11)", "notice"),
    ]
    missing = [refused(words, source, field=field) for met, words, source, field in checks if not met]
    return every(*missing, _victim_first(closing), _victim_told(closing))


def _gets_home(closing: Closing) -> bool:
    return closing.disposal in STAY_HELD or bool(closing.way_home.strip())


def _told_in_writing(closing: Closing) -> bool:
    return closing.disposal is not Disposal.NO_FURTHER_ACTION or closing.notice_given


def _died(closing: Closing) -> Verdict:
    if closing.referred_to_iopc:
        return allowed("Referred to the IOPC; the record is frozen.", IOPC)
    words = "A death in custody must be referred to the IOPC."
    return refused(words, IOPC, field="referred_to_iopc")


def _victim_first(closing: Closing) -> Verdict:
    if closing.disposal is not Disposal.BAIL_WITH_CONDITIONS or closing.victim_views_sought:
        return allowed()
    if closing.victim_views_sought is False and closing.victim_views_why_not.strip():
        return allowed("The victim's views could not be sought; the reason is recorded.", "PACE s.47ZZA")
    words = "Seek the victim's views on the conditions first, or say why it was not practicable."
    return refused(words, "PACE s.47ZZA", field="victim_views")


def _victim_told(closing: Closing) -> Verdict:
    if not closing.victim_first or closing.disposal in STAY_HELD:
        return allowed()
    if closing.victim_told.strip() or closing.victim_not_told_why.strip():
        return allowed()
    words = "Domestic abuse: tell the victim before the person is out, or say why it was not possible."
    return refused(words, "Force policy; Victims' Code right 6", field="victim_told")
