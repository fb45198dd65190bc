"""The table of contents of crimes."""

from django.urls import path

from bluelamp.crimes.pages.not_recorded import not_recorded

app_name = "crimes"
urlpatterns = [path("crimes/incident/<int:incident>/none/", not_recorded, name="not_recorded")]
