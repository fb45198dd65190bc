"""Evidence for the way into the regulars, in one's own words."""

from tests.specials.volunteers import Volunteers


def test_put_down_and_put_anew(at_page, there: Volunteers):
    there.accompanied()
    path = "/specials/mine/evidence/portfolio_arrest/"
    assert at_page("special", path, send=True, words="").status_code == 422
    assert at_page("special", path, words="Log 88").status_code == 303
    assert "Log 88" in at_page("special", path).content.decode()
    assert at_page("special", path, words="Logs 88 and 91").status_code == 303
    assert there.record.evidence.get().words == "Logs 88 and 91"


def test_the_later_steps_wait(at_page, there: Volunteers):
    there.accompanied()
    answer = at_page("special", "/specials/mine/evidence/recommended/", words="x")
    assert "Not yet signed: portfolio" in answer.content.decode()
    assert at_page("special", "/specials/mine/evidence/nothing/").status_code == 404
