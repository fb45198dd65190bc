"""Street bail with the victim heard first and told after."""

from dataclasses import replace
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import street_bailing
from bluelamp.custody.actions.street_bailing import Notice
from bluelamp.custody.models import Arrest
from bluelamp.dispatch.actions.assigning import clear
from bluelamp.dispatch.models import Assignment
from bluelamp.journeys.actions.bail import NOT_EVERY_ONE
from bluelamp.journeys.offers import views_heard
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.actions.views import weigh_views
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About


@action
def bail_on_the_street(*, by: Acting, at: datetime, arrest: int, notice: Notice, key: str | None = None) -> str:
    """Grant street bail, free the crew that was on the way to a suite, and owe every victim word of it.

    Conditions wait for the victims' views, or the reason why they could not be asked (PACE s.30CA).
    """
    incident, since = Arrest.objects.values_list("incident_id", "arrested_at").get(pk=arrest)
    victims = list(victims_of(incident)) if incident else []
    if victims and notice.views == "none":
        words = f"There is a victim: {victims[0].person.name}. Ask for views on conditions, or say why not."
        raise Refused(refused(words, "PACE s.30CA", field="victim_views"))
    if victims and not notice.views and views_heard(victims, since=since).allowed:
        came = weigh_views(by=by, at=at, victims=victims, about=About.BAIL, arrested_at=since)
        sought = came == "sought"
        notice = replace(notice, views="sought" if sought else "not_practicable",
                         views_words=notice.views_words or ("" if sought else NOT_EVERY_ONE))  # fmt: skip
    ref = street_bailing.grant_street_bail(by=by, at=at, arrest=arrest, notice=notice)
    on_the_way = Assignment.objects.filter(incident_id=incident, clear_at=None, unit__status="custody_journey")
    for assignment in on_the_way if incident else ():
        clear(by=by, at=at, unit=assignment.unit_id, result="Bailed on the street.")
    for victim in victims:
        owe_telling(by=by, at=at, victim=victim.pk, step=Step.BAILED.value, happened_at=at)
    return ref
