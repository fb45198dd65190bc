"""The capabilities of custody, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

ARREST = Capability(name="custody.arrest", words="Record an arrest")
ASK_SLOT = Capability(name="custody.ask_slot", words="Ask a suite for a place")
ANSWER_SLOT = Capability(name="custody.answer_slot", words="Accept or divert somebody on the way")
BOOK_IN = Capability(name="custody.book_in", words="Book in a detained person")
DESK = Capability(name="custody.desk", words="Write rights, risk assessments, searches, samples and property")
AUTHORISE = Capability(name="custody.authorise", words="Authorise or refuse detention")
REVIEW = Capability(name="custody.review", words="Review a detention")
EXTEND = Capability(name="custody.extend", words="Extend detention to 36 hours")
VIEW = Capability(name="custody.view", words="See detentions and the whiteboard")
TRANSFER = Capability(name="custody.transfer", words="Write moves: cells, hospital and back")
RELEASE = Capability(name="custody.release", words="Release a detained person")
CARE = Capability(name="custody.care", words="Write visits, meals, rest and who watches")
CARE_PLAN = Capability(name="custody.care_plan", words="Set the observation level and care plan")
PAPERS = Capability(name="custody.papers", words="Make papers of a custody record and give copies")
REFER = Capability(name="custody.refer", words="Refer a death or serious injury, and freeze the record")
CALL = Capability(name="custody.call", words="Call people to a detained person, and write of them and of medication")
VISIT_INDEPENDENT = Capability(
    name="custody.visit_independent", words="See what an independent custody visitor may see"
)

assigns(
    "SELECT FROM custody_arrest AS made WHERE made.officer_id = %s AND made.incident_id = access_restriction.incident"
)
"""Whoever arrested is on the case."""
