"""Signing in by the force's own server: begun by our button alone, and whatever goes wrong ends at our sign-in page."""

from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect


def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """To the force's server by the button of the sign-in page; an address somebody sends begins nothing."""
    return openid.login(request, provider_id) if request.method == "POST" else to_sign_in(request)


def to_sign_in(_request: HttpRequest) -> HttpResponseBase:
    """The sign-in page, which says once what went wrong."""
    return redirect("account_login")
