"""The capabilities of cases, in words."""

from bluelamp.access.queries import assigns
from bluelamp.access.registry import Capability

CHARGE = Capability(
    name="cases.charge", words="Charge somebody, held or by a requisition, or write a prosecutor's decision to charge"
)
COURT = Capability(name="cases.court", words="See a case at court, and write down what the court did")

assigns(
    "SELECT FROM cases_casefile AS file LEFT JOIN crimes_crime AS crime ON crime.id = file.crime_id"
    " LEFT JOIN custody_detention AS held ON held.id = file.detention_id"
    " LEFT JOIN custody_arrest AS made ON made.id = held.arrest_id"
    " WHERE file.officer_id = %s"
    " AND access_restriction.incident IN (crime.incident_id, made.incident_id)"
)
"""Whose case at court it is."""
