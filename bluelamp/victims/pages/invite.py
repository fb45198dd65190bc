"""Inviting a victim to their own page: the link by a safe way, the code said apart; both shown once."""

from django.http import HttpRequest, HttpResponse

from bluelamp.access.guard import page
from bluelamp.victims.actions.inviting import invite as keep_invitation
from bluelamp.victims.invitation_page import invitation_page
from bluelamp.victims.page_of_victim import the_victim


@page("victims.invite")
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """An older link is dead from now."""
    victim = the_victim(request, pk, page="victims:invite")
    return invitation_page(request, victim, act=keep_invitation, template="victims/invite.html")
