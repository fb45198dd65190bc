"""The table of contents of messages."""

from django.urls import path

from bluelamp.messages.pages.another_way import another_way
from bluelamp.messages.pages.do_not_send import do_not_send
from bluelamp.messages.pages.message import message
from bluelamp.messages.pages.messages import messages
from bluelamp.messages.pages.send_again import send_again

app_name = "messages"
urlpatterns = [
    path("messages/", messages, name="messages"),
    path("messages/<int:pk>/", message, name="message"),
    path("messages/<int:pk>/send-again/", send_again, name="send_again"),
    path("messages/<int:pk>/do-not-send/", do_not_send, name="do_not_send"),
    path("messages/<int:pk>/another-way/", another_way, name="another_way"),
]
