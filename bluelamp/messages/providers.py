"""Who carries messages away: GOV.UK Notify when a key is set, otherwise nobody, and then that is said."""

from typing import Any, Protocol

from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from bluelamp.messages.models import Message
from bluelamp.messages.queries import SHOWN_ONLY
from bluelamp.messages.rules.results import Result
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.rules.templates import ENGLISH, PLAIN

STATUSES = {
    **{one.value: one.value for one in Result},
    "received": Result.DELIVERED.value,
    "validation-failed": Result.PERMANENT.value,
    "cancelled": Result.TECHNICAL.value,
}
"""The provider's words for what became of a message, letters too; any other is not known yet."""


class NotTaken(Exception):
    """The provider did not take the message; `for_good` when trying again cannot help."""

    def __init__(self, words: str, *, for_good: bool) -> None:
        super().__init__(words)
        self.for_good = for_good


class Provider(Protocol):
    """Takes a message and answers its own reference; knows whether it already took one, and what became of it."""

    def send(self, message: Message) -> str: ...
    def taken(self, message: Message) -> str: ...
    def result(self, message: Message) -> str: ...


class Notify:
    """GOV.UK Notify: a template and its personalisation, under our reference."""

    def __init__(self, key: str, address: str) -> None:
        self._client: Any = NotificationsAPIClient(key, base_url=address, timeout=10)  # type: ignore[no-untyped-call]

    def send(self, message: Message) -> str:
        """Raises NotTaken; a refusal (4xx but not 403 clock skew or 429) is for good."""
        try:
            return str(self._sent(message)["id"])
        except HTTPError as error:
            code = int(error.status_code or 503)
            raise NotTaken(
                f"Provider answered {code}", for_good=400 <= code < 500 and code not in (403, 429)
            ) from error
        except OSError as error:
            raise NotTaken(f"Provider not reached: {type(error).__name__}", for_good=False) from error

    def taken(self, message: Message) -> str:
        """The provider's reference if it already took this message, otherwise nothing."""
        try:
            found = self._client.get_all_notifications(reference=str(message.reference))["notifications"]
        except (HTTPError, OSError) as error:
            raise NotTaken(f"Provider not reached: {type(error).__name__}", for_good=False) from error
        return str(found[0]["id"]) if found else ""

    def result(self, message: Message) -> str:
        """What became of it: one of `rules.results.Result`, or nothing while it is not known."""
        try:
            found = str(self._client.get_notification_by_id(message.provider_reference)["status"])
        except (HTTPError, OSError) as error:
            raise NotTaken(f"Provider not reached: {type(error).__name__}", for_good=False) from error
        return STATUSES.get(found, "")

    def _sent(self, message: Message) -> dict[str, object]:
        template, words, reference = template_id(message), message.personalisation, str(message.reference)
        found: dict[str, object]
        if message.channel == Channel.TEXT:
            found = self._client.send_sms_notification(message.address, template, words, reference)
        elif message.channel == Channel.EMAIL:
            found = self._client.send_email_notification(message.address, template, words, reference)
        else:
            given = [line for line in message.address.splitlines() if line.strip()]
            lines = {f"address_line_{n}": line for n, line in enumerate(given, 1)}
            found = self._client.send_letter_notification(template, {**words, **lines}, reference)
        return found


class ShownOnly:
    """The stand-in of a demonstration: takes every message, sends none, and a page shows what would have left."""

    def send(self, message: Message) -> str:
        return f"{SHOWN_ONLY}{message.reference}"

    def taken(self, message: Message) -> str:
        """Nothing is ever taken twice: what it took is in the table."""
        return message.provider_reference

    def result(self, message: Message) -> str:  # noqa: ARG002
        """Nobody received it, so nothing is known."""
        return ""


def template_id(message: Message) -> str:
    """The provider's own number of a template, as the force set it: by key and channel, else the key itself.

    A letter in another language or form has a template of its own. Raises NotTaken where the force set none: a letter
    that cannot be read is not sent.
    """
    ids: dict[str, str] = getattr(settings, "NOTIFY_TEMPLATES", {})
    parts = [message.template, message.channel]
    parts += [one for one in (message.language, message.form) if one not in (ENGLISH, PLAIN)]
    if len(parts) > 2 and ".".join(parts) not in ids:
        raise NotTaken(f"No template is set up for {'.'.join(parts)}", for_good=True)
    return ids.get(".".join(parts), message.template)


def provider() -> Provider | None:
    """The provider of this installation: None where no key is set, and in a demonstration the stand-in."""
    key = getattr(settings, "NOTIFY_KEY", "")
    address = getattr(settings, "NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk")
    if key:
        return Notify(key, address)
    return ShownOnly() if settings.DEMO else None
