"""The file that says which kinds of record are restricted from their first minute, and to whom."""

import pytest

from bluelamp.access.permissions import RESTRICT_RECORDS
from bluelamp.access.restricted_kinds import FILE, policies, read
from bluelamp.access.roles import roles
from bluelamp.access.rules.grounds import Ground


def test_who_stands_in_for_an_owner_sees_the_record_and_may_restrict_it() -> None:
    for policy in policies().values():
        assert policy.asks in policy.sees
        assert RESTRICT_RECORDS.name in roles()[policy.asks].capabilities


def test_the_circle_of_records_about_police_is_the_narrowest() -> None:
    assert set(policies()[Ground.POLICE].sees) < set(policies()[Ground.DOMESTIC].sees)


def test_a_role_that_there_is_not_and_a_ground_left_out_are_said() -> None:
    text = FILE.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="there is no role chief_wizard"):
        read(text.replace('asks = "superintendent"', 'asks = "chief_wizard"'), known=roles().keys())
    with pytest.raises(ValueError, match="needs exactly"):
        read(text.replace("[police]", "[cats]"), known=roles().keys())
