"""The pages of victim care."""

from django.urls import path

from bluelamp.victims.pages.agreement import agreement
from bluelamp.victims.pages.answer import answer
from bluelamp.victims.pages.ask import ask
from bluelamp.victims.pages.enhanced import enhanced
from bluelamp.victims.pages.first_care import first_care
from bluelamp.victims.pages.in_touch import in_touch
from bluelamp.victims.pages.referral import referral
from bluelamp.victims.pages.statement import statement
from bluelamp.victims.pages.tell import tell
from bluelamp.victims.pages.views import views

app_name = "victims"
urlpatterns = [
    path("victims/telling/<int:pk>/", tell, name="tell"),
    path("victims/referral/<int:pk>/", referral, name="referral"),
    path("victims/asked/<int:pk>/", answer, name="answer"),
    path("victims/<int:pk>/views/", views, name="views"),
    path("victims/<int:pk>/first-care/", first_care, name="first_care"),
    path("victims/<int:pk>/statement/", statement, name="statement"),
    path("victims/<int:pk>/rights/", enhanced, name="enhanced"),
    path("victims/<int:pk>/ask/", ask, name="ask"),
    path("victims/<int:pk>/agreement/", agreement, name="agreement"),
    path("victims/<int:pk>/in-touch/", in_touch, name="in_touch"),
]
