"""The pages of duty: one's own."""

from django.urls import path

from bluelamp.duty.pages.ask_leave import ask_leave
from bluelamp.duty.pages.calendar import calendar, feed
from bluelamp.duty.pages.leave import leave
from bluelamp.duty.pages.mine import mine
from bluelamp.duty.pages.swap import swap

app_name = "duty"

ONES_OWN = [
    path("duty/mine/", mine, name="mine"),
    path("duty/swap/<str:day>/", swap, name="swap"),
    path("duty/ask-leave/", ask_leave, name="ask_leave"),
    path("duty/leave/<int:pk>/", leave, name="leave"),
    path("duty/calendar/", calendar, name="calendar"),
    path("duty/feed/<str:secret>.ics", feed, name="feed"),
]

urlpatterns = [*ONES_OWN]
