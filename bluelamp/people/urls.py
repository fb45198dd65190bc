"""The pages of people."""

from django.urls import path

from bluelamp.people.pages.search import people_search

app_name = "people"
urlpatterns = [path("people/", people_search, name="search")]
