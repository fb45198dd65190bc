"""Offering hours."""

from datetime import date

from bluelamp.duty.models import OfferedHours
from tests.specials.volunteers import Volunteers

FROM = {"starts_0": "2026-11-21", "starts_1": "18:00"}
PATH = "/specials/mine/hours/"


def test_by_the_hour(at_page, there: Volunteers):
    there.accompanied()
    sent = at_page("special", PATH, **FROM, hours="4", employer="on")
    assert (sent.status_code, sent["Location"]) == (303, "/specials/mine/#hours")
    offer = OfferedHours.objects.get()
    assert (offer.during.upper - offer.during.lower).total_seconds() == 4 * 3600
    assert offer.employer


def test_refused_in_words_and_nothing_is_lost(at_page, there: Volunteers):
    there.accompanied()
    for given, field, words in (
        ({**FROM, "hours": "13"}, "hours", "at most 12 hours"),
        ({**FROM, "hours": "0"}, "hours", "greater than or equal to 1"),
        ({"starts_0": "2026-11-19", "starts_1": "18:00", "hours": "4"}, "starts", "still to come"),
        ({"starts_0": "2026-11-21", "starts_1": "", "hours": "4"}, "starts", "both the day and the time"),
    ):
        answer = at_page("special", PATH, **given)
        assert answer.status_code == 422
        assert words in str(answer.context["form"].errors[field])
        assert given["starts_0"] in answer.content.decode()


def test_only_who_is_on_patrol_and_trained_that_day_offers(at_page, there: Volunteers):
    """First aid holds to the day of the first offer; before a patrol status there are training events only."""
    there.learnt().linked()
    answer = at_page("special", PATH, **FROM, hours="4")
    assert answer.status_code == 422
    assert "is not on patrol yet: training events only" in answer.content.decode()
    there.signs("inspector", "attested", words="Hertsmere justices, before D. Marsh JP")
    there.trained(until=date(2026, 11, 21)).signs("coordinator", "accompanied")
    assert (
        "Patrols with a named experienced officer on the same deployment" in at_page("special", PATH).content.decode()
    )
    assert at_page("special", PATH, **FROM, hours="4").status_code == 303
    late = at_page("special", PATH, starts_0="2026-11-22", starts_1="18:00", hours="4")
    assert late.status_code == 422
    assert "Officer safety training runs out before that day." in late.content.decode()
    assert OfferedHours.objects.count() == 1


def test_little_rest_after_a_job_is_said_and_the_special_decides(at_page, there: Volunteers):
    there.accompanied()
    given = {**FROM, "hours": "4", "job_ends_0": "2026-11-21", "job_ends_1": "12:00"}
    answer = at_page("special", PATH, **given)
    assert "Only 6 h of rest after your job; 11 h is advised." in answer.content.decode()
    assert at_page("special", PATH, **given, rested="on").status_code == 303


def test_the_same_hours_are_offered_once(at_page, there: Volunteers):
    there.accompanied()
    assert at_page("special", PATH, **FROM, hours="4").status_code == 303
    assert "Some of these hours are offered already" in at_page("special", PATH, **FROM, hours="2").content.decode()
