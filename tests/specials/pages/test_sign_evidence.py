"""Signing evidence on the way into the regulars."""

from bluelamp.specials.actions.into_regulars import put_evidence
from tests.specials.volunteers import Volunteers


def test_it_is_read_before_it_is_signed_by_the_tutor(at_page, there: Volunteers):
    there.accompanied().does("special", put_evidence, step="portfolio_arrest", words="Logs 88 and 91")
    path = f"/specials/{there.pk}/evidence/portfolio_arrest/"
    assert "Logs 88 and 91" in at_page("tutor", path).content.decode()
    assert "This is for the tutor" in at_page("coordinator", path, send=True).content.decode()
    assert at_page("tutor", path, send=True).status_code == 303
    assert there.record.evidence.get().signed_by == there.officer("tutor")
    assert at_page("tutor", path, send=True).status_code == 422
    assert at_page("tutor", f"/specials/{there.pk}/evidence/recommended/").status_code == 404
