"""What may be done here, in words."""

from bluelamp.access.registry import Capability

SEND = Capability(name="messages.send", words="Send a message to a person")
