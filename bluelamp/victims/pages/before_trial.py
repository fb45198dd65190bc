"""Before a trial: what a victim needs there, and what they ask of the court, which alone decides it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.cases.models import CaseFile
from bluelamp.cases.queries import cases_of
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.actions.before_trial import assess_before_trial
from bluelamp.victims.models import TrialAssessment
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.before_trial import Measure, Said, Topic

ANSWERS = [
    (Answer.KNOWN.value, "Yes"),
    (Answer.NONE.value, "No"),
    (Answer.DECLINED.value, "Will not say"),
    (Answer.NOT_KNOWN.value, "Not known"),
]
MEASURES = [
    (Answer.KNOWN.value, "They ask for some"),
    (Answer.NONE.value, "They want none"),
    (Answer.DECLINED.value, "Will not say"),
    (Answer.NOT_KNOWN.value, "Cannot say yet"),
]


def _topics() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for topic in Topic:
        found[topic.value] = Segments(label=topic.words, choices=ANSWERS, required=False)
        found[f"{topic}_words"] = forms.CharField(label="What they said", required=False)
    return found


class BeforeTrialForm(PlainForm):
    """What may be asked of the court, then the day itself."""

    says_optional = False
    case = forms.ChoiceField(label="Which case", widget=forms.RadioSelect)
    measures_answer = Segments(label="Do they ask the court for something?", choices=MEASURES, required=False)
    measures = forms.MultipleChoiceField(
        label="What they ask for", choices=[(one.value, one.words) for one in Measure], required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Asked for. The prosecutor applies and the court decides: promise nothing",
    )  # fmt: skip

    def __init__(self, *args: Any, cases: list[CaseFile], **kwargs: Any) -> None:
        super().__init__(*args, more=_topics(), **kwargs)
        case: Any = self.fields["case"]
        case.choices = [(str(one.pk), _named(one)) for one in cases]
        if len(cases) == 1:
            case.widget, self.initial["case"] = forms.HiddenInput(), str(cases[0].pk)

    def parts(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The two parts of the page: their titles and fields."""
        yield "1. What they ask of the court", [self["case"], self["measures_answer"], self["measures"]]
        yield "2. The day itself", [self[name] for topic in Topic for name in (topic.value, f"{topic}_words")]

    def assessment(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "case": int(given["case"]),
            "measures_answer": Answer(given["measures_answer"] or Answer.NOT_ASKED),
            "measures": [Measure(one) for one in given["measures"]],
            "said": [_said(topic, given[topic.value], given[f"{topic}_words"]) for topic in Topic],
        }


def _said(topic: Topic, answer: str, words: str) -> Said:
    return Said(topic=topic, answer=Answer(answer or (Answer.KNOWN if words else Answer.NOT_ASKED)), words=words)


def _named(case: CaseFile) -> str:
    return f"Case {case.pk}, {', '.join(one.offence_words for one in case.charges.all())}"


@page("victims.tell", "victims.record")
def before_trial(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the victim; with what they said before, which a new answer never overwrites."""
    victim = the_victim(request, pk, page="victims:before_trial")
    cases = cases_of(victim.incident_id)
    if not cases:
        raise Http404
    form = BeforeTrialForm(posted(request), cases=cases)
    last = TrialAssessment.objects.filter(victim=victim).order_by("-at").first()
    return victim_form(
        request,
        victim,
        form=form,
        act=lambda **given: assess_before_trial(
            victim=pk, by=given["by"], at=given["at"], key=given["key"], **form.assessment()
        ),
        template="victims/before_trial.html",
        context={"last": last},
    )
