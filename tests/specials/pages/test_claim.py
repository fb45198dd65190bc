"""Claiming expenses."""

from bluelamp.specials.models import Claim
from tests.specials.volunteers import DAY, NOON, Volunteers

PATH = "/specials/mine/expenses/"


def test_worked_out_by_the_rates_of_the_day(at_page, there: Volunteers):
    there.accompanied().on_duty(NOON - DAY, 6)
    assert "45p by car" in at_page("special", PATH).content.decode()
    sent = at_page("special", PATH, on="2026-11-19", miles="14", vehicle="car", meal="6.50", fare="3.20",
                   fare_for="Parking")  # fmt: skip
    assert (sent.status_code, sent["Location"]) == (303, "/specials/mine/#expenses")
    claim = Claim.objects.get()
    assert (claim.pence, claim.meal, claim.fare) == (14 * 45 + 650 + 320, 650, 320)
    assert (
        "claimed for that day already"
        in at_page("special", PATH, on="2026-11-19", miles="1", vehicle="car").content.decode()
    )


def test_refused_beside_the_field_and_nothing_is_lost(at_page, there: Volunteers):
    there.accompanied()
    answer = at_page("special", PATH, on="2026-11-19", miles="14", vehicle="car")
    assert "No duty or training of yours is recorded on that day" in str(answer.context["form"].errors["on"])
    assert 'value="14"' in answer.content.decode()
    answer = at_page("special", PATH, on="2026-11-19", meal="lots")
    assert "Enter pounds and pence, such as 4.50" in str(answer.context["form"].errors["meal"])


def test_a_night_belongs_to_the_day_on_which_it_began(at_page, there: Volunteers):
    there.accompanied().on_duty(NOON - 2 * DAY + 10 * (DAY / 24), 7)
    sent = at_page("special", PATH, on="2026-11-18", meal="5.00")
    assert sent.status_code == 303
