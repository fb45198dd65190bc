"""A demonstration has an agreement with each body, signed through the actions."""

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.access.demonstration import create as create_people
from bluelamp.partners.demonstration import BY_KEY, BY_KIND, create
from bluelamp.partners.models import Agreement, Contact
from bluelamp.partners.queries import bodies, fields_agreed
from bluelamp.partners.rules.fields import FIELDS
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.folder import borough_folder
from tests.partners.bodies import NOON

SETTING_UP = system("setup", "places.edit", "access.grant_roles", "duty.crew")


def test_every_body_of_the_borough_has_one_and_a_second_time_changes_nothing(db):
    with clock.set_to(NOON):
        load_borough(by=SETTING_UP, at=NOON, folder=borough_folder())
        assert not create(at=NOON), "nobody there to sign"
        create_people(by=SETTING_UP, at=NOON)
        assert create(at=NOON)
        assert not create(at=NOON)
        assert all(one.purposes for one in bodies(NOON))
    assert all(one.email.endswith("@example.org") for one in Contact.objects.all())
    assert Agreement.objects.filter(signed_for_us__user_name="ashdown").count() == Agreement.objects.count()
    assert "safe_contact" in fields_agreed("victim-support", "victim_support", at=NOON)
    assert fields_agreed("victim-support", "health", at=NOON) == frozenset()
    assert "school" in fields_agreed("county-council", "school_notice", at=NOON)


def test_only_known_fields_are_named():
    terms = [one for each in (*BY_KIND.values(), *BY_KEY.values()) for one in each]
    assert all(set(fields) <= set(FIELDS) for _, _, fields in terms)
