"""Thanking a special."""

from tests.specials.volunteers import DAY, NOON, Volunteers


def test_once_and_in_ones_own_words(at_page, there: Volunteers):
    there.accompanied()
    for n in range(10):
        there.on_duty(NOON - (60 - n) * DAY, 10)
    path = f"/specials/{there.pk}/thank/hours_100/"
    assert "Thank for 100 hours given" in at_page("coordinator", path).content.decode()
    assert at_page("coordinator", path, send=True, words="").status_code == 422
    assert at_page("coordinator", path, words="For every wet Friday").status_code == 303
    assert "thanked for this already" in at_page("coordinator", path, words="Again").content.decode()
    assert "For every wet Friday" in at_page("special", "/specials/mine/").content.decode()


def test_not_before_it_is_reached(at_page, there: Volunteers):
    there.accompanied()
    assert at_page("coordinator", f"/specials/{there.pk}/thank/hours_5000/").status_code == 404
