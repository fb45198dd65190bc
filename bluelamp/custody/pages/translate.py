"""An essential document in the person's language: given in writing, spoken, or done without."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.translating import translate as record_translation
from bluelamp.custody.desk_fields import Ask, line
from bluelamp.custody.desk_pages import Section, desk_page, section
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.translating import Document, Way
from bluelamp.design.forms import PlainForm, Segments


class TranslateForm(PlainForm):
    """Which document, in which language, how, by whom; what spoken words or doing without ask besides."""

    document = forms.ChoiceField(
        label="Document", choices=[(one.value, one.words) for one in Document], widget=forms.RadioSelect
    )
    way = Segments(
        label="How", choices=[(one.value, one.words) for one in Way], letters={"written": "w", "spoken": "s",
                                                                                "waived": "d"},
    )  # fmt: skip
    language = line("Language", longest=60)
    translated_by = line("Translated by")
    words = line("Why it is not in writing, or the person's own words")
    fair = forms.BooleanField(label="Spoken: it harms nothing in the fairness of the case", required=False)
    advised = forms.BooleanField(
        label="Done without: they had legal advice, or know fully what it means", required=False
    )
    freely = forms.BooleanField(label="Done without: of their own will, without condition", required=False)


@page("custody.desk")
def translate(request: HttpRequest, pk: int) -> HttpResponse:
    """A custody officer authorises spoken words instead of writing."""
    return desk_page(
        request,
        pk,
        form=lambda found, _state: TranslateForm(posted(request), initial={"language": found.person.language}),
        sections=_sections,
        act=lambda given: record_translation(detention=pk, **given, **signed(request)),
        template="custody/translate.html",
        submit="Record it",
    )


def _sections(form: TranslateForm, _found: Detention, _state: DeskState) -> list[Section]:
    def asks(*names: str) -> list[Ask]:
        return [Ask(answer=form[name]) for name in names]

    more: Any = ("fair", "advised", "freely")
    return [
        section("document", "The document", asks("document", "language", "way", "translated_by")),
        section("otherwise", "Where it is not in writing", asks("words", *more), "Code C Annex M 3, 4"),
    ]
