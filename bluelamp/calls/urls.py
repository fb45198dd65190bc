"""The table of contents of calls."""

from django.urls import path

from bluelamp.calls.api import exchange
from bluelamp.calls.pages.add_line import add_line
from bluelamp.calls.pages.answer import answer, end
from bluelamp.calls.pages.grade import grade

app_name = "calls"
urlpatterns = [
    path("calls/answer/", answer, name="answer"),
    path("calls/end/", end, name="end"),
    path("calls/exchange/", exchange, name="exchange"),
    path("calls/incident/<int:incident>/line/", add_line, name="add_line"),
    path("calls/incident/<int:incident>/grade/", grade, name="grade"),
]
