"""A few questions about how we did: asked by a safe way, answered or declined by the victim, their words erased."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.inviting import invite
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.keeping import locked, owe_needs, say
from bluelamp.victims.models import Survey, Victim
from bluelamp.victims.rules.needs import Changed
from bluelamp.victims.rules.survey import Question, Said, may_answer
from bluelamp.victims.surveys import may_be_asked, waiting_for

TEMPLATE = "how-was-it"


@action
def ask_how_it_was(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    token: str,
    code: str,
    link: str,
    link_way: str,
    code_way: str,
    apart: bool,
    language: str = "en",
    key: str | None = None,
) -> str:
    """Invite the victim to the questions on their own page, by a safe way only and once at each stage."""
    require(by, "victims.invite")
    found = locked(victim)
    insist(may_be_asked(found, at))
    point = waiting_for(found, at)
    assert point is not None
    invite(
        by=by, at=at, victim=victim, token=token, code=code, link=link, link_way=link_way, code_way=code_way,
        apart=apart, language=language, template=TEMPLATE,
    )  # fmt: skip
    Survey.objects.update_or_create(
        victim=found, stage=point.stage, defaults={"asked_at": at, "asked_by_id": by.officer_id}
    )
    say(events.SURVEY_ASKED, found, {"stage": point.stage.words})
    return found.ref


@action
def answer_survey(
    *, by: Acting, at: datetime, victim: int, given: Mapping[str, str], words: str = "", key: str | None = None
) -> str:
    """Keep what the victim answered. Who does not feel safe is asked what they need: that is owed from now."""
    require(by, OWN_PAGE)
    found = locked(victim)
    insist(may_answer(given, words))
    answers: dict[str, object] = {one.value: given.get(one.value, "") for one in Question}
    _settle(found, at, {**answers, "words": words.strip(), "answered_at": at})
    say(events.SURVEY_ANSWERED, found)
    if given.get(Question.SAFE) == Said.NO:
        owe_needs(found, Changed.ASKED, at)
        say(events.NEEDS_CHANGED, found, words="They answered our questions.")
    return found.ref


@action
def decline_survey(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """The victim would rather not answer; they are not asked again at this stage."""
    require(by, OWN_PAGE)
    found = locked(victim)
    _settle(found, at, {"declined_at": at})
    say(events.SURVEY_DECLINED, found)
    return found.ref


@action
def erase_survey_words(*, by: Acting, at: datetime, victim: int, why: str = "", key: str | None = None) -> str:
    """Erase what the victim wrote in their own words; their answers to the questions stay counted.

    On their own page the victim need give no reason; whoever erases it for them says on what ground.
    """
    require(by, OWN_PAGE, "ledger.erase")
    if by.signed_in and not why.strip():
        raise Refused(refused("Say on what ground it is erased.", field="why"))
    found = locked(victim)
    if not Survey.objects.filter(victim=found).exclude(words="").update(words="", words_erased_at=at):
        raise Refused(refused("There are no words to erase."))
    say(events.SURVEY_WORDS_ERASED_FOR, found, why=why) if by.signed_in else say(events.SURVEY_WORDS_ERASED, found)
    return found.ref


def _settle(victim: Victim, at: datetime, kept: Mapping[str, object]) -> None:
    point = waiting_for(victim, at)
    if point is None:
        raise Refused(refused("There is nothing to answer now.", field="answers"))
    Survey.objects.update_or_create(victim=victim, stage=point.stage, defaults=dict(kept))
