"""The capabilities of dispatch, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

VIEW = Capability(name="dispatch.view", words="See the live board")
ASSIGN = Capability(name="dispatch.assign", words="Send a unit to an incident")
STATUS = Capability(name="dispatch.status", words="Set a unit's status")

assigns(
    "SELECT FROM dispatch_assignment AS work JOIN dispatch_unitcrew AS crew ON crew.unit_id = work.unit_id"
    " AND crew.during && tstzrange(work.assigned_at, work.clear_at, '[]')"
    " WHERE crew.officer_id = %s AND work.incident_id = access_restriction.incident"
)
"""A crew that was sent is on the case of what it was sent to."""
