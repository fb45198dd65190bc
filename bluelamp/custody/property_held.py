"""Property when somebody leaves: what is still held, what is given back, and why the rest is kept (Code C 4)."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django import forms

from bluelamp.access.acting import Acting
from bluelamp.compiled import Compiled, Given
from bluelamp.custody.events.desk import PROPERTY_BACK
from bluelamp.custody.keeping import say
from bluelamp.custody.models import Detention, Item, Seal
from bluelamp.verdict import Verdict, allowed, refused

WHY = "Given back on leaving"


_HELD: Compiled[Item] = Compiled(
    lambda: (
        Item.objects.filter(detention_id=Given("detention"), returned_at=None)
        .exclude(kind=Item.Kind.NOTHING)
        .select_related("seal")
    )
)


def items_held(found: Detention) -> list[Item]:
    """What was taken from the person and is still here, in the order in which it was taken; one statement."""
    return _HELD.ask(detention=found.pk)


def settled(held: Sequence[Item], given_back: Collection[int], words: str) -> Verdict:
    """Whether all that is held is given back, or the words say what becomes of the rest. It is named."""
    left = [item.said for item in held if item.pk not in given_back]
    if not left or words.strip():
        return allowed()
    said = f"Still held: {', '.join(left)}. Give it back, or say why it is kept."
    return refused(said, "Code C 4", field="property")


def give_back(
    found: Detention, held: Sequence[Item], given_back: Collection[int], words: str, by: Acting, at: datetime
) -> None:
    """Write what is given back; a sealed bag with nothing left in it is open."""
    mine = [item for item in held if item.pk in given_back]
    if not mine:
        return
    Item.objects.filter(pk__in=[item.pk for item in mine]).update(returned_at=at, returned_words=words or WHY)
    still = {item.seal_id for item in held if item.pk not in given_back}
    bags = {item.seal_id for item in mine if item.seal_id is not None and item.seal_id not in still}
    Seal.objects.filter(pk__in=bags, opened_at=None).update(opened_at=at, opened_by=by.officer_id, opened_why=WHY)
    say(PROPERTY_BACK, found, words={"items": ", ".join(item.said for item in mine)})


def property_fields(held: Sequence[Item], *, needed: bool) -> dict[str, forms.Field]:
    """The list of what is held, to be ticked off, and the words for the rest; the words alone where nothing is."""
    words = forms.CharField(
        label="Property that is kept, and why" if held else "What happened to the property",
        required=needed and not held,
        max_length=500,
        help_text="Nothing to say where all is given back" if held else "Given back and signed for, or kept, and why",
    )
    if not held:
        return {"property": words}
    given = forms.TypedMultipleChoiceField(
        label="Given back and signed for",
        coerce=int,
        required=False,
        choices=[(item.pk, f"{item.said}, seal {item.seal.number}" if item.seal else item.said) for item in held],
        widget=forms.CheckboxSelectMultiple,
    )
    return {"given_back": given, "property": words}
