"""A question to the database that is compiled once and asked often: Django compiles a query anew each time.

For what is asked many times a second, always the same but for its values: docs/decisions/compiled-questions.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

from django.db import DatabaseError, connections, router
from django.db.models import BigIntegerField, Expression, Field, Lookup, Model, QuerySet
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.transaction import TransactionManagementError

Row = TypeVar("Row")
Record = TypeVar("Record", bound=Model)


class Given(Expression):
    """Where a value goes that is not known yet, by name."""

    def __init__(self, name: str, field: "Field[Any, Any] | None" = None) -> None:
        super().__init__(output_field=field or BigIntegerField())
        self.name = name

    def as_sql(self, *_: object, **__: object) -> tuple[str, Any]:
        return "%s", [self]

    def value(self, given: dict[str, object], connection: Any) -> object:
        """The value as the database takes it."""
        return self.output_field.get_db_prep_value(given[self.name], connection)


class Among(Lookup):
    """Whether a column is one of a `Given` array: `IN` would be compiled anew for each number of values."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, before = self.process_lhs(compiler, connection)
        right, after = self.process_rhs(compiler, connection)
        return f"{left} = ANY {right}", [*before, *after]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A query set as it was compiled: what is sent, and what is made of each row that comes."""

    sql: str
    slots: tuple[object, ...]
    using: str
    locks: bool
    converters: Sequence[tuple[int, Sequence[Callable[..., Any]], Any]]
    shape: Callable[[Sequence[Any]], Any]

    def converted(self, row: Sequence[Any], connection: Any) -> Sequence[Any]:
        """A row as the fields read it."""
        if not self.converters:
            return row
        changed = list(row)
        for place, steps, field in self.converters:
            for step in steps:
                changed[place] = step(changed[place], field, connection)
        return changed


class Compiled(Generic[Row]):
    """A query set that holds `Given` values, compiled when it is first asked.

    `build` makes it: a function, since models are not ready while modules load. It gives records, tuples or single
    values; what it makes must not depend on anything that changes, and must not prefetch.
    """

    def __init__(self, build: "Callable[[], QuerySet[Any, Row]]") -> None:
        self._build = build

    def ask(self, **given: object) -> list[Row]:
        """All rows; one statement."""
        plan = self._plan
        connection = connections[plan.using]
        if plan.locks and not connection.in_atomic_block:
            raise TransactionManagementError("A lock needs a transaction.")
        with connection.cursor() as cursor:
            values: list[Any] = [one.value(given, connection) if isinstance(one, Given) else one for one in plan.slots]
            cursor.execute(plan.sql, values)
            rows = cursor.fetchall()
        return [plan.shape(plan.converted(row, connection)) for row in rows]

    def first(self, **given: object) -> Row | None:
        """The first row, if there is one; one statement. The query set should end in `[:1]` if it may give many."""
        return next(iter(self.ask(**given)), None)

    def get(self, **given: object) -> Row:
        """The one row. Raises the model's DoesNotExist where there is none."""
        found = self.ask(**given)
        if not found:
            model = self._build().model
            raise model.DoesNotExist(f"No {model.__name__} for {given}.")
        return found[0]

    @cached_property
    def _plan(self) -> Plan:
        made: Any = self._build()
        compiler = made.query.get_compiler(using=made.db)
        sql, slots = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]])
        return Plan(
            sql=sql,
            slots=tuple(slots),
            using=made.db,
            locks=made.query.select_for_update,
            converters=[(place, steps, field) for place, (steps, field) in converters.items()],
            shape=_shape(made, compiler),
        )


def _shape(made: Any, compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """How a row becomes what the query set gives."""
    if made._iterable_class is FlatValuesListIterable:
        return lambda row: row[0]
    if made._iterable_class is ValuesListIterable:
        return tuple
    if made._iterable_class is not ModelIterable:
        raise TypeError("A compiled question gives records, tuples or single values.")
    return _record(made.db, compiler.select, compiler.klass_info, compiler.annotation_col_map or {})


def _record(using: str, select: Any, asked: Any, beside: dict[str, int]) -> Callable[[Sequence[Any]], Any]:
    model, first, last = asked["model"], asked["select_fields"][0], asked["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    related = get_related_populators(asked, select, using)  # type: ignore[call-arg]  # the stubs are ahead

    def record(row: Sequence[Any]) -> Any:
        made = model.from_db(using, names, row[first:last])
        for each in related:
            each.populate(row, made)
        for name, place in beside.items():
            setattr(made, name, row[place])
        return made

    return record


def fetch(model: type[Record], key: int, *beside: str, lock: bool = False) -> Record:
    """The row with that primary key, with those it points to `beside` it; `lock`: until commit, itself alone.

    Raises the model's DoesNotExist.
    """
    found: Record = _by_key(model, beside, lock=lock).get(key=key)
    return found


@cache
def _by_key(model: type[Model], beside: tuple[str, ...], *, lock: bool) -> Compiled[Any]:
    def build() -> QuerySet[Any]:
        rows = model._default_manager.filter(pk=Given("key"))
        rows = rows.select_related(*beside) if beside else rows
        return rows.select_for_update(of=("self",)) if lock else rows

    return Compiled(build)


def insert(record: Record) -> Record:
    """Write a new record of plain values, as `save(force_insert=True)` does; a key that the database gives is set."""
    model, known = type(record), record.pk is not None
    using = router.db_for_write(model)
    sql, fields = _insertion(model, with_key=known)
    _written(using, sql, _values(record, fields, using, adding=True), None if known else record)
    record._state.adding, record._state.db = False, using
    return record


def update(record: Model, *names: str) -> None:
    """Write these fields of a record, as `save(update_fields=names)` does. Raises DatabaseError where it is gone."""
    using = router.db_for_write(type(record))
    sql, fields = _change(type(record), names)
    values = [*_values(record, fields, using, adding=False), record.pk]
    if _written(using, sql, values, None) != 1:
        raise DatabaseError(f"{type(record).__name__} {record.pk} is gone: nothing was written.")


def _values(record: Model, fields: "Sequence[Field[Any, Any]]", using: str, *, adding: bool) -> list[Any]:
    connection = connections[using]
    return [one.get_db_prep_save(one.pre_save(record, adding), connection) for one in fields]


def _written(using: str, sql: str, values: list[Any], keyed: Model | None) -> int:
    """How many rows were written; the key that the database gave is set on `keyed`."""
    with connections[using].cursor() as cursor:
        cursor.execute(sql, values)
        if keyed is not None:
            keyed.pk = cursor.fetchone()[0]
        return int(cursor.rowcount)


@cache
def _insertion(model: type[Model], *, with_key: bool) -> "tuple[str, Sequence[Field[Any, Any]]]":
    key = model._meta.pk
    fields = [one for one in model._meta.local_concrete_fields if with_key or one is not key]
    named = ", ".join(f'"{one.column}"' for one in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f'INSERT INTO "{model._meta.db_table}" ({named}) VALUES ({marks})'  # names of our own tables
    return sql if with_key or key is None else f'{sql} RETURNING "{key.column}"', fields


@cache
def _change(model: type[Model], names: tuple[str, ...]) -> "tuple[str, Sequence[Field[Any, Any]]]":
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    named, key = ", ".join(f'"{one.column}" = %s' for one in fields), model._meta.pk
    assert key is not None
    sql = f'UPDATE "{model._meta.db_table}" SET {named} WHERE "{key.column}" = %s'  # our own names
    return sql, fields
