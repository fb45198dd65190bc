"""The pages of victim care."""

from django.urls import path

from bluelamp.victims.pages.tell import tell
from bluelamp.victims.pages.views import views

app_name = "victims"
urlpatterns = [
    path("victims/telling/<int:pk>/", tell, name="tell"),
    path("victims/<int:pk>/views/", views, name="views"),
]
