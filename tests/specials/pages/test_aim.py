"""What one is here for."""

from tests.specials.volunteers import Volunteers


def test_it_may_be_changed_and_opens_the_pathway(at_page, there: Volunteers):
    there.applied(aim="undecided").accompanied()
    assert 'value="undecided" checked' in at_page("special", "/specials/mine/aim/").content.decode()
    assert at_page("special", "/specials/mine/aim/", aim="career").status_code == 303
    assert "Into the regulars" in at_page("special", "/specials/mine/").content.decode()
    assert at_page("special", "/specials/mine/aim/", aim="not_asked").status_code == 422
