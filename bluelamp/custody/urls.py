"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.accommodation import accommodation
from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.call import call
from bluelamp.custody.pages.called import called
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.complaint import complaint
from bluelamp.custody.pages.delay_right import delay_right
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.force import force
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.interview import interview
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.repeat import repeat
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.visitors import visitors
from bluelamp.custody.pages.whiteboard import whiteboard

app_name = "custody"
urlpatterns = [
    path("custody/", whiteboard, name="whiteboard"),
    path("custody/arrest/<int:pk>/place/", slot, name="slot"),
    path("custody/visitors/", visitors, name="visitors"),
    path("custody/called/<int:pk>/", called, name="called"),
    path("custody/<int:pk>/call/", call, name="call"),
    path("custody/<int:pk>/done-again/", repeat, name="repeat"),
    path("custody/<int:pk>/delay-a-right/", delay_right, name="delay_right"),
    path("custody/<int:pk>/accommodation/", accommodation, name="accommodation"),
    path("custody/<int:pk>/interview/", interview, name="interview"),
    path("custody/<int:pk>/force/", force, name="force"),
    path("custody/<int:pk>/complaint/", complaint, name="complaint"),
    path("custody/<int:pk>/authorise/", authorise, name="authorise"),
    path("custody/<int:pk>/cell/", cell, name="cell"),
    path("custody/<int:pk>/review/", review, name="review"),
    path("custody/<int:pk>/postpone/", postpone, name="postpone"),
    path("custody/<int:pk>/extend/", extend, name="extend"),
    path("custody/<int:pk>/hospital/", hospital, name="hospital"),
]
