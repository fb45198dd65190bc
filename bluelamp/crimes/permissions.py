"""The capabilities of crimes, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

RECORD = Capability(name="crimes.record", words="Record a crime")
DECIDE = Capability(name="crimes.decide", words="Decide not to record a crime, and give outcomes")

assigns(
    "SELECT FROM crimes_crime AS one WHERE one.recorded_by_id = %s AND one.incident_id = access_restriction.incident"
)
"""Whoever recorded the crime is on its case."""
