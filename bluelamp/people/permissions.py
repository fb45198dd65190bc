"""What an officer may do with people."""

from bluelamp.access.registry import Capability

SEARCH = Capability(name="people.search", words="search for people and vehicles")
VIEW = Capability(name="people.view", words="open a person's record")
EDIT = Capability(name="people.edit", words="add and correct people, vehicles, links, safe contact and warnings")
