"""Property: money counted, seals used once, each opening a new seal, two at one seal."""

import pytest

from bluelamp.custody.actions.property import Taken, open_seal, take_property
from bluelamp.custody.models import Detention, Item, Seal
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
TAKEN = Taken(things=("Phone", " Keys ", ""), medication=("Inhaler",), pence=2340, agreed="Signed")


@pytest.fixture
def kept(evening: Evening) -> Detention:
    found = evening.held()
    done(take_property, NOW, by=evening.acting("detention_officer"), detention=found.pk, taken=TAKEN, seal="4471")
    return found


def test_things_money_and_medication_go_under_one_seal(kept: Detention) -> None:
    assert [(one.kind, one.words, one.pence) for one in Item.objects.all()] == [
        ("thing", "Phone", None), ("thing", "Keys", None), ("medication", "Inhaler", None), ("money", "Money", 2340),
    ]  # fmt: skip
    assert set(Item.objects.values_list("seal__number", flat=True)) == {"4471"}


def test_an_opening_gives_back_and_seals_the_rest_again(evening: Evening, kept: Detention) -> None:
    by, keys, bag = evening.acting("custody_officer"), Item.objects.get(words="Keys"), Seal.objects.get()
    facts = {"by": by, "detention": kept.pk, "seal": bag.pk, "why": "Keys for his sister", "returned": (keys.pk,)}
    with pytest.raises(Refused, match="Each opening needs a new seal") as refusal:
        done(open_seal, NOW + HOUR, **facts)
    assert refusal.value.verdict.field == "new_seal"
    done(open_seal, NOW + HOUR, new_seal="4480", **facts)
    keys.refresh_from_db()
    assert (keys.returned_at, keys.returned_words) == (NOW + HOUR, "Keys for his sister")
    assert Item.objects.filter(seal__number="4480").count() == 3
    bag.refresh_from_db()
    assert bag.opened_by == evening.officer("custody_officer")


def test_two_at_one_seal_the_second_reads_who_opened_it(evening: Evening, kept: Detention) -> None:
    bag = Seal.objects.get()
    facts = {"detention": kept.pk, "seal": bag.pk, "new_seal": "4480"}
    done(open_seal, NOW + HOUR, by=evening.acting("custody_officer", "Haldane"), why="Phone number", **facts)
    with pytest.raises(Refused, match="Seal 4471 was opened meanwhile, by PS Haldane: Phone number"):
        done(open_seal, NOW + HOUR + MINUTE, by=evening.acting("custody_officer", "Orme"), why="Charger", **facts)


def test_a_seal_is_used_once_and_never_empty(evening: Evening, kept: Detention) -> None:
    by = evening.acting("custody_officer")
    for taken, seal, words in (
        (TAKEN, "4471", "each number is used once"),
        (TAKEN, " ", "number of the seal"),
        (Taken(), "5000", "what is kept"),
    ):
        with pytest.raises(Refused, match=words):
            done(take_property, NOW, by=by, detention=kept.pk, taken=taken, seal=seal)
    assert Seal.objects.count() == 1


def test_nothing_to_keep_is_said_and_is_not_the_same_as_not_looked_for(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(take_property, NOW, by=by, detention=found.pk, taken=Taken(nothing=True))
    assert Item.objects.get().kind == "nothing"
    assert not Seal.objects.exists()


def test_all_back_needs_no_new_seal(evening: Evening, kept: Detention) -> None:
    by, bag = evening.acting("custody_officer"), Seal.objects.get()
    every = tuple(Item.objects.values_list("pk", flat=True))
    done(open_seal, NOW + HOUR, by=by, detention=kept.pk, seal=bag.pk, why="Released", returned=every)
    assert not Seal.objects.filter(opened_at=None).exists()
