"""What a court did, in which order it can come, and what has to be said of it (V3; Victims' Code, rights 8 and 9)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bluelamp.deadlines.instants import instant, local_day, spoken, spoken_day
from bluelamp.verdict import Verdict, allowed, every, refused

_ORDER = "Order of events"
_SOURCE = "Victims' Code, rights 8 and 9"


class News(StrEnum):
    """What came from the court."""

    HEARD = "heard"
    DATE = "date"
    BAIL = "bail"
    VERDICT = "verdict"
    SENTENCE = "sentence"
    STOPPED = "stopped"
    APPEAL_LODGED = "appeal_lodged"
    APPEAL_DECIDED = "appeal_decided"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    News.HEARD: "A hearing was held, and it goes on",
    News.DATE: "A court date was set or changed",
    News.BAIL: "Bail was decided",
    News.VERDICT: "Verdict",
    News.SENTENCE: "Sentence",
    News.STOPPED: "The prosecutor stopped the case",
    News.APPEAL_LODGED: "An appeal was lodged",
    News.APPEAL_DECIDED: "An appeal was decided",
}


class Outcome(StrEnum):
    """How it was decided."""

    BAILED = "bailed"
    CONDITIONS = "conditions"
    IN_CUSTODY = "in_custody"
    PLEADED_GUILTY = "pleaded_guilty"
    GUILTY = "guilty"
    GUILTY_OF_SOME = "guilty_of_some"
    NOT_GUILTY = "not_guilty"
    NO_VERDICT = "no_verdict"
    STANDS = "stands"
    CHANGED = "changed"
    SET_ASIDE = "set_aside"
    NEW_TRIAL = "new_trial"

    @property
    def words(self) -> str:
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.BAILED: "On bail",
    Outcome.CONDITIONS: "On bail with conditions",
    Outcome.IN_CUSTODY: "Kept in custody",
    Outcome.PLEADED_GUILTY: "Pleaded guilty",
    Outcome.GUILTY: "Found guilty",
    Outcome.GUILTY_OF_SOME: "Guilty of some charges",
    Outcome.NOT_GUILTY: "Not guilty",
    Outcome.NO_VERDICT: "The jury could not agree",
    Outcome.STANDS: "The decision stands",
    Outcome.CHANGED: "The sentence is changed",
    Outcome.SET_ASIDE: "The conviction is set aside",
    Outcome.NEW_TRIAL: "There is a new trial",
}
BAIL = (Outcome.BAILED, Outcome.CONDITIONS, Outcome.IN_CUSTODY)
VERDICTS = (
    Outcome.PLEADED_GUILTY, Outcome.GUILTY, Outcome.GUILTY_OF_SOME, Outcome.NOT_GUILTY, Outcome.NO_VERDICT,
)  # fmt: skip
CONVICTED = (Outcome.PLEADED_GUILTY, Outcome.GUILTY, Outcome.GUILTY_OF_SOME)
APPEALS = (Outcome.STANDS, Outcome.CHANGED, Outcome.SET_ASIDE, Outcome.NEW_TRIAL)
OUTCOMES = {
    News.HEARD: BAIL,
    News.BAIL: BAIL,
    News.VERDICT: VERDICTS,
    News.APPEAL_DECIDED: APPEALS,
}
"""What may be said of each; of a hearing only where bail was decided in it."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """One piece of news: `on` the court's local day, `received_at` the instant at which the police had it.

    `next_at`: when the court sits on it next, None where that is not known; `trial`: whether that is the trial, None
    where that is not known. `words`: as a victim may read them.
    """

    news: News
    on: date
    received_at: datetime
    words: str
    outcome: Outcome | None = None
    next_at: datetime | None = None
    trial: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """News of the same case that stands already."""

    news: News
    on: date
    outcome: Outcome | None = None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a case stands. None: not so, or not any more."""

    verdict: Earlier | None = None
    sentence: Earlier | None = None
    stopped: bool = False
    appealed: bool = False


def standing(earlier: Sequence[Earlier]) -> Standing:
    """Where a case stands after everything that came, in the order in which it came.

    An appeal that sets a conviction aside or orders a new trial takes verdict and sentence away; one that changes the
    sentence takes the sentence away, until the new one comes; a jury that could not agree leaves no verdict.
    """
    found = Standing()
    for one in earlier:
        found = _after(found, one)
    return found


def in_few_words(stands: Standing, *, charged: bool, ahead: bool) -> str:
    """Where a case stands, as a list says it. `charged`: a charge stands; `ahead`: the court has a date."""
    if not charged:
        return "Withdrawn"
    if stands.stopped:
        return "Stopped"
    if stands.appealed:
        return "Under appeal"
    if stands.sentence:
        return "Sentenced"
    if stands.verdict and stands.verdict.outcome:
        return stands.verdict.outcome.words
    return "To be heard" if ahead else "No date ahead"


def may_write(given: Given, earlier: Sequence[Earlier], *, charged_at: datetime | None, at: datetime) -> Verdict:
    """Whether this news can have come: after the charge, not from the future, in an order that courts know, in words.

    `charged_at`: the first charge of the case, None where nobody is charged. Refusals name the field.
    """
    if charged_at is None:
        return refused("Nobody is charged in this case.", _ORDER)
    stands = standing(earlier)
    words = allowed() if given.words.strip() else refused("Write what the court did.", _SOURCE, field="words")
    in_order = every(may_come(given.news, stands), _sentence(given, stands))
    return every(_times(given, charged_at, at), _decided(given), _next(given), in_order, words)


def may_come(news: News, stands: Standing) -> Verdict:
    """Whether this news can come next where a case stands so."""
    if news in (News.APPEAL_LODGED, News.APPEAL_DECIDED):
        return _appeal(news, stands)
    if stands.stopped:
        return refused("The prosecutor stopped this case.", _ORDER, field="news")
    if news is News.SENTENCE:
        if stands.verdict is None or stands.verdict.outcome not in CONVICTED:
            return refused("Nobody is convicted: write the verdict first.", _ORDER, field="news")
        return refused("There is a sentence already.", _ORDER, field="news") if stands.sentence else allowed()
    over = news in (News.VERDICT, News.STOPPED) and stands.verdict
    return refused("There is a verdict already.", _ORDER, field="news") if over else allowed()


def _after(found: Standing, one: Earlier) -> Standing:
    if one.news is News.VERDICT:
        open_still = one.outcome is Outcome.NO_VERDICT
        return Standing(verdict=None if open_still else one, stopped=found.stopped)
    if one.news is News.SENTENCE:
        return replace(found, sentence=one)
    if one.news is News.STOPPED:
        return Standing(stopped=True)
    if one.news is News.APPEAL_LODGED:
        return replace(found, appealed=True)
    if one.news is News.APPEAL_DECIDED:
        return _after_appeal(found, one)
    return found


def _after_appeal(found: Standing, one: Earlier) -> Standing:
    if one.outcome in (Outcome.SET_ASIDE, Outcome.NEW_TRIAL):
        return Standing()
    return replace(found, appealed=False, sentence=None if one.outcome is Outcome.CHANGED else found.sentence)


def _times(given: Given, charged_at: datetime, at: datetime) -> Verdict:
    received = local_day(given.received_at)
    if instant(given.received_at) > instant(at):
        return refused("We cannot have had it later than now.", _ORDER, field="received_at")
    if given.on < local_day(charged_at):
        words = f"That is before the charge, {spoken(charged_at)}."
        return refused(words, _ORDER, field="on")
    if given.on > received:
        return refused(f"The court sat after {spoken_day(received)}, when we had it?", _ORDER, field="on")
    return allowed()


def _decided(given: Given) -> Verdict:
    may_be = OUTCOMES.get(given.news, ())
    if given.outcome is not None and given.outcome not in may_be:
        return refused(f"{given.outcome.words} does not belong to this news.", _ORDER, field="outcome")
    if given.outcome is None and may_be and given.news is not News.HEARD:
        return refused("Say how it was decided.", _SOURCE, field="outcome")
    return allowed()


def _next(given: Given) -> Verdict:
    if given.trial and given.next_at is None:
        return refused("When is the trial?", _SOURCE, field="next_at")
    if given.next_at is not None:
        if instant(given.next_at) <= instant(given.received_at):
            return refused("The next court date has passed.", _ORDER, field="next_at")
        return allowed()
    kept = given.news is News.BAIL and given.outcome is Outcome.IN_CUSTODY
    if given.news in (News.HEARD, News.DATE) or kept:
        return refused("When does the court sit on it next?", _SOURCE, field="next_at")
    return allowed()


def _sentence(given: Given, stands: Standing) -> Verdict:
    found = stands.verdict
    if given.news is News.SENTENCE and found and given.on < found.on:
        return refused(f"That is before the verdict, {spoken_day(found.on)}.", _ORDER, field="on")
    return allowed()


def _appeal(news: News, stands: Standing) -> Verdict:
    if news is News.APPEAL_DECIDED:
        return allowed() if stands.appealed else refused("No appeal is lodged.", _ORDER, field="news")
    if stands.appealed:
        return refused("An appeal is lodged already.", _ORDER, field="news")
    return allowed() if stands.verdict else refused("There is no verdict to appeal.", _ORDER, field="news")
