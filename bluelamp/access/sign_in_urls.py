"""Signing in and out, passkeys and one-time codes: allauth's views, each behind our guard. No name space: allauth asks
for these names."""

from collections.abc import Callable

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount.providers.openid_connect import views as openid
from django.http import HttpResponseBase
from django.urls import URLPattern, path

from bluelamp.access.guard import open_to_all, page
from bluelamp.access.pages import force


def _anyone(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    return path(route, open_to_all(view), name=name)


def _officer(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    return path(route, page()(view), name=name)


urlpatterns = [
    _anyone("sign-in/", account.login, "account_login"),
    _anyone("sign-out/", account.logout, "account_logout"),
    _anyone("sign-in/closed/", account.account_inactive, "account_inactive"),
    _anyone("sign-in/code/", second.authenticate, "mfa_authenticate"),
    _anyone("sign-in/passkey/", passkeys.login_webauthn, "mfa_login_webauthn"),
    _officer("sign-in/again/", account.reauthenticate, "account_reauthenticate"),
    _officer("sign-in/again/code/", second.reauthenticate, "mfa_reauthenticate"),
    _officer("sign-in/again/passkey/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    _anyone("sign-in/force/cancelled/", force.to_sign_in, "socialaccount_login_cancelled"),
    _anyone("sign-in/force/error/", force.to_sign_in, "socialaccount_login_error"),
    _anyone("sign-in/force/<str:provider_id>/", force.begin, "openid_connect_login"),
    _anyone("sign-in/force/<str:provider_id>/back/", openid.callback, "openid_connect_callback"),
    _officer("you/password/", account.password_change, "account_change_password"),
    _officer("you/password/set/", account.password_set, "account_set_password"),
    _officer("you/keys/", second.index, "mfa_index"),
    _officer("you/keys/passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    _officer("you/keys/passkeys/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    _officer("you/keys/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    _officer("you/keys/passkeys/<int:pk>/name/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    _officer("you/keys/codes/start/", totp.activate_totp, "mfa_activate_totp"),
    _officer("you/keys/codes/stop/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _officer("you/keys/recovery/", recovery.view_recovery_codes, "mfa_view_recovery_codes"),
    _officer("you/keys/recovery/new/", recovery.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _officer("you/keys/recovery/file/", recovery.download_recovery_codes, "mfa_download_recovery_codes"),
]
