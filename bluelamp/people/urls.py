"""The pages of people."""

from django.urls import path

from bluelamp.people.pages.add_alias import add_alias
from bluelamp.people.pages.add_vehicle import add_vehicle, add_vehicle_of
from bluelamp.people.pages.end_link import end_link
from bluelamp.people.pages.in_their_words import in_their_words
from bluelamp.people.pages.search import people_search

app_name = "people"
urlpatterns = [
    path("people/", people_search, name="search"),
    path("people/vehicles/add/", add_vehicle, name="add_vehicle"),
    path("people/<int:pk>/vehicle/", add_vehicle_of, name="add_vehicle_of"),
    path("people/<int:pk>/alias/", add_alias, name="add_alias"),
    path("people/link/<int:pk>/", end_link, name="end_link"),
    path("people/<int:pk>/in-their-words/", in_their_words, name="in_their_words"),
]
