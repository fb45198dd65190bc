"""The pages of duty."""

from django.urls import path

from bluelamp.duty.pages.ask import ask
from bluelamp.duty.pages.ask_leave import ask_leave
from bluelamp.duty.pages.booking import booking
from bluelamp.duty.pages.calendar import calendar, feed
from bluelamp.duty.pages.call_out import call_out
from bluelamp.duty.pages.call_outs import call_outs
from bluelamp.duty.pages.change import change
from bluelamp.duty.pages.compare import compare
from bluelamp.duty.pages.cover_events import cover_events
from bluelamp.duty.pages.day import day
from bluelamp.duty.pages.diary import diary
from bluelamp.duty.pages.fairness import fairness
from bluelamp.duty.pages.gap import gap
from bluelamp.duty.pages.hand_over import hand_over
from bluelamp.duty.pages.leave import leave
from bluelamp.duty.pages.mine import mine
from bluelamp.duty.pages.officers import officers
from bluelamp.duty.pages.publish import publish
from bluelamp.duty.pages.roster import roster
from bluelamp.duty.pages.roster_steps import step
from bluelamp.duty.pages.rosters import rosters
from bluelamp.duty.pages.sick import sick
from bluelamp.duty.pages.swap import swap
from bluelamp.duty.pages.unit import unit

app_name = "duty"
_PLANNING = [
    path("duty/rosters/", rosters, name="rosters"),
    path("duty/officers/", officers, name="officers"),
    path("duty/officers/<int:officer>/", diary, name="diary"),
    path("duty/events/", cover_events, name="cover_events"),
    path("duty/rosters/<int:pk>/", roster, name="roster"),
    path("duty/rosters/<int:pk>/publish/", publish, name="publish"),
    path("duty/rosters/<int:pk>/against/<int:other>/", compare, name="compare"),
    path("duty/rosters/<int:pk>/do/<slug:verb>/", step, name="step"),
    path("duty/rosters/<int:pk>/<slug:key>/", unit, name="unit"),
    path("duty/rosters/<int:pk>/<slug:key>/<int:officer>/<str:day>/", change, name="change"),
]
_RUNNING = [
    path("duty/", day, name="day"),
    path("duty/booking/", booking, name="booking"),
    path("duty/sick/", sick, name="sick"),
    path("duty/gap/<int:pk>/", gap, name="gap"),
    path("duty/ask/<int:pk>/", ask, name="ask"),
    path("duty/call-out/", call_outs, name="call_outs"),
    path("duty/call-out/<int:pk>/", call_out, name="call_out"),
    path("duty/fairness/", fairness, name="fairness"),
]
_ONES_OWN = [
    path("duty/mine/", mine, name="mine"),
    path("duty/swap/<str:day>/", swap, name="swap"),
    path("duty/ask-leave/", ask_leave, name="ask_leave"),
    path("duty/leave/<int:pk>/", leave, name="leave"),
    path("duty/hand-over/<int:pk>/", hand_over, name="hand_over"),
    path("duty/calendar/", calendar, name="calendar"),
    path("duty/feed/<str:secret>.ics", feed, name="feed"),
]
urlpatterns = [*_RUNNING, *_PLANNING, *_ONES_OWN]
