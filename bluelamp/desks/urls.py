"""The table of contents of the screens where domains meet."""

from django.urls import path

from bluelamp.desks.pages.attendance import attendance
from bluelamp.desks.pages.bail import bail
from bluelamp.desks.pages.board import board, board_marks
from bluelamp.desks.pages.call_handling import call_handling
from bluelamp.desks.pages.case import case
from bluelamp.desks.pages.cases import cases
from bluelamp.desks.pages.close import close
from bluelamp.desks.pages.detention import detention
from bluelamp.desks.pages.domestic import domestic
from bluelamp.desks.pages.incident import incident
from bluelamp.desks.pages.my_day import my_day
from bluelamp.desks.pages.order import order
from bluelamp.desks.pages.person import person
from bluelamp.desks.pages.vehicle import vehicle
from bluelamp.desks.pages.victim import victim

app_name = "desks"
urlpatterns = [
    path("board/", board, name="board"),
    path("board/order/", order, name="order"),
    path("board/<slug:what>.geojson", board_marks, name="board_marks"),
    path("calls/", call_handling, name="calls"),
    path("my-day/", my_day, name="my_day"),
    path("attendance/<int:pk>/", attendance, name="attendance"),
    path("bail/<int:pk>/", bail, name="bail"),
    path("detention/<int:pk>/", detention, name="detention"),
    path("person/<int:pk>/", person, name="person"),
    path("cases/", cases, name="cases"),
    path("case/<int:pk>/", case, name="case"),
    path("vehicle/<int:pk>/", vehicle, name="vehicle"),
    path("victim/<int:pk>/", victim, name="victim"),
    path("domestic/<int:pk>/", domestic, name="domestic"),
    path("incident/<int:pk>/", incident, name="incident"),
    path("incident/<int:incident>/close/", close, name="close"),
]
