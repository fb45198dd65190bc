"""Sessions in the database, as Django keeps them; only asking for one is compiled once, as every request does it."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import CharField
from django.db.models.functions import Now

from bluelamp.compiled import Compiled, Given

_LIVE = Compiled(lambda: Session.objects.filter(session_key=Given("key", CharField()), expire_date__gt=Now()))


class SessionStore(DatabaseStore):
    """The engine of `SESSION_ENGINE`."""

    def _get_session_from_db(self) -> Session | None:
        found = _LIVE.first(key=self.session_key)
        if found is None:
            self._session_key: str | None = None
        return found
