"""How an officer is found: by sign-in, and again on every request, with the roles, in one statement."""

from allauth.account.auth_backends import AuthenticationBackend

from bluelamp.access.models import Officer
from bluelamp.access.queries import signed_in_officer


class OfficerBackend(AuthenticationBackend):
    """Sign-in by user name; `get_user` brings the roles along so that a request needs no second statement."""

    def get_user(self, user_id: int) -> Officer | None:
        """The officer with `role_keys`, or None if there is none or the account is closed."""
        return signed_in_officer(user_id)
