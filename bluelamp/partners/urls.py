"""The table of contents of sharing with partner bodies."""

from django.urls import path

from bluelamp.partners.api import signed_answer
from bluelamp.partners.pages.agree import agree
from bluelamp.partners.pages.agreement import agreement
from bluelamp.partners.pages.another_way import another_way
from bluelamp.partners.pages.answer import answer
from bluelamp.partners.pages.code import code
from bluelamp.partners.pages.contact import contact
from bluelamp.partners.pages.end_agreement import end_agreement
from bluelamp.partners.pages.erase import erase
from bluelamp.partners.pages.heard import heard
from bluelamp.partners.pages.key import key
from bluelamp.partners.pages.left import left
from bluelamp.partners.pages.link import link
from bluelamp.partners.pages.partner import partner
from bluelamp.partners.pages.partners import partners
from bluelamp.partners.pages.share import share
from bluelamp.partners.pages.shared import shared
from bluelamp.partners.pages.take_back import take_back

app_name = "partners"
urlpatterns = [
    path("partners/", partners, name="partners"),
    path("partners/share/<int:pk>/", share, name="share"),
    path("partners/share/<int:pk>/link/", link, name="link"),
    path("partners/share/<int:pk>/heard/", heard, name="heard"),
    path("partners/share/<int:pk>/another-way/", another_way, name="another_way"),
    path("partners/share/<int:pk>/take-back/", take_back, name="take_back"),
    path("partners/share/<int:pk>/erase/", erase, name="erase"),
    path("partners/agreement/<int:pk>/", agreement, name="agreement"),
    path("partners/agreement/<int:pk>/end/", end_agreement, name="end_agreement"),
    path("partners/body/<slug:key>/", partner, name="partner"),
    path("partners/body/<slug:key>/agree/", agree, name="agree"),
    path("partners/body/<slug:key>/contact/", contact, name="contact"),
    path("partners/body/<slug:key>/key/", key, name="key"),
    path("shared/", shared, name="shared"),
    path("shared/closed/", left, name="left"),
    path("shared/answer/<slug:what>/", answer, name="answer"),
    path("shared/signed/", signed_answer, name="signed_answer"),
    path("shared/<str:token>/", code, name="code"),
]
