"""A child of the browser tests: makes their world, then takes orders line by line (an action each) until told to end.

Run as `python -m tests.journeys.stage WORLD ORDERS`, two modules, with DATABASE_URL set; speaks JSON on standard input
and output.
"""

import json
import os
import sys
from importlib import import_module
from typing import Any

import django


def main() -> None:
    """Migrate, fill, say what was made, then obey."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bluelamp.site.settings")
    django.setup()
    world, orders = map(import_module, sys.argv[1:])
    say({"made": world.make()})
    for line in sys.stdin:
        order = json.loads(line)
        say(_obeyed(orders.ORDERS[order.pop("order")], order))


def _obeyed(act: Any, facts: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"answer": act(**facts)}
    except Exception as error:
        return {"error": repr(error)}


def say(what: dict[str, Any]) -> None:
    """One line to the test."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
