"""The pages of people."""

from django.urls import path

from bluelamp.people.pages.end_link import end_link
from bluelamp.people.pages.in_their_words import in_their_words
from bluelamp.people.pages.search import people_search

app_name = "people"
urlpatterns = [
    path("people/", people_search, name="search"),
    path("people/link/<int:pk>/", end_link, name="end_link"),
    path("people/<int:pk>/in-their-words/", in_their_words, name="in_their_words"),
]
