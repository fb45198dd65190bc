"""The capabilities of calls, in words."""

from bluelamp.access.registry import Capability

ANSWER = Capability(name="calls.answer", words="Answer a contact")
LOG = Capability(name="calls.log", words="Log an incident and write in its log")
TRIAGE = Capability(name="calls.triage", words="Assess an incident and decide its grade")
DOWNGRADE = Capability(name="calls.downgrade", words="Lower a grade, as a supervisor")
CLOSE = Capability(name="calls.close", words="Close an incident")
