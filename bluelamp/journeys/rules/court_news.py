"""What a victim is told of when news comes from a court (V3; Victims' Code, rights 8 and 9)."""

from bluelamp.cases.rules.court_news import Given, News, Outcome
from bluelamp.victims.rules.telling import Step

_BY_NEWS = {
    News.DATE: Step.COURT_DATE,
    News.VERDICT: Step.VERDICT,
    News.SENTENCE: Step.SENTENCE,
    News.STOPPED: Step.NOT_PROSECUTED,
    News.APPEAL_LODGED: Step.APPEAL,
    News.APPEAL_DECIDED: Step.APPEAL,
}
_MAY_BE_OUT = frozenset(
    {
        Outcome.BAILED,
        Outcome.CONDITIONS,
        Outcome.NOT_GUILTY,
        Outcome.NO_VERDICT,
        Outcome.CHANGED,
        Outcome.SET_ASIDE,
        Outcome.NEW_TRIAL,
    }
)


def may_let_out(given: Given) -> bool:
    """Whether somebody may be out by this news, so far as it can be told from it.

    A sentence, and a case that the prosecutor stops, count: the news does not say who goes home after it. Whoever
    agreed to hear only what keeps them safe hears of these.
    """
    return given.outcome in _MAY_BE_OUT or given.news in (News.SENTENCE, News.STOPPED)


def steps(given: Given) -> tuple[Step, ...]:
    """The steps a piece of news owes, each with its own time. Somebody let out on bail is told of as that.

    A next date is always told of.
    """
    out = given.outcome in (Outcome.BAILED, Outcome.CONDITIONS)
    found = [Step.BAILED] if out else []
    own = _BY_NEWS.get(given.news)
    if own:
        found.append(own)
    if given.next_at and Step.COURT_DATE not in found:
        found.append(Step.COURT_DATE)
    return tuple(found)
