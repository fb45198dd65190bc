"""What an agreement may name: the purposes of sharing and the fields that may leave, each with its words."""

from collections.abc import Collection, Mapping
from enum import StrEnum


class Purpose(StrEnum):
    """Why something is shared. An agreement is for one purpose."""

    VICTIM_SUPPORT = "victim_support"
    DOMESTIC_ABUSE = "domestic_abuse"
    CHILD_AT_RISK = "child_at_risk"
    ADULT_AT_RISK = "adult_at_risk"
    SCHOOL_NOTICE = "school_notice"
    COMMUNITY_SAFETY = "community_safety"
    HEALTH = "health"
    JUSTICE = "justice"
    ROADS = "roads"
    POLICING = "policing"

    @property
    def words(self) -> str:
        return _PURPOSES[self]


_PURPOSES: Mapping[Purpose, str] = {
    Purpose.VICTIM_SUPPORT: "Support for a victim",
    Purpose.DOMESTIC_ABUSE: "Safety in domestic abuse",
    Purpose.CHILD_AT_RISK: "A child at risk",
    Purpose.ADULT_AT_RISK: "An adult at risk",
    Purpose.SCHOOL_NOTICE: "Notice to a school",
    Purpose.COMMUNITY_SAFETY: "Community safety",
    Purpose.HEALTH: "Health",
    Purpose.JUSTICE: "Justice",
    Purpose.ROADS: "Roads",
    Purpose.POLICING: "Work with another force",
}
FIELDS: Mapping[str, str] = {
    "name": "Name",
    "role": "Part in this case",
    "born": "Date of birth or age",
    "sex": "Sex",
    "address": "Address",
    "safe_contact": "How they may be reached safely",
    "phone": "Phone number",
    "email": "Email address",
    "language": "Language",
    "interpreter": "Interpreter",
    "needs": "Needs",
    "consent": "What they agreed to",
    "rights": "Rights under the Victims' Code",
    "crime_number": "Crime number",
    "incident_number": "Incident number",
    "happened": "What happened, in short",
    "happened_on": "Day and time it happened",
    "place": "Where it happened",
    "risk": "Risk as assessed",
    "risk_answers": "Answers of the risk assessment",
    "warnings": "Warnings for those who visit",
    "children": "Children in the household",
    "school": "School",
    "child_was_there": "Whether the child saw or heard it",
    "other_person": "The other person named",
    "relationship": "How they are related",
    "orders": "Orders and bail conditions in force",
    "health": "Health and medicine",
    "vehicle": "Vehicle",
    "officer": "Officer to ask",
    "asked_for": "What we ask of you",
}
"""Every field that can be agreed on, by its key. A new one is a line here, and leaves only where it is agreed."""


def with_role(keys: Collection[str]) -> frozenset[str]:
    """The fields that leave where these are agreed: a name never leaves without the part its bearer has in the case
    (Data Protection Act 2018 s.38(3)): victim, suspect, convicted, witness or other."""
    return frozenset(keys) | ({"role"} if "name" in keys else frozenset())


def in_words(keys: Collection[str]) -> str:
    """The fields by their words, in the order of the list; one that is not known by its key."""
    known = [words for key, words in FIELDS.items() if key in keys]
    return ", ".join([*known, *sorted(key for key in keys if key not in FIELDS)])
