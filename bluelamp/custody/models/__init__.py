"""The tables of custody, by noun."""

from bluelamp.custody.models.arrests import Arrest as Arrest
from bluelamp.custody.models.arrests import Slot as Slot
from bluelamp.custody.models.called import Called as Called
from bluelamp.custody.models.called import Interview as Interview
from bluelamp.custody.models.called import RightDelayed as RightDelayed
from bluelamp.custody.models.cells import CellStay as CellStay
from bluelamp.custody.models.children import Accommodation as Accommodation
from bluelamp.custody.models.children import Certificate as Certificate
from bluelamp.custody.models.clocks import Extension as Extension
from bluelamp.custody.models.clocks import Postponement as Postponement
from bluelamp.custody.models.clocks import Review as Review
from bluelamp.custody.models.detentions import Absence as Absence
from bluelamp.custody.models.detentions import Detention as Detention
from bluelamp.custody.models.detentions import SuiteSerial as SuiteSerial
from bluelamp.custody.models.oversight import CustodyVisit as CustodyVisit
from bluelamp.custody.models.oversight import Force as Force
