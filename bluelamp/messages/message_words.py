"""A message in plain words, as its own page and the list say it: never its words or its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse

from bluelamp.access.acting import Acting
from bluelamp.messages.models import UNSENT, WAITING, Message, State
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.owed.registry import kinds

_CHANNELS = {Channel.EMAIL: "Email", Channel.TEXT: "Text", Channel.LETTER: "Letter"}
_SHAPES = {**dict.fromkeys(UNSENT, "broken"), State.SENT: "kept", State.REFUSED: "refused"}
_WORDS = {State.QUEUED: "Waits", State.SENDING: "Being sent", State.SENT: "Sent", State.WITHDRAWN: "Taken back"}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One message. Where `hidden` has words, nothing else is filled in that says anything of it."""

    hidden: str = ""
    url: str = ""
    who: str = ""
    who_url: str = ""
    about: str = ""
    about_url: str = ""
    channel: str = ""
    state: str = ""
    shape: str = "next"
    why: str = ""
    asked_at: datetime | None = None
    sent_at: datetime | None = None
    tries: int = 0
    purpose: str = ""


def shown(message: Message, names: Mapping[str, str], *, hidden: str = "") -> Shown:
    """The message in words; `hidden` are those of a restricted record, and then they are all that is said."""
    if hidden:
        return Shown(hidden=hidden)
    state, kind = State(message.state), kinds.get(message.owed_kind)
    about = message.about if message.about != message.to else ""
    return Shown(
        url=reverse("messages:message", args=[message.pk]),
        who=names.get(message.to, "") or _worded(message.to),
        who_url=link_to(message.to),
        about=_worded(about),
        about_url=link_to(about),
        channel=_CHANNELS[Channel(message.channel)],
        state=_state_word(message),
        shape=_SHAPES.get(state, "next"),
        why=why(message),
        asked_at=message.asked_at,
        sent_at=message.sent_at,
        tries=message.attempts,
        purpose=kind.called if kind else "",
    )


def _state_word(message: Message) -> str:
    state = State(message.state)
    if state == State.SENT and message.result:
        return "Delivered"
    return "Did not arrive" if state in UNSENT and message.result else _WORDS.get(state, "Not sent")


def why(message: Message) -> str:
    """Why it stands as it does, in plain words; nothing where its state says it all."""
    state = State(message.state)
    if state in WAITING:
        return f"Last try: {message.trouble}. It is tried again." if message.trouble else ""
    if state in UNSENT and message.result:
        return f"{message.trouble}."
    if state in UNSENT:
        reason = state.label.partition(": ")[2]
        return f"{reason[:1].upper()}{reason[1:]}. {message.trouble}".strip()
    return ""


def may_read(by: Acting, *, safe: bool) -> bool:
    """Whether words and address are for this reader: those who send messages, and, where the way is not safe now,
    only those who also tell victims. The page has turned away before who may not see a restricted person at all."""
    return by.may("messages.send") and (safe or by.may("victims.tell"))


def _worded(ref: str) -> str:
    noun, _, number = ref.partition(":")
    return f"{noun.replace('_', ' ').capitalize()} {number}" if number else ""


def link_to(ref: str) -> str:
    """The page of a record; empty where it has none."""
    noun, _, number = ref.partition(":")
    try:
        return reverse(f"desks:{noun}", args=[int(number)]) if number.isdigit() else ""
    except NoReverseMatch:
        return ""
