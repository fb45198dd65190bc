"""A link opens once; wrong codes are counted and written; a new link kills the one before."""

import pytest

from bluelamp.ledger.models import Entry
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions import sharing
from bluelamp.partners.actions.links import leave, try_link
from bluelamp.partners.models import Link
from bluelamp.partners.queries import living_link, visited
from bluelamp.partners.rules.link import code_hash, token_hash
from bluelamp.verdict import Refused
from tests.partners.bodies import DAY, HOUR, NOON, Bodies


def tried(there: Bodies, fresh, code="", at=NOON):
    link = Link.objects.get(token_hash=token_hash(fresh.token))
    given = code_hash(fresh.token, code or fresh.code)
    return try_link(link=link.pk, code_hash=given, visit_hash=token_hash("visit"), by=acting_for(there.support), at=at)


def test_neither_token_nor_code_is_kept(there: Bodies):
    fresh = there.link(there.shares())
    row = str(Link.objects.values().get())
    assert fresh.token not in row
    assert fresh.code not in row
    entries = str(list(Entry.objects.values_list("facts", flat=True)))
    assert fresh.token not in entries
    assert len(fresh.token) >= 43


def test_it_opens_once_and_for_a_short_while(there: Bodies):
    made = there.shares()
    fresh = there.link(made)
    assert tried(there, fresh)
    assert not tried(there, fresh), "used"
    assert living_link(fresh.token, at=NOON) is None
    opened = visited("visit", at=NOON)
    assert opened == made
    assert visited("visit", at=NOON + HOUR / 2) is None
    assert visited("another", at=NOON) is None
    assert visited("", at=NOON) is None


def test_five_wrong_codes_lock_it_and_are_written(there: Bodies):
    fresh = there.link(there.shares())
    wrong = "00000000" if fresh.code != "00000000" else "00000001"
    for _ in range(5):
        assert not tried(there, fresh, wrong)
    assert not tried(there, fresh), "locked, though the code is right now"
    assert Entry.objects.filter(event="partners.code_wrong").count() == 6
    assert living_link(fresh.token, at=NOON) is None


def test_after_a_week_it_is_dead(there: Bodies):
    fresh = there.link(there.shares())
    assert living_link(fresh.token, at=NOON + 7 * DAY) is None
    assert not tried(there, fresh, at=NOON + 7 * DAY)


def test_a_new_link_kills_the_one_before_and_ends_its_visit(there: Bodies):
    made = there.shares()
    first = there.link(made)
    assert tried(there, first)
    second = there.link(made)
    assert visited("visit", at=NOON) is None
    assert living_link(second.token, at=NOON) is not None


def test_closing_ends_the_visit(there: Bodies):
    tried(there, there.link(there.shares()))
    leave(visit_hash=token_hash("visit"), by=acting_for(there.support), at=NOON + HOUR / 6)
    assert visited("visit", at=NOON + HOUR / 6) is None


def test_what_was_taken_back_cannot_be_opened(there: Bodies):
    made = there.shares()
    tried(there, there.link(made))
    sharing.take_back(share=made.pk, words="Wrong person", by=there.by, at=NOON)
    assert visited("visit", at=NOON) is None
    with pytest.raises(Refused, match="nothing to open"):
        there.link(made)
