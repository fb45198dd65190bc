"""What the pages of booking in share: sections of questions, what is read in, what is still to be done."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.custody.desk import record_form
from bluelamp.custody.desk_fields import Ask
from bluelamp.custody.desk_state import DeskState, Missing, desk_state_of, read_in_for, still_to_be_done
from bluelamp.custody.models import Detention
from bluelamp.design.forms import PlainForm


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a long form: its heading and its questions."""

    id: str
    title: str
    asks: tuple[Ask, ...]
    note: str = ""


def section(key: str, title: str, asks: Iterable[Ask], note: str = "") -> Section:
    """A section, from its questions one by one."""
    return Section(id=key, title=title, asks=tuple(asks), note=note)


def next_number(state: DeskState) -> int:
    """The number of the next risk assessment."""
    return (state.assessment["n"] if state.assessment else 0) + 1


def todo(found: Detention, state: DeskState) -> list[dict[str, str]]:
    """What is still to be done, with the page of each."""
    in_cell = bool(found.cell_number)  # type: ignore[attr-defined]
    left = still_to_be_done(found, state, at=clock.now(), in_cell=in_cell)
    return [{"words": one.words, "source": one.source, "url": _page(found, one)} for one in left]


def _page(found: Detention, one: Missing) -> str:
    return reverse(one.page, args=[found.pk]) if one.page else ""


def desk_page(
    request: HttpRequest,
    pk: int,
    *,
    form: Callable[[Detention, DeskState], PlainForm],
    sections: Callable[[Any, Detention, DeskState], Iterable[Section]],
    act: Callable[[dict[str, Any]], object],
    template: str,
    submit: str,
    more: Callable[[Detention, DeskState], Mapping[str, object]] | None = None,
    authority: bool = False,
) -> HttpResponse:
    """A page of questions about one record, with what is read in and what is left beside it.

    The form is made once, with its sections, before it is checked: what is wrong is read when the page is drawn.
    """
    made: dict[str, PlainForm] = {}

    def context(found: Detention) -> Mapping[str, object]:
        state = desk_state_of(found)
        made["form"] = form(found, state)
        return {
            "submit": submit,
            "state": state,
            "sections": tuple(sections(made["form"], found, state)),
            "todo": todo(found, state),
            "read_in": read_in_for(found, clock.now()),
            **(more(found, state) if more else {}),
        }

    return record_form(
        request,
        pk,
        form=lambda _: made["form"],
        act=act,
        template=template,
        context=context,
        authority=authority,
    )
