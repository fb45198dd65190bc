"""What may be done here, in words."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="owed.view", words="See what we owe")
