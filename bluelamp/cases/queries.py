"""Reading cases."""

from bluelamp.cases.models import CaseFile
from bluelamp.cases.rules.first_hearing import FirstHearing, Plea, first_hearing
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused


def last_day(case: CaseFile, plea: Plea) -> FirstHearing:
    """The last day for the first hearing of this case; Refused where nobody is charged in it."""
    charged = case.charges.order_by("charged_at").first()
    if charged is None:
        raise Refused(refused("Nobody is charged in this case.", "Order of events"))
    return first_hearing(law_of("cases"), charged_at=charged.charged_at, in_custody=charged.kept_in_custody, plea=plea)
