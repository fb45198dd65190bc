"""What the ledger says about messages. Address and words of a message are not in it."""

from bluelamp.ledger.registry import Event


def _event(name: str, sentence: str) -> Event:
    return Event(name=name, sentence=sentence, retention="message", erasure="holds no personal text")


ASKED = _event("messages.asked", "Message asked for by {channel}, template {template}")
SENT = _event("messages.sent", "Message sent by {channel}")
FAILED = _event("messages.failed", "Message not sent by {channel}: {trouble}")
REFUSED = _event("messages.refused", "Message not sent by {channel}, no longer safe: {trouble}")
KEPT = _event("messages.kept", "Message not sent by {channel}: no provider set")
