"""Sessions in the database, as Django keeps them; only asking for one is written out in SQL, as every request does."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session

_LIVE = "SELECT * FROM django_session WHERE session_key = %s AND expire_date > now()"


class SessionStore(DatabaseStore):
    """The engine of `SESSION_ENGINE`."""

    def _get_session_from_db(self) -> Session | None:
        found = next(iter(Session.objects.raw(_LIVE, [self.session_key])), None)
        if found is None:
            self._session_key: str | None = None
        return found
