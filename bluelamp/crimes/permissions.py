"""The capabilities of crimes, in words."""

from bluelamp.access.registry import Capability

RECORD = Capability(name="crimes.record", words="Record a crime")
DECIDE = Capability(name="crimes.decide", words="Decide not to record a crime, and give outcomes")
