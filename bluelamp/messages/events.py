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
FOLDED = _event("messages.folded", "Not sent twice by {channel}: the same news is on its way or was sent")
DELIVERED = _event(
    "messages.delivered", "The provider says that the message by {channel} was delivered; that tells nobody"
)
CAME_BACK = _event("messages.came_back", "Message by {channel} not received: {result}")
DOUBTED = _event("messages.doubted", "Not known to reach them {way}. {why}", "why")
CHECKED = _event("messages.checked", "Checked whether they are reached {way}: {outcome}")
REPLIED = _event("messages.replied", "Somebody answered by {channel}. {words}", "words")
REPLY_READ = _event("messages.reply_read", "The answer was read")
DEVICE_ADDED = _event("messages.device_added", "Alerts are sent to this device of the officer from now")
DEVICE_ENDED = _event("messages.device_ended", "No alerts are sent to this device any more: {why}")
PUSH_ASKED = _event("messages.push_asked", "Alert asked for on a device of the officer: {occasion}")
PUSH_SENT = _event("messages.push_sent", "Alert sent to a device of the officer")
PUSH_FAILED = _event("messages.push_failed", "Alert not sent to a device of the officer: {trouble}")
PUSH_KEPT = _event("messages.push_kept", "Alert not sent to a device of the officer: no key is set")
