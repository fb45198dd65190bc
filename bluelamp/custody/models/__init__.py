"""The tables of custody, by noun."""

from bluelamp.custody.models.arrests import Arrest as Arrest
from bluelamp.custody.models.arrests import Slot as Slot
from bluelamp.custody.models.cells import CellStay as CellStay
from bluelamp.custody.models.clocks import Extension as Extension
from bluelamp.custody.models.clocks import Postponement as Postponement
from bluelamp.custody.models.clocks import Review as Review
from bluelamp.custody.models.detentions import Absence as Absence
from bluelamp.custody.models.detentions import Detention as Detention
from bluelamp.custody.models.detentions import SuiteSerial as SuiteSerial
from bluelamp.custody.models.leaving import Leaving as Leaving
from bluelamp.custody.models.leaving import PreRelease as PreRelease
from bluelamp.custody.models.leaving import Referral as Referral
from bluelamp.custody.models.papers import CopyRequest as CopyRequest
from bluelamp.custody.models.papers import Paper as Paper
