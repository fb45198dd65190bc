"""The tables of custody, by noun."""

from bluelamp.custody.models.arrests import Arrest as Arrest
from bluelamp.custody.models.arrests import Slot as Slot
from bluelamp.custody.models.care import CareEntry as CareEntry
from bluelamp.custody.models.care import CarePlan as CarePlan
from bluelamp.custody.models.care import Rest as Rest
from bluelamp.custody.models.care import RestBreak as RestBreak
from bluelamp.custody.models.care import Visit as Visit
from bluelamp.custody.models.care import Watch as Watch
from bluelamp.custody.models.cells import CellStay as CellStay
from bluelamp.custody.models.clocks import Extension as Extension
from bluelamp.custody.models.clocks import Postponement as Postponement
from bluelamp.custody.models.clocks import Review as Review
from bluelamp.custody.models.detentions import Absence as Absence
from bluelamp.custody.models.detentions import Detention as Detention
from bluelamp.custody.models.detentions import SuiteSerial as SuiteSerial
