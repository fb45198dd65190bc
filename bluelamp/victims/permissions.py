"""The capabilities of victims, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

RECORD = Capability(name="victims.record", words="Record a victim and what they need")
TELL = Capability(name="victims.tell", words="Tell a victim what happened, and record that they were told")
VIEW = Capability(name="victims.view", words="See a victim's needs and what we owe them")
SUPERVISE = Capability(
    name="victims.supervise",
    words="Agree to switch enhanced rights off, and decide where two victims accuse each other",
)
REVIEW = Capability(name="victims.review", words="Look again at a decision that a victim asks to have reviewed")
INVITE = Capability(name="victims.invite", words="Invite a victim to their own page")

assigns("SELECT FROM victims_victim AS one WHERE one.cares_id = %s AND one.incident_id = access_restriction.incident")
"""Whoever looks after a victim is on their case."""
