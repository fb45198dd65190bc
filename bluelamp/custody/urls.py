"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.copies import copies
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.referral import referral
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.slot import slot
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
    path("custody/<int:pk>/copies/", copies, name="copies"),
    path("custody/<int:pk>/referral/", referral, name="referral"),
]
