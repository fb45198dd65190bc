"""The tables of duty, by noun."""

from bluelamp.duty.models.people import Absence, OfferedHours, OfficerSkill, PatrolStatus, Post, Wish
from bluelamp.duty.models.rosters import CoverEvent, CoverGap, PlannedDuty, Roster, Search
from bluelamp.duty.models.running import Ask, CalendarFeed, CallOut, DutyNotice, FollowUp, Swap, TimeEntry
from bluelamp.duty.models.tours import Tour

__all__ = [
    "Absence",
    "Ask",
    "CalendarFeed",
    "CallOut",
    "CoverEvent",
    "CoverGap",
    "DutyNotice",
    "FollowUp",
    "OfferedHours",
    "OfficerSkill",
    "PatrolStatus",
    "PlannedDuty",
    "Post",
    "Roster",
    "Search",
    "Swap",
    "TimeEntry",
    "Tour",
    "Wish",
]
