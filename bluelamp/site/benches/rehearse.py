"""How long one rehearsed day takes, through the real actions."""

import json
import subprocess
import sys

from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.rehearsal_template import Server

DAYS = 1


def measure(scratch: Scratch) -> dict[str, object]:
    """`bluelamp rehearse --days 1` from the rates that come with the program, in a process of its own."""
    server = Server(given=scratch.root)
    with server.link() as link:
        server.prepare(link)
    done = subprocess.run(
        [sys.executable, "-m", "bluelamp", "rehearse", "--days", str(DAYS), "--seed", "1", "--json"],
        env={**scratch.environment, "DATABASE_URL": scratch.root},  # it makes a database of its own
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"The rehearsal failed: {(done.stderr or done.stdout)[-2000:]}")
    found = json.loads(done.stdout)
    wanted = ("days", "seconds", "calls_per_day", "incidents_per_day", "arrests_per_day")
    entries = found["ledger"]["entries"]
    return {
        **{name: found[name] for name in wanted},
        "seconds_per_day": round(found["seconds"] / found["days"], 2),
        "entries": entries,
        "entries_per_second": round(entries / (found["seconds"] or 1)),
        "verified": found["ledger"]["verified"],
    }
