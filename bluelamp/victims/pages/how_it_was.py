"""Asking a victim how it was: they are invited to a few questions on their own page, by a safe way only."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.guard import page
from bluelamp.victims.actions.surveying import ask_how_it_was
from bluelamp.victims.invitation_page import invitation_page
from bluelamp.victims.page_of_victim import the_victim
from bluelamp.victims.surveys import may_be_asked


@page("victims.invite")
def how_it_was(request: HttpRequest, pk: int) -> HttpResponse:
    """Where they may not be asked, why stands before the form."""
    victim = the_victim(request, pk, page="victims:how_it_was")
    before = may_be_asked(victim, clock.now())
    template = "victims/how_it_was.html"
    return invitation_page(request, victim, act=ask_how_it_was, template=template, before=before)
