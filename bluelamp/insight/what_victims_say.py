"""What victims say of how we did, from the few questions they answered; their words without a name."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.insight.rules.said import Answered, Line, lines, own_words
from bluelamp.victims.models import Survey
from bluelamp.victims.rules.survey import Question, Said


@dataclass(frozen=True, kw_only=True)
class WhatTheySay:
    """One period."""

    lines: list[Line]
    words: list[str]


def what_victims_say(since: datetime, until: datetime) -> WhatTheySay:
    """The last answers of each person in the period; one statement."""
    rows = Survey.objects.filter(answered_at__gte=since, answered_at__lt=until)
    people: dict[int, Answered] = {}
    for one in rows.select_related("victim__person", "victim__cares").order_by("answered_at", "pk"):
        officer = one.victim.cares.name if one.victim.cares else ""
        answers = {question.value: getattr(one, question.value) for question in Question}
        names = (one.victim.person.name, officer)
        people[one.victim.person_id] = Answered(answers=answers, words=one.words, names=names)
    found = list(people.values())
    questions = {one.value: one.words for one in Question}
    return WhatTheySay(lines=lines(found, questions, [one.value for one in Said]), words=own_words(found))
