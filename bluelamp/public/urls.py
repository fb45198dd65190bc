"""The table of contents of the public pages."""

from django.urls import path

from bluelamp.public.pages.front import front
from bluelamp.public.pages.report import report, report_received

app_name = "public"
urlpatterns = [
    path("", front, name="front"),
    path("report/", report, name="report"),
    path("report/received/", report_received, name="report_received"),
]
