"""What the ledger says about messages. Address and words of a message are not in it."""

from bluelamp.ledger.registry import Event


def _event(name: str, sentence: str, *words: str) -> Event:
    erasure = "The words are erased; what became of the message stays" if words else "holds no personal text"
    return Event(name=name, sentence=sentence, retention="message", words=words, erasure=erasure)


ASKED = _event("messages.asked", "Message asked for by {channel}, template {template}")
SENT = _event("messages.sent", "Message sent by {channel}")
FAILED = _event("messages.failed", "Message not sent by {channel}: {trouble}")
REFUSED = _event("messages.refused", "Message not sent by {channel}, no longer safe: {trouble}")
KEPT = _event("messages.kept", "Message not sent by {channel}: no provider set")
AGAIN = _event("messages.again", "Message to be sent again by {channel}")
WITHDRAWN = _event("messages.withdrawn", "Message by {channel} taken back, not to be sent: {why}", "why")
REACHED = _event(
    "messages.reached", "Reached another way, {way}, in place of the message by {channel}. {words}", "words"
)
