"""The table of contents of this folder."""

from django.urls import path

from bluelamp.insight.pages.commanders_day import commanders_day

app_name = "insight"
urlpatterns = [path("day/", commanders_day, name="commanders_day")]
