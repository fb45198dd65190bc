"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.again import again
from bluelamp.custody.pages.answer_visitors import answer_visitors
from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.call import call
from bluelamp.custody.pages.called import called
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.child import child
from bluelamp.custody.pages.complaint import complaint
from bluelamp.custody.pages.delay import delay
from bluelamp.custody.pages.dose import dose
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.force import force
from bluelamp.custody.pages.healthcare import healthcare
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.interview import interview
from bluelamp.custody.pages.log_visit import log_visit
from bluelamp.custody.pages.medicine import medicine
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.visitors import visitors
from bluelamp.custody.pages.vulnerable import vulnerable
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
    path("custody/<int:pk>/call/", call, name="call"),
    path("custody/<int:pk>/again/", again, name="again"),
    path("custody/<int:pk>/vulnerable/", vulnerable, name="vulnerable"),
    path("custody/<int:pk>/healthcare/", healthcare, name="healthcare"),
    path("custody/<int:pk>/medicine/", medicine, name="medicine"),
    path("custody/<int:pk>/force/", force, name="force"),
    path("custody/<int:pk>/complaint/", complaint, name="complaint"),
    path("custody/<int:pk>/interview/", interview, name="interview"),
    path("custody/<int:pk>/delay/", delay, name="delay"),
    path("custody/<int:pk>/child/", child, name="child"),
    path("custody/<int:pk>/called/<int:one>/", called, name="called"),
    path("custody/<int:pk>/medicine/<int:one>/", dose, name="dose"),
    path("custody/visitors/", visitors, name="visitors"),
    path("custody/visitors/suite/<int:pk>/", log_visit, name="log_visit"),
    path("custody/visitors/<int:pk>/answer/", answer_visitors, name="answer_visitors"),
]
