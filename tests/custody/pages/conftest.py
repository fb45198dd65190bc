"""The desk of the tests of this folder, and somebody whom a superintendent has kept past 24 hours."""

import pytest
from django.test import Client

from bluelamp.custody.actions.reviewing import extend, review
from bluelamp.custody.models import Bail, Detention
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.custody.let_go import bailed


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


@pytest.fixture
def bail(evening: Evening) -> Bail:
    return bailed(evening)


@pytest.fixture
def extended(evening: Evening) -> Detention:
    """Reviewed twice, and kept to 36 hours: the next is a court's."""
    found, by = evening.held(), evening.acting("reviewing_inspector")
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=by, detention=found.pk, n=n, outcome="continued", words="Still necessary")
    done(extend, TEN + 20 * HOUR, by=evening.acting("superintendent"), detention=found.pk, until=TEN + 36 * HOUR,
         grounds="x", representations="None", diligent=True, necessary=True, responsible=True)  # fmt: skip
    return found
