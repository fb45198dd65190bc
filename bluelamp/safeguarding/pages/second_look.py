"""A supervisor's second look at an assessed risk."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.assessing import look_again
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.assessing import Risk, Said
from bluelamp.safeguarding.rules.prompts import prompts
from bluelamp.safeguarding.sight import step, the_domestic


class SecondLookForm(PlainForm):
    """The grade that holds from now on, and why."""

    grade = Segments(label="The risk from now on", choices=[(risk.value, risk.words) for risk in Risk])
    words = forms.CharField(label="What you looked at and what you think", widget=forms.Textarea(attrs={"rows": 4}))


@page("safeguarding.second_look")
def second_look(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the answers as they were given, with what is not answered standing out."""
    found = the_domestic(request, pk)
    made = max(found.assessments.all(), key=lambda one: (one.at, one.pk), default=None)
    if made is None:
        raise Http404
    asked, said = question_sets().get(made.tool), made.said()
    answers = [(each.about, said.get(each.code, Said.NOT_ASKED)) for each in (asked.questions if asked else ())]
    return step(
        request,
        found,
        form=SecondLookForm(posted(request), initial={"grade": made.grade}),
        act=lambda given: look_again(domestic=pk, **given, **signed(request)),
        heading="Look again",
        submit="Keep the second look",
        authority=True,
        template="safeguarding/second_look.html",
        more={"made": made, "answers": answers, "prompts": prompts(signs=asked.signs(said) if asked else ())},
    )
