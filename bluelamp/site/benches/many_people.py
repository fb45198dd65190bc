"""A million persons and what a borough knows of them, put straight into the measurement's own database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import psycopg
from django.db.models import Model
from psycopg import sql

from bluelamp import clock
from bluelamp.site.benches.scratch import Scratch

GIVEN = ("Robin", "Joanne", "Callum", "Isla", "Priya", "Tomasz", "Grace", "Yusuf", "Megan", "Oliver")
FIRST = ("Mar", "Red", "Ash", "Bel", "Cor", "Dun", "Els", "Far", "Gil", "Hart", "Ing", "Kes", "Lan", "Nor", "Pem")
LAST = ("low", "fern", "down", "ford", "ley", "ton", "wick", "stead", "combe", "bridge", "worth", "ham", "field")
STREETS = ("High Road", "Manor Way", "Shenley Road", "Theobald Street", "Elstree Way")
KEEP_AWAY = "must keep away from this address until the court decides"
FORBIDDEN = "Not to contact, not to come near"
_INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef LIKE '%%USING gin%%'"


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """How many of each. An address has several incidents; one in four domestic ones has conditions in force."""

    persons: int

    @property
    def incidents(self) -> int:
        return self.persons // 5

    @property
    def addresses(self) -> int:
        return max(1, self.persons // 20)

    @property
    def domestic(self) -> int:
        return max(1, self.persons // 50)

    @property
    def in_force(self) -> int:
        return max(1, self.domestic // 4)

    def as_figures(self) -> dict[str, object]:
        return {
            "persons": self.persons,
            "incidents_at_addresses": self.incidents,
            "domestic_incidents": self.domestic,
            "warnings_on_addresses": self.addresses,
            "warnings_on_persons": self.addresses,
        }


@dataclass(frozen=True, kw_only=True)
class Filled:
    """Where the first of them stand: the n-th address is that of the n-th incident, its suspect the n-th person."""

    sizes: Sizes
    person: int
    incident: int

    def address(self, number: int) -> str:
        """The address of the n-th domestic incident with conditions in force, as a caller says it."""
        return f"{number} {STREETS[number % len(STREETS)]}"

    def caller(self, number: int) -> str:
        return f"07700{number:06d}"


def fill(scratch: Scratch, persons: int) -> Filled:
    """Everybody, then what came before and what is in force; the planner's figures are made new at the end."""
    with psycopg.connect(scratch.root, autocommit=True, application_name="bluelamp bench") as link:
        return fill_through(link, Sizes(persons=persons))


def fill_through(link: Any, sizes: Sizes) -> Filled:
    """The same through a connection of somebody who owns the tables."""
    first = _everybody(link, sizes.persons)
    incident = _what_came_before(link, sizes, first)
    _in_force(link, sizes, first)
    link.execute("ANALYZE")
    return Filled(sizes=sizes, person=first, incident=incident)


def _everybody(link: Any, number: int) -> int:
    """The indexes that find a name are made anew afterwards: filled row by row they would take an hour."""
    from bluelamp.people.models import Person
    from bluelamp.people.rules.names import folded, sounds

    link.execute(
        "CREATE TEMPORARY TABLE one_name (n int PRIMARY KEY, given text, family text, plain text, heard text[])"
    )
    names = [(given, f"{first}{last}") for first in FIRST for last in LAST for given in GIVEN]
    with link.cursor().copy("COPY one_name FROM STDIN") as lines:
        for n, (given, family) in enumerate(names):
            lines.write_row((n, given, family, folded(f"{given} {family}"), sounds(f"{given} {family}")))
    indexes = link.execute(_INDEXES, ("people_person",)).fetchall()
    for name, _ in indexes:
        link.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    named = {
        "given_names": "one_name.given",
        "family_name": "one_name.family",
        "folded": "one_name.plain",
        "sounds": "one_name.heard",
    }
    by_number = f"JOIN one_name ON one_name.n = each.n %% {len(names)}".replace("%%", "%")
    found = _multiplied(link, Person(added_at=clock.now(), added_by="bench"), number, named, more=by_number)
    for _, definition in indexes:
        link.execute(definition.encode())
    return found


def _what_came_before(link: Any, sizes: Sizes, person: int) -> int:
    """Incidents of four years at the addresses, who rang, and of the first of them the domestic record."""
    from bluelamp.calls.models import Contact, Incident
    from bluelamp.safeguarding.models import DomesticIncident
    from bluelamp.victims.models import Victim

    now = clock.now()
    long_ago = f"'{now.isoformat()}'::timestamptz - interval '7 minutes' * each.n"
    streets = sql.SQL(", ").join(map(sql.Literal, STREETS)).as_string(link)
    incident = Incident(
        day=now.date(), serial=1, channel="101", received_at=now, created_at=now, grade="G2", kind="Domestic",
        opening_code="domestic", qualifiers=["domestic_abuse"], state="closed", closed_at=now,
    )  # fmt: skip
    place = (
        f"(each.n % {sizes.addresses}) || ' ' || (ARRAY[{streets}])[1 + (each.n % {sizes.addresses}) % {len(STREETS)}]"
    )
    made = _multiplied(link, incident, sizes.incidents, {
        "day": "DATE '2010-01-01' + each.n / 900", "serial": "1 + each.n % 900", "received_at": long_ago,
        "created_at": long_ago, "place_words": place,
    })  # fmt: skip
    rang = {
        "caller_number": "'07700' || lpad(each.n::text, 6, '0')",
        "incident_id": f"{made} + each.n",
        "rang_at": long_ago,
    }
    _multiplied(
        link, Contact(channel="101", rang_at=now, answered_at=now), sizes.incidents, rang | {"answered_at": long_ago}
    )
    harmed = {"person_id": f"{person} + {sizes.domestic} + each.n", "incident_id": f"{made} + each.n"}
    victim = _multiplied(link, Victim(recorded_at=now, domestic=True), sizes.domestic, harmed)
    both = {
        "incident_id": f"{made} + each.n",
        "victim_id": f"{victim} + each.n",
        "suspect_id": f"{person} + each.n",
        "raised_at": long_ago,
        "assessed_at": long_ago,
    }
    _multiplied(link, DomesticIncident(raised_at=now, grade="high", finding="domestic_abuse"), sizes.domestic, both)
    return made


def _in_force(link: Any, sizes: Sizes, person: int) -> None:
    """Conditions on the addresses and suspects of the first domestic incidents; other warnings on the rest."""
    from bluelamp.people.models import PersonWarning
    from bluelamp.places.models import AddressWarning

    now = clock.now()
    until = now + timedelta(days=20)
    streets = sql.SQL(", ").join(map(sql.Literal, STREETS)).as_string(link)
    address = f"each.n || ' ' || (ARRAY[{streets}])[1 + each.n % {len(STREETS)}]"
    at_address = AddressWarning(
        address="", words=KEEP_AWAY, source="A notice", raised_by="bench", raised_at=now, expires_at=until
    )
    _multiplied(link, at_address, sizes.addresses, {"address": address, "address_key": f"lower({address})"})
    of_person = PersonWarning(kind="order", words=FORBIDDEN, source="A notice", raised_at=now, expires_at=until)
    _multiplied(link, of_person, sizes.addresses, {"person_id": f"{person} + each.n"})


def _multiplied(link: Any, one: Model, number: int, changes: Mapping[str, str], *, more: str = "") -> int:
    """So many rows like `one`, from 0 on; `changes` are columns worked out by the database. The key of the first."""
    table = sql.Identifier(one._meta.db_table)
    columns: list[Any] = [field for field in one._meta.concrete_fields if not field.primary_key]
    largest = sql.SQL("SELECT coalesce(max(id), 0) + 1 FROM {}").format(table)
    first = int(link.execute(largest).fetchone()[0])
    given = [
        sql.SQL(changes[field.column].replace("%", "%%"))
        if field.column in changes
        else sql.SQL("{}::{}").format(sql.Placeholder(), sql.SQL(_kind(field)))
        for field in columns
    ]
    values = [_sent(field, one) for field in columns if field.column not in changes]
    said = sql.SQL("INSERT INTO {} (id, {}) SELECT {} + each.n, {} FROM generate_series(0, {}) AS each (n) {}").format(
        table,
        sql.SQL(", ").join(sql.Identifier(field.column) for field in columns),
        sql.Literal(first),
        sql.SQL(", ").join(given),
        sql.Literal(number - 1),
        sql.SQL(more.replace("%", "%%")),
    )
    link.execute(said, values)
    link.execute(
        sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), {})").format(
            sql.Literal(one._meta.db_table), sql.Literal(first + number)
        )
    )
    return first


def _kind(field: Any) -> str:
    from django.db import connection

    return str(field.db_type(connection)).replace(" GENERATED BY DEFAULT AS IDENTITY", "")


def _sent(field: Any, one: Model) -> Any:
    from psycopg.types.json import Jsonb

    value = getattr(one, field.attname)
    return Jsonb(value) if field.get_internal_type() == "JSONField" and value is not None else value
