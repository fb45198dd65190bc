"""Signing in, your own page, shared terminals, officers and roles, who looked."""

from django.urls import include, path

from bluelamp.access import sign_in_urls
from bluelamp.access.guard import open_to_all
from bluelamp.access.pages import officer, officers, switch, terminals, unusual_looking, who_looked, you
from bluelamp.design.theme import choose_theme

pages = [
    path("you/", you.you, name="you"),
    path("switch/", switch.switch, name="switch"),
    path("terminals/", terminals.terminals, name="terminals"),
    path("terminals/<int:pk>/retire/", terminals.retire, name="retire_terminal"),
    path("officers/", officers.officers, name="officers"),
    path("officers/enrol/", officers.enrol_officer, name="enrol_officer"),
    path("officers/<int:pk>/", officer.officer, name="officer"),
    path("who-looked/", who_looked.who_looked, name="who_looked"),
    path("unusual-looking/", unusual_looking.unusual_looking, name="unusual_looking"),
]
urlpatterns = [
    *sign_in_urls.urlpatterns,
    path("", include((pages, "access"))),
    path("theme/", open_to_all(choose_theme), name="theme"),
]
