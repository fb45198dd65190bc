"""The table of contents of the work that crosses domains."""

from django.urls import path

from bluelamp.journeys.pages.name_victim import name_victim
from bluelamp.journeys.pages.record_crime import record_crime

app_name = "journeys"
urlpatterns = [
    path("incident/<int:incident>/victim/", name_victim, name="name_victim"),
    path("incident/<int:incident>/crime/", record_crime, name="record_crime"),
]
