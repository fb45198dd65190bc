"""One special's record: what is owed, the path, what happened, what may be done and is refused, and who may read."""

import pytest

from tests.specials.volunteers import Volunteers


def test_an_application_says_what_is_owed_and_what_may_be_done(at_page, there: Volunteers):
    page = at_page("coordinator", f"/specials/{there.applied().pk}/").content.decode()
    for words in ("Speak to who applied", "Decide the application", "Rowan Ashe", "I live here", "To come"):
        assert words in page, words


def test_refusals_stand_with_their_reason(at_page, there: Volunteers):
    there.directed()
    page = at_page("coordinator", f"/specials/{there.pk}/").content.decode()
    assert "This needs an inspector by regular rank; this is a member of staff." in page
    assert "may go only where the deployment is supervised" in page
    assert "Allowed today" in page
    assert f"/specials/{there.pk}/sign/independent/" not in page


def test_an_accompanied_special_is_never_shown_as_one_who_may_go_alone(at_page, there: Volunteers):
    page = at_page("coordinator", f"/specials/{there.accompanied().pk}/").content.decode()
    assert "may go only with a named experienced officer on the same deployment" in page
    assert "Never sent alone" in page


def test_the_title_names_nobody(at_page, there: Volunteers):
    page = at_page("coordinator", f"/specials/{there.applied().pk}/").content.decode()
    assert "<title>A special: Bluelamp</title>" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("coordinator", 200), ("tutor", 200), ("inspector", 200), ("other_officer", 403), ("special", 403),
     ("commander", 200)],
)  # fmt: skip
def test_who_may_read(at_page, there: Volunteers, who, status):
    there.accompanied()
    assert at_page(who, f"/specials/{there.pk}/").status_code == status


def test_not_found(at_page, there: Volunteers):
    assert at_page("coordinator", "/specials/999/").status_code == 404


def test_statements_do_not_grow_with_the_path(at_page, there: Volunteers, django_assert_max_num_queries):
    there.independent()
    at_page("coordinator", f"/specials/{there.pk}/")
    with django_assert_max_num_queries(45):
        at_page("coordinator", f"/specials/{there.pk}/")
