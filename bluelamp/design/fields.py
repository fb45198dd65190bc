"""A bound field taken apart for the template: what kind it is, its words, its choices, what describes it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from bluelamp.design.own_words import own

CLASSES = {"textarea": "govuk-textarea", "select": "govuk-select", "file": "govuk-file-upload"}
TYPED = ("input", "textarea", "parts", "hidden")
"""Fields that hold what their reader typed, once the form was sent."""
CHOICES = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One radio or checkbox."""

    id: str
    value: str
    label: str
    checked: bool
    hint: str = ""
    letter: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """`kind` is input, textarea, select, file, radios, checkboxes, checkbox, parts or hidden."""

    kind: str
    id: str
    name: str
    label: str
    hint: str
    errors: tuple[str, ...]
    described_by: str
    optional: bool
    segments: bool
    widget: SafeString | str = ""
    choices: tuple[Choice, ...] = ()


def kind_of(widget: forms.Widget) -> str:
    """Which drawing a widget needs."""
    if widget.is_hidden:
        return "hidden"
    kinds = (
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkbox"),
        (forms.MultiWidget, "parts"),
        (forms.Select, "select"),
        (forms.Textarea, "textarea"),
        (forms.FileInput, "file"),
    )
    return next((kind for cls, kind in kinds if isinstance(widget, cls)), "input")


def draw(bound: forms.BoundField) -> Drawn:
    """Everything `<c-field>` shows for one field."""
    kind, errors = kind_of(bound.field.widget), tuple(str(error) for error in bound.errors)
    hint = str(bound.help_text or "")
    described = [f"{bound.auto_id}-hint"] if hint else []
    described += [f"{bound.auto_id}-error"] if errors else []
    return Drawn(
        kind=kind,
        id=_first_id(bound, kind),
        name=bound.html_name,
        label=str(bound.label or ""),
        hint=hint,
        errors=errors,
        described_by=" ".join(described),
        optional=_says_optional(bound, kind),
        segments=bool(getattr(bound.field, "segments", False)),
        widget=_widget(bound, kind, " ".join(described), bool(errors)),
        choices=_choices(bound) if kind in ("radios", "checkboxes") else (),
    )


def _says_optional(bound: forms.BoundField, kind: str) -> bool:
    """Not where nothing in the whole form must be filled in: its page says so once."""
    said = getattr(bound.form, "says_optional", True)
    return said and not bound.field.required and kind not in ("checkbox", "hidden")


def _widget(bound: forms.BoundField, kind: str, described: str, wrong: bool) -> SafeString | str:
    if kind in ("radios", "checkboxes"):
        return ""
    attrs: dict[str, Any] = {"class": _classes(bound, kind, wrong)}
    if described:
        attrs["aria-describedby"] = described
    if wrong:
        attrs["aria-invalid"] = "true"
    if kind == "hidden":
        attrs = {}
    drawn = bound.as_widget(attrs=attrs)
    typed = bound.form.is_bound and kind in TYPED and any(sign.isdigit() for sign in str(bound.value() or ""))
    return own(drawn) if typed else drawn


def _classes(bound: forms.BoundField, kind: str, wrong: bool) -> str:
    if kind == "checkbox":
        return "govuk-checkboxes__input"
    base = CLASSES.get(kind, "govuk-input")
    own = str(bound.field.widget.attrs.get("class", ""))
    return " ".join(filter(None, (base, f"{base}--error" if wrong else "", own)))


def _choices(bound: forms.BoundField) -> tuple[Choice, ...]:
    hints: dict[str, str] = getattr(bound.field, "choice_hints", {})
    letters: dict[str, str] = getattr(bound.field, "letters", {})
    return tuple(_choice(sub.data, hints, letters) for sub in bound.subwidgets)


def _choice(data: dict[str, Any], hints: dict[str, str], letters: dict[str, str]) -> Choice:
    value = str(data["value"])
    return Choice(
        id=str(data["attrs"].get("id", "")),
        value=value,
        label=str(data["label"]),
        checked=bool(data["selected"]),
        hint=hints.get(value, ""),
        letter=letters.get(value, ""),
    )


def _first_id(bound: forms.BoundField, kind: str) -> str:
    own = bound.id_for_label or bound.auto_id
    return f"{bound.auto_id}_0" if kind in ("radios", "checkboxes", "parts") else own
