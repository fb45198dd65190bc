"""Victims of an incident or crime, what they need and agreed to, and every attempt to tell them."""

from bluelamp.victims.models.care import (
    Assessment,
    InformationRequest,
    Referral,
    RightsGiven,
    Statement,
    TrialAssessment,
    Views,
)
from bluelamp.victims.models.own_page import Invitation, OwnPasskey, OwnVisit, Survey
from bluelamp.victims.models.thread import Victim
from bluelamp.victims.models.told import Asked, Attempt, Telling

__all__ = [
    "Asked",
    "Assessment",
    "Attempt",
    "InformationRequest",
    "Invitation",
    "OwnPasskey",
    "OwnVisit",
    "Referral",
    "RightsGiven",
    "Statement",
    "Survey",
    "Telling",
    "TrialAssessment",
    "Victim",
    "Views",
]
