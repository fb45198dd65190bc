"""How a measurement is told: with data size, settings and cores beside it."""

import json
import sys
from collections.abc import Mapping

import psycopg

from bluelamp.site import knobs
from bluelamp.site.benches.scratch import Scratch, durability
from bluelamp.site.benches.web import cores

WORDS = {
    "statements": "statements of one request, BEGIN and COMMIT apart",
    "server_cpu_ms": "CPU of web worker and database for one, ms",
    "web_cpu_ms": "  of it the web worker, ms",
    "database_cpu_ms": "  of it the database, ms",
    "p50_ms": "half are done within, ms",
    "p99_ms": "99 of 100 are done within, ms",
    "per_second_8": "a second with 8 clients",
    "floor_p50_ms": "floor (bare psycopg, the same rows): half within, ms",
    "floor_per_second_8": "floor: a second with 8 clients",
    "gzip_kb": "page compressed, kB",
    "deadlines_per_second": "deadlines worked out from their facts a second, one process",
    "whiteboard_ratio": "whiteboard with a year behind it, against a week",
    "whiteboard_cpu_ratio": "  the same by CPU, which a busy machine does not blur",
    "record_cpu_ratio": "  the same by CPU",
    "record_ratio": "record page with a year behind it, against a week",
    "at_the_call_p50_ms": "conditions at the address, person and number, call handling: half within, ms",
    "at_the_incident_p50_ms": "the same on the incident's page, as a crew opens it: half within, ms",
    "at_the_person_p50_ms": "the same on the person's page: half within, ms",
    "conditions_floor_p50_ms": "floor (bare psycopg, the same rows of address, incidents and people): half within, ms",
    "entries_per_second": "entries checked a second",
}


def settings(scratch: Scratch) -> dict[str, object]:
    """Everything about machine, server and data that a figure depends on."""
    with psycopg.connect(scratch.web, autocommit=True, application_name="bluelamp bench") as link:
        kept = durability(link)
        version = link.info.server_version
    sizes = scratch.ask(
        "SELECT (SELECT count(*) FROM calls_incident), (SELECT count(*) FROM ledger_entry),"
        " pg_database_size(current_database())"
    )[0]
    incidents, entries, size = (int(str(one)) for one in sizes)
    return {
        **kept,
        "postgresql": f"{version // 10000}.{version % 10000}",
        "cores": cores(),
        "web_processes": knobs.number("BLUELAMP_WEB_PROCESSES"),
        "web_threads": knobs.number("BLUELAMP_WEB_THREADS"),
        "incidents": incidents,
        "ledger_entries": entries,
        "database_mb": round(size / 1_000_000, 1),
    }


def tell(name: str, figures: Mapping[str, object], around: Mapping[str, object], *, as_json: bool) -> None:
    """Print one object, or a table for people."""
    if as_json:
        out = json.dumps({"name": name, "figures": {**figures}, "settings": {**around}})
    else:
        lines = [f"bench {name}", *(f"  {key:<18} {value}" for key, value in around.items()), ""]
        lines += [f"  {value!s:>12}  {WORDS.get(key, key.replace('_', ' '))}" for key, value in figures.items()]
        out = "\n".join(lines)
    sys.stdout.write(out + "\n")
