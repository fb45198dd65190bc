"""The table of contents of the public pages."""

from django.urls import path

from bluelamp.public.pages.front import front

app_name = "public"
urlpatterns = [path("", front, name="front")]
