"""A warning is taken off before it lapses, with why, once."""

import pytest

from bluelamp.people.queries import warnings_on
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.actions.marking import mark
from bluelamp.safeguarding.models import Marker
from tests.custody.evening import MINUTE, done
from tests.safeguarding.at_home import DAY, NOW, OFFICER


@pytest.mark.parametrize(("on", "what"), [("number", "07700 900111"), ("address", "Flat 6")])
def test_it_goes_with_its_reason(home, pages, on, what) -> None:
    found, by = home.assessed(), home.by(OFFICER)
    facts = {"on": on, "what": what, "words": "Do not ring back", "expires_at": NOW + 20 * DAY}
    done(mark, NOW, by=by, domestic=found.pk, **facts)
    path, later = f"/domestic/mark/{Marker.objects.get().pk}/", NOW + MINUTE
    assert path in pages.reads(OFFICER, f"/domestic/{found.pk}/", at=later)
    pages.refuses(OFFICER, path, "why", "Enter", at=later, why=" ")
    assert warnings_on([what], at=later) or warnings_at(what, at=later)
    assert pages.sends(OFFICER, path, at=later, why="He has moved away") == f"/domestic/{found.pk}/"
    assert not warnings_on([what], at=later + MINUTE)
    assert not warnings_at(what, at=later + MINUTE)
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/", at=later + MINUTE)
    assert path not in page
    assert "He has moved away" in page
    pages.refuses(OFFICER, path, "", "The warning has ended already", at=later + MINUTE, why="Again")


def test_there_is_no_such_warning(home, pages) -> None:
    assert pages.go(OFFICER, "/domestic/mark/0/").status_code == 404
