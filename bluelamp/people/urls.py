"""The pages of people."""

from django.urls import path

from bluelamp.people.pages.in_their_words import in_their_words
from bluelamp.people.pages.search import people_search

app_name = "people"
urlpatterns = [
    path("people/", people_search, name="search"),
    path("people/<int:pk>/in-their-words/", in_their_words, name="in_their_words"),
]
