"""The table of contents of calls."""

from django.urls import path

from bluelamp.calls.api import exchange
from bluelamp.calls.pages.add_line import add_line
from bluelamp.calls.pages.agree_slot import agree_slot
from bluelamp.calls.pages.answer import answer, end
from bluelamp.calls.pages.grade import grade
from bluelamp.calls.pages.note_delay import note_delay

app_name = "calls"
urlpatterns = [
    path("calls/answer/", answer, name="answer"),
    path("calls/end/", end, name="end"),
    path("calls/exchange/", exchange, name="exchange"),
    path("calls/incident/<int:incident>/line/", add_line, name="add_line"),
    path("calls/incident/<int:incident>/grade/", grade, name="grade"),
    path("calls/incident/<int:incident>/slot/", agree_slot, name="agree_slot"),
    path("calls/incident/<int:incident>/delay/", note_delay, name="note_delay"),
]
