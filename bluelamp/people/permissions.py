"""What an officer may do with people."""

from bluelamp.access.registry import Capability

SEARCH = Capability(name="people.search", words="search for people and vehicles")
VIEW = Capability(name="people.view", words="open a person's record")
DESCRIBE = Capability(name="people.describe", words="ask people what they say of themselves, and see it")
EDIT = Capability(name="people.edit", words="add and correct people, vehicles, links, safe contact and warnings")
