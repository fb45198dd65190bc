"""Taking a patrol status back by one step."""

from tests.specials.volunteers import Volunteers


def test_an_inspector_with_a_reason(at_page, there: Volunteers):
    there.directed()
    path = f"/specials/{there.pk}/take-back/"
    assert "Directed patrol stands now" in at_page("inspector", path).content.decode()
    assert at_page("inspector", path).status_code == 200
    assert "Say why" in at_page("inspector", path, send=True, words="").content.decode()
    assert at_page("inspector", path, words="Away for nine months").status_code == 303
    assert there.record.officer.patrol_status.step == "accompanied"


def test_the_coordinator_may_not(at_page, there: Volunteers):
    there.directed()
    refused = at_page("coordinator", f"/specials/{there.pk}/take-back/", words="x")
    assert refused.status_code == 422
    assert "inspector by regular rank" in refused.content.decode()
