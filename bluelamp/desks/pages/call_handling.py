"""Call handling: what rings, the contact in hand, and the report it becomes."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.calls.grades import Assessment
from bluelamp.calls.models import POLICE_INVOLVED, Contact
from bluelamp.calls.pages.thrive_fields import GRADES, SIGNS, ThriveForm
from bluelamp.calls.queries import Before, before_at, before_by_number, in_hand, ringing
from bluelamp.calls.rules.channels import Channel
from bluelamp.calls.rules.grading import Proposal, Sign, Stated, propose
from bluelamp.calls.rules.thrive import HEADINGS, complete
from bluelamp.deadlines.instants import local_day
from bluelamp.design.forms import Segments, request_key
from bluelamp.desks.pages.board import board_of
from bluelamp.journeys.actions.report import Reported, take_report
from bluelamp.journeys.pages.victim_fields import VictimForm, harmed
from bluelamp.ledger.queries import position
from bluelamp.people.models import NumberWarning
from bluelamp.people.queries import warnings_on
from bluelamp.people.rules.numbers import number_key
from bluelamp.places.law_in_force import law_of
from bluelamp.places.queries import Found, find_place
from bluelamp.safeguarding.at_the_call import known_of
from bluelamp.verdict import Refused, insist

KINDS = (
    ("domestic", "Domestic"),
    ("stalking", "Stalking"),
    ("violence", "Violence"),
    ("sexual", "Sexual offence"),
    ("robbery", "Robbery"),
    ("burglary", "Burglary"),
    ("theft", "Theft"),
    ("vehicle", "Vehicle crime"),
    ("damage", "Criminal damage"),
    ("anti_social", "Anti-social behaviour"),
    ("crash", "Crash or road"),
    ("missing", "Missing person"),
    ("welfare", "Public safety and welfare"),
    ("suspicious", "Suspicious person or vehicle"),
    ("message", "Message or information"),
)
QUALIFIERS = {Sign.DOMESTIC_ABUSE: "domestic_abuse", Sign.HATE: "hate", Sign.CHILD_AT_RISK: "child_at_risk"}
BY_HAND = [(c.value, c.words) for c in Channel if c is not Channel.ALARM]


class ReportForm(ThriveForm, VictimForm):
    """One form from the first word to the grade. Nothing entered is lost, whatever is refused."""

    contact = forms.IntegerField(required=False, widget=forms.HiddenInput)
    channel = forms.ChoiceField(label="How they reached us", choices=BY_HAND, required=False)
    what = forms.CharField(
        label="What is said, word for word", strip=False, widget=forms.Textarea(attrs={"rows": 4, "autofocus": True})
    )
    opening_code = forms.ChoiceField(label="What it sounds like", choices=[("", "Choose"), *KINDS])
    detail = forms.CharField(label="In a few words", required=False, max_length=90, help_text="Such as: happening now")
    place = forms.CharField(
        label="Where it is happening",
        required=False,
        help_text="Address, postcode or settlement, as the caller says it. It may not be where they ring from.",
    )
    place_confirmed = forms.BooleanField(label="The caller confirmed where it is happening", required=False)
    caller_words = forms.CharField(label="Who is calling", required=False)
    police_involved = forms.BooleanField(
        label="An officer or member of police staff is involved, other than to deal with it",
        required=False,
        help_text="The call is restricted at once to those who answer, send and go, and to superintendents",
    )
    cannot_speak_freely = forms.BooleanField(label="Cannot speak freely", required=False)
    signs = forms.MultipleChoiceField(
        label="Stated or heard", choices=SIGNS, required=False, widget=forms.CheckboxSelectMultiple
    )
    crime_related = forms.BooleanField(label="What is said suggests a crime", required=False)
    grade = Segments(label="Grade you decide", choices=GRADES, required=False)
    reason = forms.CharField(label="Reason, if it is not the one proposed", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (*HEADINGS, "grade"):
            self.fields[name].required = True

    @property
    def stated_signs(self) -> frozenset[Sign]:
        """The signs ticked, read from what was sent even where another field is wrong."""
        ticked = self.fields["signs"].widget.value_from_datadict(self.data, self.files, self.add_prefix("signs"))
        said = {sign for sign in Sign if sign.value in (ticked or ())}
        return frozenset(said | {Sign.CANNOT_SPEAK_FREELY} if self.said("cannot_speak_freely") else said)

    def said(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name), "")) if self.data else ""


@page("calls.answer")
def call_handling(request: HttpRequest) -> HttpResponse:
    """GET: what rings and the form. POST `propose`: the grade proposed and who called before. POST: the report."""
    by, at = acting(request), clock.now()
    contact = _contact(request, by)
    form = ReportForm(request.POST if request.method == "POST" else None, initial=_known(contact))
    facts: dict[str, Any] = {}
    if request.method == "POST":
        facts = _looked_up(form, contact, at)
        if "propose" in request.POST:
            form = _unjudged(form)
        elif form.is_valid():
            try:
                return _to_board(_taken(request, form, contact, facts, at))
            except Refused as refusal:
                form.refuse(refusal)
        facts |= _known_before(form, contact, facts["stated"], by, at)
    status = 422 if form.errors and "propose" not in request.POST else 200
    since, rings = position(), ringing()
    more = {
        "form": form,
        "contact": contact,
        "at": at,
        **_marked(contact, rings, at),
        **facts,
        **_sights(facts, by, at),
    }
    stream = f"/live/board/?since={since}" if by.may("dispatch.view") else ""
    return render(request, "desks/call_handling.html", {**more, "stream_url": stream}, status=status)


def _contact(request: HttpRequest, by: Acting) -> Contact | None:
    """The contact in hand; not asked for where the form sent was drawn without one."""
    return in_hand(by.number) if request.method != "POST" or request.POST.get("contact") else None


def _marked(contact: Contact | None, rings: list[Contact], at: datetime) -> dict[str, Any]:
    """What rings and what is in hand, with the warnings on each number: there before anything is asked or graded."""
    numbers = [one.caller_number for one in (*rings, *([contact] if contact else ()))]
    by_key: dict[str, list[NumberWarning]] = {}
    for one in warnings_on(numbers, at=at):
        by_key.setdefault(one.number_key, []).append(one)
    rows = [{"contact": one, "marked": by_key.get(number_key(one.caller_number), ())} for one in rings]
    return {"rings": rows, "in_hand": by_key.get(number_key(contact.caller_number), ()) if contact else ()}


def _sights(facts: dict[str, Any], by: Acting, at: datetime) -> dict[str, Any]:
    """Of the incidents to be shown, those that this person may only know of."""
    refs = [incident.ref for _, one in facts.get("before", ()) for incident in one.last]
    return {"sights": {ref: sight for ref, sight in restricted_among(by, refs, at=at).items() if not sight.may_see}}


def _known(contact: Contact | None) -> dict[str, Any]:
    if contact is None:
        return {"channel": Channel.NON_EMERGENCY.value}
    signs = [Sign.OPEN_OR_SILENT_LINE.value] if contact.silent else []
    known = {"contact": contact.pk, "channel": contact.channel, "signs": signs, "caller_words": contact.caller_number}
    return {**known, "what": contact.written} if contact.written else known


def _unjudged(form: ReportForm) -> ReportForm:
    """The same entries without complaints: a proposal is asked for long before the form is whole."""
    form.is_valid()
    form.errors.clear()
    return form


def _channel(form: ReportForm, contact: Contact | None) -> Channel:
    said = contact.channel if contact else form.said("channel")
    return Channel(said) if said in list(Channel) else Channel.NON_EMERGENCY


def _looked_up(form: ReportForm, contact: Contact | None, at: datetime) -> dict[str, Any]:
    """Place, who called before, and the proposal, all before the grade is decided (C13)."""
    places = find_place(form.said("place"))
    before = [
        ("this number", before_by_number(contact.caller_number if contact else "", at=at)),
        ("this place", before_at(form.said("place"), at=at)),
    ]
    stated = _stated(form, contact, [one for _, one in before])
    return {
        "places": places,
        "before": before,
        "stated": stated,
        "proposal": _proposal(stated, at),
    }


def _known_before(
    form: ReportForm, contact: Contact | None, stated: Stated, by: Acting, at: datetime
) -> dict[str, Any]:
    """Conditions in force and domestic history for a page that is drawn; a look at restricted records is logged."""
    known = known_of(place=form.said("place"), number=contact.caller_number if contact else "", at=at)
    if known.records:
        look(page="desks:calls", records=known.records, by=by, at=at)
    stated = replace(stated, previous_domestic=max(known.times, stated.previous_domestic))
    return {"known": known, "stated": stated, "proposal": _proposal(stated, at)}


def _stated(form: ReportForm, contact: Contact | None, before: list[Before]) -> Stated:
    return Stated(
        signs=form.stated_signs,
        channel=_channel(form, contact),
        previous_domestic=max(one.domestic for one in before),
        previous_no_crime=max(one.no_crime for one in before),
    )


def _proposal(stated: Stated, at: datetime) -> Proposal:
    return propose(law_of("calls"), stated=stated, on=local_day(at))


def _taken(request: HttpRequest, form: ReportForm, contact: Contact | None, facts: dict[str, Any], at: datetime) -> str:
    given = form.cleaned_data
    insist(complete(form.rationale()))
    assessed = Assessment(stated=facts["stated"], thrive=form.rationale(), grade=given["grade"], reason=given["reason"])
    return take_report(
        by=acting(request),
        at=at,
        reported=_reported(form, contact, facts["places"]),
        assessed=assessed,
        victim=harmed(given),
        key=request_key(request),
    )


def _reported(form: ReportForm, contact: Contact | None, places: list[Found]) -> Reported:
    given = form.cleaned_data
    opening = dict(KINDS)[given["opening_code"]]
    signs = form.stated_signs
    number = contact.pk if contact else given["contact"]
    return Reported(
        channel=_channel(form, contact).value,
        kind=f"{opening}, {given['detail'].strip()}" if given["detail"].strip() else opening,
        opening_code=given["opening_code"],
        what=given["what"],
        received_at=contact.rang_at if contact else None,
        contact=number,
        crime_related=given["crime_related"],
        qualifiers=(
            *(QUALIFIERS[sign] for sign in sorted(signs) if sign in QUALIFIERS),
            *([POLICE_INVOLVED] if given["police_involved"] else []),
        ),
        cannot_speak_freely=given["cannot_speak_freely"],
        caller_words=given["caller_words"],
        where=_where(places, given["place"], given["place_confirmed"]),
    )


def _where(found: list[Found], said: str, confirmed: bool) -> dict[str, Any]:
    """The incident's own place, never the phone's; said to be unconfirmed until the caller confirms it (C4)."""
    words = " ".join(said.split())
    if words and not confirmed:
        words = f"{words} (not confirmed)"
    if not found or found[0].point is None:
        return {"place_words": words}
    best = found[0]
    return {
        "place_words": words,
        "lon": best.point.lon if best.point else None,
        "lat": best.point.lat if best.point else None,
        "lsoa": best.area,
        "settlement": best.settlement,
        "urban": best.setting != "rural",
    }


def _to_board(ref: str) -> HttpResponse:
    return HttpResponseRedirect(board_of(int(ref.partition(":")[2])), status=303)
