"""The pages of custody."""

from django.urls import path

from bluelamp.custody.pages.authorise import authorise
from bluelamp.custody.pages.belongings import belongings
from bluelamp.custody.pages.book_in import book_in
from bluelamp.custody.pages.cell import cell
from bluelamp.custody.pages.extend import extend
from bluelamp.custody.pages.hospital import hospital
from bluelamp.custody.pages.open_seal import open_seal
from bluelamp.custody.pages.particulars import particulars
from bluelamp.custody.pages.postpone import postpone
from bluelamp.custody.pages.review import review
from bluelamp.custody.pages.rights import rights
from bluelamp.custody.pages.risk_assessment import risk_assessment
from bluelamp.custody.pages.search import search
from bluelamp.custody.pages.slot import slot
from bluelamp.custody.pages.whiteboard import whiteboard

app_name = "custody"
urlpatterns = [
    path("custody/", whiteboard, name="whiteboard"),
    path("custody/arrest/<int:pk>/place/", slot, name="slot"),
    path("custody/<int:pk>/authorise/", authorise, name="authorise"),
    path("custody/<int:pk>/book-in/", book_in, name="book_in"),
    path("custody/<int:pk>/particulars/", particulars, name="particulars"),
    path("custody/<int:pk>/rights/", rights, name="rights"),
    path("custody/<int:pk>/risk/", risk_assessment, name="risk_assessment"),
    path("custody/<int:pk>/search/", search, name="search"),
    path("custody/<int:pk>/belongings/", belongings, name="belongings"),
    path("custody/<int:pk>/belongings/<int:seal>/", open_seal, name="open_seal"),
    path("custody/<int:pk>/cell/", cell, name="cell"),
    path("custody/<int:pk>/review/", review, name="review"),
    path("custody/<int:pk>/postpone/", postpone, name="postpone"),
    path("custody/<int:pk>/extend/", extend, name="extend"),
    path("custody/<int:pk>/hospital/", hospital, name="hospital"),
]
