"""The empty database that rehearsals are copied from."""

from bluelamp.site.rehearsal_template import Server


def test_a_role_is_never_given_the_template_that_another_role_owns() -> None:
    """A measurement as the superuser left one behind on which the web role had no rights."""
    root, web = (Server(given=f"postgresql://{role}@host/anything") for role in ("root", "web"))
    assert root._template_name() != web._template_name()


def test_the_template_does_not_depend_on_which_database_of_the_server_was_named() -> None:
    one, other = (Server(given=f"postgresql://web@host/{name}") for name in ("a", "b"))
    assert one._template_name() == other._template_name()


def test_a_role_drops_no_template_of_another() -> None:
    root, web = (Server(given=f"postgresql://{role}@host/anything") for role in ("root", "web"))
    assert web._template_name().startswith(web._templates())
    assert not root._template_name().startswith(web._templates())
