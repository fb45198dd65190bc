"""The table of contents of messages."""

from django.urls import path

from bluelamp.messages.api import reply, result
from bluelamp.messages.pages.alerts import alerts, alerts_worker
from bluelamp.messages.pages.another_way import another_way
from bluelamp.messages.pages.check import check
from bluelamp.messages.pages.do_not_send import do_not_send
from bluelamp.messages.pages.doubt import doubt
from bluelamp.messages.pages.message import message
from bluelamp.messages.pages.messages import messages
from bluelamp.messages.pages.outbox import outbox
from bluelamp.messages.pages.pushed import pushed
from bluelamp.messages.pages.read import read
from bluelamp.messages.pages.send_again import send_again

app_name = "messages"
urlpatterns = [
    path("messages/", messages, name="messages"),
    path("messages/<int:pk>/", message, name="message"),
    path("messages/<int:pk>/send-again/", send_again, name="send_again"),
    path("messages/<int:pk>/do-not-send/", do_not_send, name="do_not_send"),
    path("messages/<int:pk>/another-way/", another_way, name="another_way"),
    path("messages/<int:pk>/doubt/", doubt, name="doubt"),
    path("messages/<int:pk>/check/", check, name="check"),
    path("messages/<int:pk>/read/", read, name="read"),
    path("messages/outbox/", outbox, name="outbox"),
    path("alerts/", alerts, name="alerts"),
    path("alerts/worker.js", alerts_worker, name="alerts_worker"),
    path("alerts/<uuid:reference>/", pushed, name="pushed"),
    path("messages/told/result/", result, name="result"),
    path("messages/told/reply/", reply, name="reply"),
]
