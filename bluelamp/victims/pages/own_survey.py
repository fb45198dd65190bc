"""A few questions on the victim's own page: answered or not, as they like; their words can be taken back."""

from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.design.forms import request_key
from bluelamp.victims.actions.surveying import answer_survey, decline_survey, erase_survey_words
from bluelamp.victims.models import OwnVisit, Survey
from bluelamp.victims.own_forms import own_form
from bluelamp.victims.own_visits import holder, own_page
from bluelamp.victims.own_words import words_of
from bluelamp.victims.rules.survey import Question, Said
from bluelamp.victims.surveys import waiting_for


@own_page
def own_survey(request: HttpRequest, visit: OwnVisit) -> HttpResponse:
    """The questions of the stage that is open; else only what they may still take back."""
    words, posted = words_of(visit.language), request.POST
    chosen = {one.value: posted.get(one.value, "") for one in Question if posted.get(one.value)}
    kept = Survey.objects.filter(victim=visit.victim_id).exclude(words="")
    return own_form(
        request,
        visit,
        room="survey",
        act=lambda: _act(request, visit, chosen),
        needed={},
        refusals={"answers": "survey.none", "words": "page.refused"},
        context={
            "waits": waiting_for(visit.victim, clock.now()) is not None,
            "kept": kept.exists(),
            "questions": [
                (one.value, words.say("survey", one), [
                    (said.value, words.say("survey", said), chosen.get(one.value) == said) for said in Said
                ])
                for one in Question
            ],
        },
    )  # fmt: skip


def _act(request: HttpRequest, visit: OwnVisit, chosen: dict[str, str]) -> str:
    by, at, key = holder(visit.victim), clock.now(), request_key(request)
    if "erase" in request.POST:
        return erase_survey_words(by=by, at=at, key=key, victim=visit.victim_id)
    if "decline" in request.POST:
        return decline_survey(by=by, at=at, key=key, victim=visit.victim_id)
    given = request.POST.get("words", "").strip()
    return answer_survey(by=by, at=at, key=key, victim=visit.victim_id, given=chosen, words=given)
