"""The table of contents of places."""

from django.urls import path

from bluelamp.places.pages.borough import borough
from bluelamp.places.pages.contact_point import contact_point
from bluelamp.places.pages.law import law
from bluelamp.places.pages.map_data import areas, boundary, marks, roads

app_name = "places"
urlpatterns = [
    path("places/", borough, name="borough"),
    path("law/", law, name="law"),
    path("places/phones/<int:pk>/", contact_point, name="contact_point"),
    path("places/borough.geojson", boundary, name="boundary"),
    path("places/areas.geojson", areas, name="areas"),
    path("places/roads.geojson", roads, name="roads"),
    path("places/places.geojson", marks, name="marks"),
]
