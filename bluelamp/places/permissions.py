"""What an officer may do with places."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="places.view", words="see the borough: stations, phones, suites and teams")
EDIT = Capability(
    name="places.edit", words="change the borough: load it, report and mend phones, close cells, warn of an address"
)
