"""Careless hands: a new address written into every free text of every table, in the ways in which people write one."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, connection, models, transaction

ADDRESS = "14 Orchard Close, St Albans, AL1 2QX"
WRITTEN = (
    ADDRESS,
    "she is at 14 orchard close now",
    "14 ORCHARD CLOSE ST ALBANS",
    "AL1 2QX",
    "al12qx",
    "Flat: 14, Orchard\nClose",
)
TELLING = ("orchard close", "orchard\nclose", "al1 2qx", "al12qx", "orchard%20close", "orchard+close", "al1%202qx")
LONG = 60
"""A column that takes fewer signs holds a code or a name, and no address."""
NOT_WORDS = {
    "calls.Incident.place_words": "the place of a call, searched for by itself",
}
"""Columns of text that hold no words of anybody, or are searched for by themselves."""


def tells(body: str) -> list[str]:
    """Which of the telling writings stand in an answer."""
    return [one for one in TELLING if one in body.casefold()]


def plant() -> list[str]:
    """Write it everywhere. Answers the columns that would not take it."""
    writings, refused = itertools.cycle(WRITTEN), []
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # the ledger refuses every change
    for model, field in columns():
        if f"{model._meta.app_label}.{model.__name__}.{field.attname}" in NOT_WORDS:
            continue
        words = next(writings)
        if not _planted(model, field, words) and not _planted(model, field, words, blank=False):
            refused.append(f"{model._meta.app_label}.{model.__name__}.{field.attname}")
    _in_the_ledger(next(writings))
    return refused


def columns() -> Iterator[tuple[type[models.Model], Any]]:
    """Every column that holds free words: text, long strings, lists of them, and data with words in it."""
    for model in apps.get_models():
        if not model.__module__.startswith("bluelamp.") or model._meta.app_label in ("access", "ledger"):
            continue
        for field in model._meta.concrete_fields:
            if _is_words(field) or isinstance(field, models.JSONField):
                yield model, field


def _is_words(field: Any) -> bool:
    base = field.base_field if isinstance(field, ArrayField) else field
    if getattr(base, "choices", None) or field.unique or field.primary_key or field.is_relation:
        return False
    return isinstance(base, models.TextField) or (isinstance(base, models.CharField) and (base.max_length or 0) >= LONG)


def _planted(model: type[models.Model], field: Any, words: str, *, blank: bool = True) -> bool:
    """Whether the table took it; `blank`: where nothing stands yet, too."""
    try:
        with transaction.atomic():
            for pk, value in list(model._base_manager.values_list("pk", field.attname)):
                new = _with(value, words, field)
                if new != value and (blank or value):
                    model._base_manager.filter(pk=pk).update(**{field.attname: new})
    except DatabaseError:
        return False
    return True


def _with(value: Any, words: str, field: Any) -> Any:
    if isinstance(field, models.JSONField):
        return _leaves(value, words)
    if isinstance(field, ArrayField):
        return [f"{one} {words}" for one in value] if value else value
    longest = field.max_length or 10_000
    return f"{value} {words}"[:longest] if len(f"{value} {words}") <= longest else value


def _leaves(value: Any, words: str) -> Any:
    """Words within data: whatever is more than one word."""
    if isinstance(value, dict):
        return {key: _leaves(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [_leaves(one, words) for one in value]
    return f"{value} {words}" if isinstance(value, str) and " " in value else value


def _in_the_ledger(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET who = 'officer:0' WHERE event = 'calls.line_added'")  # nobody's own
        cursor.execute("SELECT seq, text FROM ledger_words")
        for seq, text in cursor.fetchall():
            said = json.loads(text) if isinstance(text, str) else text
            new = {key: f"{one} {words}" for key, one in said.items()} if isinstance(said, dict) else said
            cursor.execute("UPDATE ledger_words SET text = %s WHERE seq = %s", [json.dumps(new), seq])
