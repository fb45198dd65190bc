"""The tables of custody, by noun."""

from bluelamp.custody.models.arrests import Arrest as Arrest
from bluelamp.custody.models.arrests import Slot as Slot
from bluelamp.custody.models.cells import CellClosure as CellClosure
from bluelamp.custody.models.cells import CellStay as CellStay
from bluelamp.custody.models.cells import JointAssessment as JointAssessment
from bluelamp.custody.models.cells import KeptApart as KeptApart
from bluelamp.custody.models.clocks import Extension as Extension
from bluelamp.custody.models.clocks import Postponement as Postponement
from bluelamp.custody.models.clocks import Review as Review
from bluelamp.custody.models.detentions import Absence as Absence
from bluelamp.custody.models.detentions import Detention as Detention
from bluelamp.custody.models.detentions import SuiteSerial as SuiteSerial
from bluelamp.custody.models.handovers import Handover as Handover
