"""The tables of safeguarding, by noun."""

from bluelamp.safeguarding.models.incidents import Assessment as Assessment
from bluelamp.safeguarding.models.incidents import ChildInvolved as ChildInvolved
from bluelamp.safeguarding.models.incidents import DomesticIncident as DomesticIncident
from bluelamp.safeguarding.models.incidents import Marker as Marker
from bluelamp.safeguarding.models.incidents import Referral as Referral
from bluelamp.safeguarding.models.incidents import SafetyPlan as SafetyPlan
from bluelamp.safeguarding.models.incidents import SchoolNotice as SchoolNotice
from bluelamp.safeguarding.models.kept_address import AddressWritten as AddressWritten
from bluelamp.safeguarding.models.meetings import MaracAction as MaracAction
from bluelamp.safeguarding.models.meetings import MaracReferral as MaracReferral
from bluelamp.safeguarding.models.meetings import Meeting as Meeting
from bluelamp.safeguarding.models.pathways import Pathway as Pathway
from bluelamp.safeguarding.models.pathways import PathwayStep as PathwayStep
from bluelamp.safeguarding.models.protection import Breach as Breach
from bluelamp.safeguarding.models.protection import DisclosureRequest as DisclosureRequest
from bluelamp.safeguarding.models.protection import ProtectionNotice as ProtectionNotice
