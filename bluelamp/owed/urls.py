"""The table of contents of this folder."""

from django.urls import path

from bluelamp.owed.pages.what_we_owe import what_we_owe

app_name = "owed"
urlpatterns = [path("owed/", what_we_owe, name="what_we_owe")]
