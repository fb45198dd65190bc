"""The form of a visit and a rousing, at the desk and at the cell door, and the one action it is sent to."""

from datetime import datetime
from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.dateparse import parse_datetime

from bluelamp.access.acting import Acting
from bluelamp.access.form_page import signed
from bluelamp.custody.actions.calling import call
from bluelamp.custody.actions.visiting import Kept, record_visit
from bluelamp.custody.rules.visits import Rousing
from bluelamp.deadlines.instants import spoken
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.verdict import Refused, refused

SALT = "custody.round"
CALLED = "Healthcare professional or ambulance"
RESULTS = ("rousable", "answers", "commands")


class VisitForm(PlainForm):
    """How the person was; for a rousing, three results each in words."""

    rousable = Segments(
        label="Did they wake?",
        choices=[("yes", "Woke"), ("no", "Did not wake")],
        required=False,
        help_text="Go in, say their name, shake gently",
    )
    rousable_words = forms.CharField(label="How they woke", required=False, max_length=300)
    answers = Segments(
        label="Did they answer?",
        choices=[("yes", "Made sense"), ("no", "Did not")],
        required=False,
        help_text="Name, where they live, where they are",
    )
    answers_words = forms.CharField(label="What they answered", required=False, max_length=300)
    commands = Segments(
        label="Did they do as asked?",
        choices=[("yes", "Did both"), ("no", "Did not")],
        required=False,
        help_text="Open your eyes; lift one arm, now the other",
    )
    commands_words = forms.CharField(label="What they did", required=False, max_length=300)
    words = forms.CharField(label="How they were", required=False, max_length=500)
    called = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args: Any, must_rouse: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.must_rouse = must_rouse
        self.fields["words"].label = "Anything else you saw" if must_rouse else "How they were"

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields of the page: the three results only for somebody who must be roused."""
        rousing = [name for result in RESULTS for name in (result, f"{result}_words")] if self.must_rouse else []
        for name in rousing or ["words"]:
            self.fields[name].required = True  # drawn as asked for; the rule, which cites the law, insists on it
        return [self[name] for name in (*rousing, "words")]


def rousing_of(given: dict[str, Any]) -> Rousing | None:
    """The rousing that was filled in; None where none of its three questions was answered."""
    results = {name: {"yes": True, "no": False}.get(given[name]) for name in RESULTS}
    if all(result is None for result in results.values()):
        return None
    return Rousing(
        rousable=results["rousable"],
        rousable_words=given["rousable_words"],
        answers=results["answers"],
        answers_words=given["answers_words"],
        commands=results["commands"],
        commands_words=given["commands_words"],
    )


def write_visit(request: HttpRequest, pk: int, given: dict[str, Any], **times: Any) -> object:
    """Write the visit; an ambulance or nurse called before anything is filled in is written all the same."""
    rousing, called = rousing_of(given), given.get("called", "")
    whole = rousing.rousable_words and rousing.answers_words and rousing.commands_words if rousing else given["words"]
    if called and not whole:
        why = given["words"] or "Called from the cell door"
        if kept := times.get("kept"):
            why = f"{why}, {spoken(kept.device_at)} by the phone, without signal"
        return call(detention=pk, kind="healthcare", who=called, why=why, **signed(request))
    return record_visit(detention=pk, words=given["words"], rousing=rousing, called=called, **times, **signed(request))


def contact(by: Acting, at: datetime) -> str:
    """The server's own time for the phone to carry, which it cannot make up."""
    return signing.dumps({"at": at.replace(microsecond=0).isoformat(), "officer": by.officer_id}, salt=SALT)


def kept_of(sent: QueryDict, by: Acting) -> Kept | None:
    """What a phone says of a visit made without signal; None for one made now.

    Refused where the phone carries no time of ours, or another officer's.
    """
    if not sent.get("device_at"):
        return None
    device_at = _instant(str(sent["device_at"]))
    try:
        carried = signing.loads(sent.get("contact", ""), salt=SALT)
    except signing.BadSignature:
        carried = {}
    if device_at is None or not carried:
        raise Refused(refused("This phone carries no time of this station: write the visit by hand.", "Code C 2.6"))
    if carried["officer"] != by.officer_id:
        words = "Another officer kept this visit: only they can send it, signed in as themselves."
        raise Refused(refused(words, "Code C 2.6: entries are signed by who made them"))
    return Kept(device_at=device_at, contact_at=datetime.fromisoformat(carried["at"]))


def _instant(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
