"""What may be done here, in words."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="insight.view", words="See the figures of the command")
