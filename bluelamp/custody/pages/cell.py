"""Choosing a cell: those possible, best first, with what each goes against; those not possible, and why."""

from collections import defaultdict
from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.cells import allocate_cell
from bluelamp.custody.cells import ranked_cells
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.choosing_a_cell import Choice
from bluelamp.design.forms import PlainForm
from bluelamp.places.models import Cell, Suite

SHOWN = 6
Ranked = list[tuple[Cell, Choice]]


class CellForm(PlainForm):
    """Which cell, and a reason where a soft rule is set aside."""

    cell = forms.TypedChoiceField(label="Cell", coerce=int, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Reason, where a rule is set aside",
        required=False,
        max_length=300,
        help_text="Only an inspector may set one aside",
    )
    individually = forms.BooleanField(
        label="Placed by an assessment of this person, not by a wing",
        required=False,
        help_text="A trans person is. The assessment is written above by an inspector",
    )

    def __init__(self, *args: object, ranked: Ranked, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cell"]
        possible = [one for one in ranked if one[1].hard.allowed]
        asked = str(self.data.get("cell", ""))
        shown = [one for n, one in enumerate(possible) if n < SHOWN or str(one[0].pk) == asked]
        taken = [(cell.pk, cell.number) for cell, choice in ranked if not choice.hard.allowed and str(cell.pk) == asked]
        field.choices = [*((cell.pk, cell.number) for cell, _ in shown), *taken]  # type: ignore[attr-defined]
        field.choice_hints = {str(cell.pk): hint(cell, choice) for cell, choice in shown}  # type: ignore[attr-defined]


def hint(cell: Cell, choice: Choice) -> str:
    """What speaks for or against this cell, in words."""
    against = " ".join(str(reason) for reason in choice.against)
    has = ", ".join(feature.replace("_", " ") for feature in cell.features)
    speaks = f"{' '.join(choice.because)} {against}".strip()
    return (
        speaks
        if against
        else f"{speaks or 'Nothing against it.'} {cell.get_kind_display()}{f', {has}' if has else ''}."
    )


@page("custody.transfer")
def cell(request: HttpRequest, pk: int) -> HttpResponse:
    """The best six possible; a cell taken meanwhile is refused in words."""
    held: dict[str, Ranked] = {}

    def ranked(found: Detention) -> Ranked:
        return held.setdefault("ranked", ranked_cells(found, at=clock.now()))

    def context(found: Detention) -> Mapping[str, object]:
        no: dict[str, list[str]] = defaultdict(list)
        for one, choice in ranked(found):
            if not choice.hard.allowed:
                no[choice.hard.words.replace(f"{one.number} is ", "").capitalize()].append(one.number)
        possible = sum(choice.hard.allowed for _, choice in ranked(found))
        elsewhere = [] if possible else _elsewhere(found)
        return {
            "no": [(", ".join(cells), words) for words, cells in no.items()],
            "possible": possible,
            "elsewhere": elsewhere,
        }

    return record_form(
        request,
        pk,
        form=lambda found: CellForm(posted(request), ranked=ranked(found)),
        act=lambda given: allocate_cell(
            detention=pk, cell=given["cell"], why=given["reason"], individually=given["individually"], **signed(request)
        ),
        template="custody/cell.html",
        context=context,
    )


def _elsewhere(found: Detention) -> list[tuple[str, int]]:
    """At capacity the next suite is asked: each other one, with how many of its cells would do."""
    at = clock.now()
    return [
        (other.name, sum(choice.hard.allowed for _, choice in ranked_cells(found, at=at, suite=other.pk)))
        for other in Suite.objects.exclude(pk=found.suite_id).order_by("position")
    ]
