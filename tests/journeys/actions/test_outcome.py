"""The outcome of a crime owes each victim word of it, with reasons they may read."""

import pytest

from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import Outcome
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.outcome import TOLD_OF, give_outcome
from bluelamp.journeys.actions.report import record_crime_for_victims
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN, Evening, done


@pytest.mark.parametrize(
    ("code", "step"),
    [("4", "sentence"), ("15", "not_prosecuted"), ("18", "not_investigated"), ("8", "out_of_court")],
)
def test_each_victim_is_owed_word_of_it(evening: Evening, code: str, step: str) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    facts = {"offence_code": "28E/3", "offence_words": "Burglary", "category": "Burglary", "circumstances": "Forced"}
    done(record_crime_for_victims, TEN, by=evening.acting("response_officer"), incident=incident.pk, **facts)
    outcome = Outcome(
        code=code, on=local_day(TEN), suspect_named=code != "18", suspect_age=34, lines_of_enquiry="All",
        supervisor="i", form_mg18=True, charge_linked=True,
    )  # fmt: skip
    crime = Crime.objects.get(incident=incident)
    by = evening.acting("investigator")
    if step == "out_of_court":
        with pytest.raises(Refused, match="settling it without a court first"):
            done(give_outcome, TEN + HOUR, by=by, crime=crime.pk, outcome=outcome, tell="Not enough")
        assert Crime.objects.get(incident=incident).outcome == ""
        done(ask_views, TEN + HOUR, by=evening.acting("victim_care_officer"), victim=victim.pk, answer="none",
             about=step)  # fmt: skip
    done(give_outcome, TEN + HOUR, by=by, crime=crime.pk, outcome=outcome, tell="Not enough")
    telling = Telling.objects.get(victim=victim, step=step)
    assert (telling.words, telling.stated_by) == ("Not enough", by.ref)
    assert Promise.objects.get(record=victim.ref, kind=f"victims.tell_{step}").state == "open"


def test_a_charge_is_told_of_where_it_is_made() -> None:
    assert "1" not in TOLD_OF
    assert "1A" not in TOLD_OF
