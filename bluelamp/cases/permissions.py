"""The capabilities of cases, in words."""

from bluelamp.access.registry import Capability

CHARGE = Capability(
    name="cases.charge", words="Charge somebody, held or by a requisition, or write a prosecutor's decision to charge"
)
COURT = Capability(name="cases.court", words="See a case at court, and write down what the court did")
