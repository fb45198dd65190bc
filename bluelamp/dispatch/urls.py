"""The table of contents of dispatch."""

from django.urls import path

from bluelamp.dispatch.pages.send import send
from bluelamp.dispatch.pages.status import status
from bluelamp.dispatch.pages.unit import unit
from bluelamp.dispatch.pages.units import units

app_name = "dispatch"
urlpatterns = [
    path("dispatch/incident/<int:incident>/send/", send, name="send"),
    path("dispatch/unit/<int:unit>/<slug:step>/", status, name="status"),
    path("units/", units, name="units"),
    path("units/<int:pk>/", unit, name="unit"),
]
