"""The table of contents of this folder."""

from django.urls import path

from bluelamp.insight.pages.commanders_day import commanders_day
from bluelamp.insight.pages.returns import returns
from bluelamp.insight.pages.victims_served import victims_served

app_name = "insight"
urlpatterns = [
    path("day/", commanders_day, name="commanders_day"),
    path("day/victims/", victims_served, name="victims_served"),
    path("custody/returns/", returns, name="returns"),
]
