"""The tables of custody, by noun."""

from bluelamp.custody.models.arrests import Arrest as Arrest
from bluelamp.custody.models.arrests import Slot as Slot
from bluelamp.custody.models.bail import Bail as Bail
from bluelamp.custody.models.bail import BailPause as BailPause
from bluelamp.custody.models.bail import BailStep as BailStep
from bluelamp.custody.models.bail import Investigation as Investigation
from bluelamp.custody.models.cells import CellStay as CellStay
from bluelamp.custody.models.clocks import Extension as Extension
from bluelamp.custody.models.clocks import OverdueReason as OverdueReason
from bluelamp.custody.models.clocks import Postponement as Postponement
from bluelamp.custody.models.clocks import Review as Review
from bluelamp.custody.models.detentions import Absence as Absence
from bluelamp.custody.models.detentions import Detention as Detention
from bluelamp.custody.models.detentions import SuiteSerial as SuiteSerial
from bluelamp.custody.models.warrants import Application as Application
