"""What the victim's own page shows: news to open, what they were told, what they are owed and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.owed.models import Promise, State
from bluelamp.victims.models import Telling
from bluelamp.victims.own_reading import room_of_news
from bluelamp.victims.own_words import ENGLISH, Words, words_of
from bluelamp.victims.rules.matters import may_tell
from bluelamp.victims.rules.telling import Step


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing to open, or opened."""

    pk: int
    day: str
    words: str
    about: str
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Owes:
    """One thing owed, or kept."""

    words: str
    due: str
    began: datetime
    by: datetime
    done: datetime | None = None
    late: bool = False


def is_news(telling: Telling) -> bool:
    """Whether a step can be told by being opened here: not what needs a person; an answer only once there is one."""
    if telling.step not in words_of(ENGLISH).said["news"]:
        return False
    return telling.asked is None or may_tell(Step(telling.step), answered=telling.asked.answered_at is not None).allowed


def news(tellings: Sequence[Telling], words: Words, *, opened: bool, form: str = "") -> list[News]:
    """News, the newest first: still to be opened, or those the victim was told of."""
    found = [
        one for one in tellings if one.opted_out_at is None and (one.told_at is not None) == opened and is_news(one)
    ]
    return [
        in_words(one, words, form) for one in sorted(found, key=lambda one: (one.happened_at, one.pk), reverse=True)
    ]


def in_words(telling: Telling, words: Words, form: str = "") -> News:
    """One telling in the victim's language and form; what an officer wrote stays as it was written."""
    return News(
        pk=telling.pk,
        day=words.day(telling.happened_at),
        words=words.say(room_of_news(form), telling.step),
        about=words.say("home", "news_of", day=words.day(telling.happened_at)),
        answer=telling.words,
    )


def owes(promises: Sequence[Promise], words: Words, *, at: datetime) -> list[Owes]:
    """What is owed, soonest first, then what was kept; of news not opened yet, only that there is something to tell."""
    found = []
    for one in promises:
        open_, done = one.state == State.OPEN, one.state in (State.KEPT, State.LATE)
        if not (open_ or done):
            continue
        late = one.state == State.LATE or (open_ and at > one.due_at)
        found.append(
            Owes(
                words=_called(one, words),
                due=words.say("home", "kept", day=words.day(one.settled_at))
                if done and one.settled_at
                else words.due(one.due_at),
                began=one.began_at,
                by=one.due_at,
                done=one.settled_at if done else None,
                late=late,
            )
        )
    return found


def _called(promise: Promise, words: Words) -> str:
    key = promise.kind.removeprefix("victims.").removeprefix("tell_")
    return words.say("owed", key if key in words.said["owed"] else "other")
