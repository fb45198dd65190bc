"""The questions of an escort record, asked alike on every page that moves somebody."""

from collections.abc import Mapping
from typing import Any

from django import forms

from bluelamp.custody.rules.escorting import Escorting
from bluelamp.design.forms import Segments

YES_NO = [("yes", "Yes"), ("no", "No")]
ASKED = {"crew", "risk", "low_risk", "camera", "searched", "search_words", "sex_considered", "with_adults"}
ASKED |= {"vehicle", "seals"}


def escort_fields(*, child: bool) -> dict[str, forms.Field]:
    """Fields by name; none is needed by the form: the rule says what is missing, all at once (P7)."""
    fields: dict[str, forms.Field] = {
        "crew": _line("Who goes with them", "Names, a comma between; two, unless both of the next are yes"),
        "low_risk": _yes_no("Documented as low risk and compliant?"),
        "camera": _yes_no("On camera all the way?"),
        "searched": _yes_no("Searched before the journey?"),
        "search_words": _line("What was found, or why there was no search"),
        "sex_considered": forms.BooleanField(
            label="Thought about who should go with them",
            required=False,
            help_text="A woman with a woman or girl, where it can be",
        ),
        "risk": _line("Risk the next keeper must know", "Or: none known"),
        "vehicle": _line("Vehicle"),
        "seals": _line("Property bags", "Seal numbers, a comma between"),
    }
    if child:
        fields["with_adults"] = _yes_no("Does an adult detainee ride with this child?")
    return fields


def escorting_of(given: Mapping[str, Any]) -> Escorting:
    """What was answered, as the rule takes it."""
    return Escorting(
        crew=_listed(given["crew"]),
        risk=given["risk"],
        low_risk=_said(given["low_risk"]),
        camera=_said(given["camera"]),
        searched=_said(given["searched"]),
        search_words=given["search_words"],
        sex_considered=given["sex_considered"] or None,
        with_adults=_said(given.get("with_adults", "")),
        vehicle=given["vehicle"],
        seals=_listed(given["seals"]),
    )


def without_escort(given: Mapping[str, Any]) -> dict[str, Any]:
    """The other answers of the form."""
    return {name: value for name, value in given.items() if name not in ASKED}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())


def _said(answer: str) -> bool | None:
    return {"yes": True, "no": False}.get(answer)


def _line(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=300, help_text=hint)


def _yes_no(label: str) -> forms.ChoiceField:
    return Segments(label=label, required=False, choices=YES_NO)
