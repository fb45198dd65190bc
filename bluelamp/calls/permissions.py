"""The capabilities of calls, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

ANSWER = Capability(name="calls.answer", words="Answer a contact")
LOG = Capability(name="calls.log", words="Log an incident and write in its log")
TRIAGE = Capability(name="calls.triage", words="Assess an incident and decide its grade")
DOWNGRADE = Capability(name="calls.downgrade", words="Lower a grade, as a supervisor")
CLOSE = Capability(name="calls.close", words="Close an incident")

assigns(
    "SELECT FROM calls_incident AS one WHERE %s IS NOT NULL AND one.id = access_restriction.incident"
    " AND one.state = 'open' AND access_restriction.record NOT LIKE 'domestic:%%'",
    needs=("calls.answer", "dispatch.assign"),
)
"""Who answers and who sends is on every open call: they must know who is harmed there. What was
assessed of abuse, and a new address kept with it, is not theirs; what makes going there safe is said on the call."""
