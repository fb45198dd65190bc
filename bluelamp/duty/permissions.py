"""The capabilities of duty, in words."""

from bluelamp.access.registry import Capability

CREW = Capability(name="duty.crew", words="Book officers on and off duty, and put them on call")
