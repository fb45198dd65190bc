"""What may be done here, in words."""

from bluelamp.access.registry import Capability

SEND = Capability(name="messages.send", words="Send a message to a person")
VIEW = Capability(name="messages.view", words="See which messages left, wait or did not leave, and why")
