"""Who carries messages away: GOV.UK Notify when a key is set, otherwise nobody, and then that is said."""

from typing import Any, Protocol

from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from bluelamp.messages.models import Message
from bluelamp.messages.rules.safe_channel import Channel


class NotTaken(Exception):
    """The provider did not take the message; `for_good` when trying again cannot help."""

    def __init__(self, words: str, *, for_good: bool) -> None:
        super().__init__(words)
        self.for_good = for_good


class Provider(Protocol):
    """Takes a message and answers its own reference; knows whether it already took one."""

    def send(self, message: Message) -> str: ...
    def taken(self, message: Message) -> str: ...


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

    def _sent(self, message: Message) -> dict[str, object]:
        template, words, reference = message.template, message.personalisation, str(message.reference)
        found: dict[str, object]
        if message.channel == Channel.TEXT:
            found = self._client.send_sms_notification(message.address, template, words, reference)
        elif message.channel == Channel.EMAIL:
            found = self._client.send_email_notification(message.address, template, words, reference)
        else:
            lines = {f"address_line_{n}": line for n, line in enumerate(message.address.splitlines(), 1)}
            found = self._client.send_letter_notification(template, {**words, **lines}, reference)
        return found


def provider() -> Provider | None:
    """The provider of this installation, None where no key is set."""
    key = getattr(settings, "NOTIFY_KEY", "")
    address = getattr(settings, "NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk")
    return Notify(key, address) if key else None
