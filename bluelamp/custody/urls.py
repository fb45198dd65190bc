"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.back_on_bail import back_on_bail
from bluelamp.custody.pages.bail_list import bail_list
from bluelamp.custody.pages.came_in import came_in
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.clocks import clocks
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.further_arrest import further_arrest
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.investigation import investigation
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.warrant import warrant
from bluelamp.custody.pages.warrant_decision import warrant_decision
from bluelamp.custody.pages.whiteboard import whiteboard

app_name = "custody"
urlpatterns = [
    path("custody/", whiteboard, name="whiteboard"),
    path("custody/arrest/<int:pk>/place/", slot, name="slot"),
    path("custody/<int:pk>/authorise/", authorise, name="authorise"),
    path("custody/<int:pk>/cell/", cell, name="cell"),
    path("custody/<int:pk>/review/", review, name="review"),
    path("custody/<int:pk>/postpone/", postpone, name="postpone"),
    path("custody/<int:pk>/extend/", extend, name="extend"),
    path("custody/<int:pk>/hospital/", hospital, name="hospital"),
    path("custody/<int:pk>/clocks/", clocks, name="clocks"),
    path("custody/<int:pk>/came-in/", came_in, name="came_in"),
    path("custody/<int:pk>/further-arrest/", further_arrest, name="further_arrest"),
    path("custody/<int:pk>/warrant/", warrant, name="warrant"),
    path("custody/<int:pk>/warrant/decision/", warrant_decision, name="warrant_decision"),
    path("bail/", bail_list, name="bail_list"),
    path("custody/investigation/<int:pk>/", investigation, name="investigation"),
    path("custody/bail/<int:pk>/back/", back_on_bail, name="back_on_bail"),
]
