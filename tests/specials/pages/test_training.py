"""Recording training."""

from bluelamp.specials.queries import training_until
from tests.specials.volunteers import LATER, Volunteers


def test_it_holds_until_a_day(at_page, there: Volunteers):
    path = f"/specials/{there.attested().pk}/training/"
    assert at_page("coordinator", path, skill="officer_safety", until="2026-11-19").status_code == 422
    assert at_page("coordinator", path, skill="officer_safety", until=LATER.isoformat()).status_code == 303
    assert training_until(there.record.officer_id) == {"officer_safety": LATER}
    page = at_page("coordinator", path).content.decode()
    assert "until Sat 20 Nov 2027" in page


def test_not_before_there_is_an_account(at_page, there: Volunteers):
    answer = at_page(
        "coordinator", f"/specials/{there.accepted().pk}/training/", skill="first_aid", until=LATER.isoformat()
    )
    assert "link the account first" in answer.content.decode()
