"""The command `bluelamp`. Each subcommand is loaded only when it is asked for."""

import os
import signal
import sys
from importlib import import_module

from bluelamp.site import knobs
from bluelamp.site.command_table import COMMANDS, Command


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand; 0 when it went well, 1 when it did not, 2 when it was called wrongly."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or given[0] in {"-h", "--help", "help"}:
        print(_help())  # noqa: T201
        return 0
    command, rest = _find(given)
    if command is None:
        print(f"There is no command {given[0]!r}.\n\n{_help()}", file=sys.stderr)  # noqa: T201
        return 2
    signal.signal(signal.SIGTERM, _leave)
    return _run(command, rest)


def _run(command: Command, rest: list[str]) -> int:
    from bluelamp.site.cluster_programs import NoCluster

    try:
        return _prepared(command, rest)
    except KeyboardInterrupt:
        return 130
    except (NoCluster, ValueError) as error:
        if knobs.yes("BLUELAMP_DEBUG"):
            raise
        print(f"bluelamp {command.name}: {error}", file=sys.stderr)  # noqa: T201
        return 1


def _prepared(command: Command, rest: list[str]) -> int:
    if command.role:
        os.environ.setdefault("BLUELAMP_DATABASE_ROLE", command.role)
    if "-h" in rest or "--help" in rest or command.needs == "nothing":
        return _call(command, rest)
    if os.environ.get("BLUELAMP_LEASHED"):  # started by the supervisor: the database is its business
        return _with_django(command, rest)
    from bluelamp.site.cluster import database_for_a_command

    with database_for_a_command():
        return _with_django(command, rest)


def _with_django(command: Command, rest: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bluelamp.site.settings")
    import django

    django.setup()
    return _on_tables(command, rest)


def _on_tables(command: Command, rest: list[str]) -> int:
    """Run it; a database that was never set up is said so in words."""
    from django.db import ProgrammingError
    from psycopg.errors import UndefinedTable

    try:
        return _call(command, rest)
    except (ProgrammingError, UndefinedTable) as error:
        if not isinstance(error, UndefinedTable) and not isinstance(error.__cause__, UndefinedTable):
            raise
        raise ValueError("the tables are not there yet: `bluelamp setup` makes them.") from error


def _call(command: Command, rest: list[str]) -> int:
    answer = getattr(import_module(command.module), command.function)(rest)
    return int(answer or 0)


def _find(given: list[str]) -> tuple[Command | None, list[str]]:
    """The longest name that fits: `ledger export REF` is the command `ledger export`."""
    for words in (2, 1):
        command = COMMANDS.get(" ".join(given[:words]))
        if command and command.exists() and len(given) >= words:
            return command, given[words:]
    return None, given


def _help() -> str:
    lines = ["bluelamp: a borough police command, from the yellow phone to the court file.", ""]
    lines += [f"  bluelamp {one.name:<15} {one.words}" for one in COMMANDS.values() if one.exists()]
    return "\n".join(
        [
            *lines,
            "",
            "Settings are environment variables: see docs/settings.md.",
            "`bluelamp COMMAND --help` says more about one of them.",
        ]
    )


def _leave(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
