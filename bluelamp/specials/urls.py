"""The table of contents of the special constabulary."""

from django.urls import path

from bluelamp.specials.pages.account import account
from bluelamp.specials.pages.aim import aim
from bluelamp.specials.pages.claim import claim
from bluelamp.specials.pages.close import close
from bluelamp.specials.pages.contacted import contacted
from bluelamp.specials.pages.decide import decide
from bluelamp.specials.pages.desk import desk
from bluelamp.specials.pages.event import event
from bluelamp.specials.pages.events import events
from bluelamp.specials.pages.evidence import evidence
from bluelamp.specials.pages.expense import expense
from bluelamp.specials.pages.expenses import expenses
from bluelamp.specials.pages.forget import forget
from bluelamp.specials.pages.join import join
from bluelamp.specials.pages.mine import mine
from bluelamp.specials.pages.new_event import new_event
from bluelamp.specials.pages.offer_hours import offer_hours
from bluelamp.specials.pages.pair import pair
from bluelamp.specials.pages.received import received
from bluelamp.specials.pages.sign import sign
from bluelamp.specials.pages.sign_evidence import sign_evidence
from bluelamp.specials.pages.sign_up import sign_up
from bluelamp.specials.pages.special import special
from bluelamp.specials.pages.take_back import take_back
from bluelamp.specials.pages.thank import thank
from bluelamp.specials.pages.to_sign import to_sign
from bluelamp.specials.pages.trained import trained
from bluelamp.specials.pages.training import training
from bluelamp.specials.pages.tutor import tutor
from bluelamp.specials.pages.withdraw_hours import withdraw_hours

app_name = "specials"
urlpatterns = [
    path("join/", join, name="join"),
    path("join/received/", received, name="received"),
    path("specials/", desk, name="desk"),
    path("specials/to-sign/", to_sign, name="to_sign"),
    path("specials/mine/", mine, name="mine"),
    path("specials/mine/hours/", offer_hours, name="offer_hours"),
    path("specials/mine/hours/<int:offer>/", withdraw_hours, name="withdraw_hours"),
    path("specials/mine/trained/", trained, name="trained"),
    path("specials/mine/events/<int:occasion>/", sign_up, name="sign_up"),
    path("specials/mine/expenses/", claim, name="claim"),
    path("specials/mine/aim/", aim, name="aim"),
    path("specials/mine/evidence/<slug:step>/", evidence, name="evidence"),
    path("specials/events/", events, name="events"),
    path("specials/events/new/", new_event, name="new_event"),
    path("specials/events/<int:occasion>/", event, name="event"),
    path("specials/events/<int:occasion>/pair/<int:special>/", pair, name="pair"),
    path("specials/expenses/", expenses, name="expenses"),
    path("specials/expenses/<int:pk>/", expense, name="expense"),
    path("specials/<int:pk>/", special, name="special"),
    path("specials/<int:pk>/contacted/", contacted, name="contacted"),
    path("specials/<int:pk>/decide/", decide, name="decide"),
    path("specials/<int:pk>/sign/<slug:step>/", sign, name="sign"),
    path("specials/<int:pk>/take-back/", take_back, name="take_back"),
    path("specials/<int:pk>/tutor/", tutor, name="tutor"),
    path("specials/<int:pk>/account/", account, name="account"),
    path("specials/<int:pk>/training/", training, name="training"),
    path("specials/<int:pk>/evidence/<slug:step>/", sign_evidence, name="sign_evidence"),
    path("specials/<int:pk>/thank/<slug:milestone>/", thank, name="thank"),
    path("specials/<int:pk>/close/", close, name="close"),
    path("specials/<int:pk>/forget/", forget, name="forget"),
]
