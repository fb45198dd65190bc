"""Plain Django forms whose errors are written for people, and the fields for days, times and instants."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from bluelamp.deadlines.instants import LONDON, NoSuchLocalTime, as_local, local
from bluelamp.design.keys import request_key
from bluelamp.verdict import Refused, Verdict

__all__ = ["Day", "Instant", "PlainForm", "Segments", "TimeOfDay", "request_key"]

FIRST, LAST = date(1800, 1, 1), date(2999, 12, 31)
STRUCK = "[withheld]"
STRUCK_WORDS = (
    "What stands here as [withheld] is kept from you. Leave these words as they are, or ask whoever has the record."
)
DEEP = (forms.MultiValueField, forms.ModelChoiceField)
CHOOSE = (forms.ChoiceField, forms.ModelChoiceField)
Part = TypeVar("Part", forms.Field, forms.Widget)


class PlainForm(forms.Form):
    """A form that says what to do in words ("Enter the reason"), never loses what was entered, and takes a refusal."""

    use_required_attribute = False
    renamed: ClassVar[Mapping[str, str]] = {}
    """What a refusal calls a field, where the form calls it otherwise."""
    says_optional: ClassVar[bool] = True
    """Whether a field that may be left out says so; not where all may be, and the page says that once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """`more`: fields by name that depend on the record, after those that every such form has."""
        kwargs.setdefault("label_suffix", "")
        if not isinstance(self.base_fields, Fields):
            type(self).base_fields = Fields(self.base_fields)
        more: Mapping[str, forms.Field] = kwargs.pop("more", {})
        super().__init__(*args, **kwargs)
        self.fields |= more
        for name, field in self.fields.items():
            _plain_words(field, str(field.label or name.replace("_", " ")))

    def refuse(self, refusal: Refused | Verdict) -> None:
        """Show a refusal beside the field it is about, or on top; the entered words stay."""
        verdict = refusal.verdict if isinstance(refusal, Refused) else refusal
        called = self.renamed.get(verdict.field, verdict.field)
        field = called if called in self.fields else None
        for reason in verdict.reasons:
            self.add_error(field, str(reason))

    def _post_clean(self) -> None:
        """What is kept from somebody reaches them struck out, and is never saved so over what stands."""
        for name, field in self.fields.items():
            said, stood = self.cleaned_data.get(name), self.get_initial_for_field(field, name)
            if isinstance(said, str) and isinstance(stood, str):
                self._keep_struck(name, said, stood)

    def _keep_struck(self, name: str, said: str, stood: str) -> None:
        if STRUCK not in said or STRUCK in stood or not stood.strip():
            return
        parts = [re.escape(part) for part in _one_line_end(said).split(STRUCK)]
        if re.fullmatch(".+?".join(parts), _one_line_end(stood).strip(), re.DOTALL):
            self.cleaned_data[name] = stood
        else:
            self.add_error(name, STRUCK_WORDS)

    def summary(self) -> Iterator[tuple[str, str]]:
        """Every error with the anchor of its field ("" for the form as a whole), in the order of the page."""
        for error in self.non_field_errors():
            yield "", str(error)
        for bound in self:
            for error in bound.errors:
                yield _anchor(bound), str(error)


class Fields(dict[str, forms.Field]):
    """The fields of a form's class, each copied for every form made, no deeper than a form may change of its own.

    Django copies every list and message within them: a tenth of the time it takes to log a call.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return {name: _own(field) for name, field in self.items()}


def _one_line_end(words: str) -> str:
    return words.replace("\r\n", "\n")


def _own(field: forms.Field) -> forms.Field:
    if isinstance(field, DEEP) or isinstance(field.widget, forms.MultiWidget):
        return deepcopy(field)
    own = _copied(field)
    own.widget = _copied(field.widget)
    own.widget.attrs = field.widget.attrs.copy()
    own.error_messages = field.error_messages.copy()
    return own


def _copied(one: Part) -> Part:
    """What `copy` makes of a plain object, in a third of the time."""
    made = object.__new__(type(one))
    made.__dict__.update(one.__dict__)
    return made


class Segments(forms.ChoiceField):
    """A few answers side by side, as large as a thumb. `letters`: the key that gives an answer, by its value."""

    widget = forms.RadioSelect
    segments = True

    def __init__(self, *, letters: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.letters = dict(letters or {})


class Day(forms.DateField):
    """A day, such as a date of birth: a date, never an instant. Far off, it is a slip of the hand, and ends no day."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": "Enter a day such as 20/11/2026"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %b %Y", "%d %B %Y"], **kwargs)

    def validate(self, value: Any) -> None:
        """Raises the plain error for a day that nobody living has seen or will see."""
        super().validate(value)
        if value is not None and not FIRST <= value <= LAST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")


class TimeOfDay(forms.TimeField):
    """A time on the wall clock."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": "Enter a time such as 13:50"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%H:%M", "%H:%M:%S", "%H%M"], **kwargs)


class InstantInput(forms.MultiWidget):
    """Day and time, and the zone for the one hour a year that comes twice."""

    template_name = "design/instant.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        zones = [("", "as the clock shows"), ("BST", "BST, the first"), ("GMT", "GMT, the second")]
        parts = (
            forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "aria-label": "Day"}),
            forms.TimeInput(format="%H:%M", attrs={"type": "time", "aria-label": "Time"}),
            forms.Select(choices=zones, attrs={"aria-label": "If the hour comes twice"}),
        )
        super().__init__(parts, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """An instant as day, time and zone on the clock in London."""
        if not isinstance(value, datetime):
            return [None, None, ""]
        wall = as_local(value)
        return [wall.date(), wall.time(), wall.tzname() if _comes_twice(wall) else ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The zone is offered only where the entered hour comes twice."""
        context = super().get_context(name, value, attrs)
        context["widget"]["twice"] = _entered_twice(value)
        return context


class Instant(forms.MultiValueField):
    """An instant, entered as day and time in London and cleaned to UTC."""

    widget = InstantInput
    default_error_messages = {"incomplete": "Enter both the day and the time"}

    def __init__(self, **kwargs: Any) -> None:
        zone = forms.ChoiceField(choices=[("", ""), ("BST", ""), ("GMT", "")], required=False)
        super().__init__((Day(), TimeOfDay(), zone), require_all_fields=False, **kwargs)

    def compress(self, data_list: list[Any]) -> datetime | None:
        """Raises a plain error for a time that does not exist that night, or comes twice with no zone chosen."""
        if not data_list or data_list[0] in self.empty_values or data_list[1] in self.empty_values:
            return None
        return _instant(data_list[0], data_list[1], data_list[2])


def _instant(day: date, at: time, zone: str) -> datetime:
    if _comes_twice(datetime.combine(day, at)) and not zone:
        raise ValidationError(f"{at:%H:%M} came twice that night. Choose BST, the first, or GMT, the second")
    try:
        return local(day, at, fold=1 if zone == "GMT" else 0)
    except NoSuchLocalTime:
        raise ValidationError(
            f"{at:%H:%M} did not exist that night: the clocks went forward. Enter the time they showed"
        ) from None


def _comes_twice(wall: datetime) -> bool:
    first, second = (wall.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) for fold in (0, 1))
    return first < second


def _entered_twice(value: Any) -> bool:
    if isinstance(value, datetime):
        return _comes_twice(as_local(value))
    if not isinstance(value, list) or not value[0] or not value[1]:
        return False
    try:
        return _comes_twice(datetime.fromisoformat(f"{value[0]}T{value[1]}").replace(tzinfo=None))
    except ValueError:
        return False


def _plain_words(field: forms.Field, label: str) -> None:
    lower = label[:1].lower() + label[1:] if label[1:2].islower() else label
    lower = lower.rstrip("?")
    messages = field.error_messages
    if str(messages.get("required")) == "This field is required.":
        messages["required"] = f"{_verb(field)}: {lower}"
    if "invalid_choice" in messages and "%(value)s" in str(messages["invalid_choice"]):
        messages["invalid_choice"] = f"Choose one of the answers: {lower}"
    if isinstance(field, forms.IntegerField):
        messages["invalid"] = f"Enter a whole number: {lower}"
    field.localize = False


def _verb(field: forms.Field) -> str:
    if isinstance(field, forms.BooleanField):
        return "Tick"
    return "Choose" if isinstance(field, CHOOSE) else "Enter"


def _anchor(bound: forms.BoundField) -> str:
    choices = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.MultiWidget)
    return f"{bound.auto_id}_0" if isinstance(bound.field.widget, choices) else str(bound.id_for_label)
