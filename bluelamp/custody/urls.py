"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.apart import apart
from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.capacity import capacity
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.closing import close
from bluelamp.custody.pages.clothing import clothing
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.handed_over import handed_over
from bluelamp.custody.pages.handover import handover
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.reviews import reviews
from bluelamp.custody.pages.share import share
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.whiteboard import whiteboard

app_name = "custody"
urlpatterns = [
    path("custody/", whiteboard, name="whiteboard"),
    path("custody/capacity/", capacity, name="capacity"),
    path("custody/reviews/", reviews, name="reviews"),
    path("custody/handover/", handover, name="handover"),
    path("custody/handover/<int:pk>/", handed_over, name="handed_over"),
    path("custody/cells/<slug:key>/", close, name="closing"),
    path("custody/<int:pk>/share/", share, name="share"),
    path("custody/<int:pk>/apart/", apart, name="apart"),
    path("custody/<int:pk>/clothing/", clothing, name="clothing"),
    path("custody/arrest/<int:pk>/place/", slot, name="slot"),
    path("custody/<int:pk>/authorise/", authorise, name="authorise"),
    path("custody/<int:pk>/cell/", cell, name="cell"),
    path("custody/<int:pk>/review/", review, name="review"),
    path("custody/<int:pk>/postpone/", postpone, name="postpone"),
    path("custody/<int:pk>/extend/", extend, name="extend"),
    path("custody/<int:pk>/hospital/", hospital, name="hospital"),
]
