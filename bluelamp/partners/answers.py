"""The answers of a partner in words, with the action behind each: one list for the page, the officer and the signed
answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bluelamp.partners.actions import answering
from bluelamp.partners.rules.answering import Answer


@dataclass(frozen=True, kw_only=True)
class Words:
    """One answer as it is offered and asked for. `needed`: it is not given without words."""

    offer: str
    note: str
    heading: str
    label: str
    hint: str
    submit: str
    act: Callable[..., str]
    needed: bool = False


WORDS: Mapping[Answer, Words] = {
    Answer.ACCEPT: Words(
        offer="Accept",
        note="You take it on from here",
        heading="Accept",
        label="Anything we should know",
        hint="Such as who deals with it",
        submit="Accept",
        act=answering.accept,
    ),
    Answer.REACHED: Words(
        offer="They were reached",
        note="Somebody spoke to the person it is about",
        heading="They were reached",
        label="Anything we should know",
        hint="An attempt does not count: only that they were spoken to, and are being helped or said no",
        submit="They were reached",
        act=answering.say_reached,
    ),
    Answer.UPDATE: Words(
        offer="Send an update",
        note="How it goes on, or that you tried",
        heading="Send an update",
        label="Update",
        hint="As little about the person as will do",
        submit="Send the update",
        act=answering.update,
        needed=True,
    ),
    Answer.DECLINE: Words(
        offer="Decline",
        note="With the reason, so that another way is found",
        heading="Decline",
        label="Why do you decline?",
        hint="Such as: no room, not our area, they said no",
        submit="Decline",
        act=answering.decline,
        needed=True,
    ),
}
