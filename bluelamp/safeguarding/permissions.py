"""The capabilities of safeguarding, in words."""

from bluelamp.access.registry import Capability

VIEW = Capability(name="safeguarding.view", words="See domestic incidents, their risk and who owns them")
ASSESS = Capability(name="safeguarding.assess", words="Assess the risk in a domestic incident, and plan for safety")
SECOND_LOOK = Capability(
    name="safeguarding.second_look", words="Look again at an assessed risk, and agree to a grade below the threshold"
)
REFER = Capability(
    name="safeguarding.refer", words="Refer to advisers, services and the meeting, and tell a child's school"
)
MARAC = Capability(name="safeguarding.marac", words="Keep the list, minutes and actions of the multi-agency meeting")
PROTECT = Capability(name="safeguarding.protect", words="Issue and serve protection notices, by rank, and their orders")
DISCLOSE = Capability(name="safeguarding.disclose", words="Deal with requests about a partner's past")
