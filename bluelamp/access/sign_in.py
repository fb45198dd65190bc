"""How allauth's sign-in behaves here: who may sign in, what is written down, and in which words it refuses."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string

from bluelamp import clock
from bluelamp.access.actions.signing_in import signed_in, signed_out
from bluelamp.access.middleware import acting_as, acting_of
from bluelamp.access.models import Officer
from bluelamp.access.terminals import at_terminal, remember_terminal, unlock

TROUBLE = "sign_in_trouble"
METHODS = {"password": "password", "socialaccount": "the force's own sign-in"}
SECOND_STEPS = {"webauthn": "passkey", "totp": "one-time code", "recovery_codes": "recovery code"}


class SignInForm(LoginForm):
    """User name and password, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "User name"
        self.fields["login"].widget.attrs.update({"placeholder": "", "autocomplete": "username webauthn"})
        self.fields["password"].widget.attrs["placeholder"] = ""
        self.fields["password"].help_text = ""


class Accounts(DefaultAccountAdapter):
    """Accounts are opened by an administrator, never by signing up; every sign-in and sign-out is written down."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "The user name or the password is not right. Check both and try again.",
        "incorrect_password": "The password is not right.",
        "too_many_login_attempts": "Too many wrong tries. Wait five minutes, then try again, or ask an administrator.",
        "account_inactive": "This account is closed. Ask an administrator.",
        "rate_limited": "Too many tries in a short time. Wait a minute, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def login(self, request: HttpRequest, user: Officer) -> None:
        super().login(request, user)
        unlock(request)
        remember_terminal(request)
        signed_in(method=_method(request), by=acting_as(user, **at_terminal(request)), at=clock.now())

    def logout(self, request: HttpRequest) -> None:
        signed_out(by=acting_of(request), at=clock.now())
        super().logout(request)

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Only trouble is worth a word; the next sign-in page shows it once."""
        if level >= messages.WARNING and kwargs.get("message"):
            request.session[TROUBLE] = str(kwargs["message"])

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Officers have no address here; what changed is shown on their own page."""


class SecondSteps(DefaultMFAAdapter):
    """Passkeys and one-time codes."""

    def get_totp_issuer(self) -> str:
        return "Bluelamp"

    def _get_site_name(self) -> str:
        return "Bluelamp"


class ForceAccounts(DefaultSocialAccountAdapter):
    """Sign-in by the force's OpenID Connect server: only for officers already enrolled, found by user name."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        claims = sociallogin.account.extra_data
        claims = {**claims, **claims.get("userinfo", {}), **claims.get("id_token", {})}
        officer = _officer_named(str(claims.get("preferred_username", "")))
        if officer is None:
            raise _back(request, "No account here carries your user name. Ask an administrator to open one.")
        sociallogin.connect(request, officer)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **about: Any) -> None:
        """Given up there, or not to be trusted: back to our own page, in words."""
        given_up = about.get("error") == AuthError.CANCELLED
        words = "was not finished" if given_up else "did not work"
        raise _back(request, f"Signing in with {provider.name} {words}. Try again, or use your user name and password.")


def _back(request: HttpRequest, words: str) -> ImmediateHttpResponse:
    request.session[TROUBLE] = words
    return ImmediateHttpResponse(redirect(reverse("account_login")))


def trouble(request: HttpRequest) -> str:
    """What went wrong at the last try, shown once."""
    return str(request.session.pop(TROUBLE, ""))


def _officer_named(user_name: str) -> Officer | None:
    """The officer of a user name at the force's server; a guest there, of another domain, is nobody's."""
    name, at, domain = user_name.strip().lower().partition("@")
    if at and (not domain or domain != settings.OPENID_DOMAIN.lower()):
        return None
    return Officer.objects.filter(user_name=name, is_active=True, is_demonstration=False).first() if name else None


def _method(request: HttpRequest) -> str:
    records = request.session.get("account_authentication_methods", [])
    last = records[-1] if records else {}
    return SECOND_STEPS.get(last.get("type", ""), METHODS.get(last.get("method", ""), "password"))


def new_password() -> tuple[str, str]:
    """A password to hand over in person, and its hash."""
    words = "-".join(get_random_string(5, "abcdefghjkmnpqrstuvwxyz23456789") for _ in range(4))
    return words, make_password(words)
