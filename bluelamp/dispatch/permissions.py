"""The capabilities of dispatch, in words."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="dispatch.view", words="See the live board")
ASSIGN = Capability(name="dispatch.assign", words="Send a unit to an incident")
STATUS = Capability(name="dispatch.status", words="Set a unit's status")
