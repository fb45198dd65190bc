"""Every subcommand of `bluelamp`. A floor adds its own here as one line; its module is imported only when asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class Command:
    """One subcommand: `function(arguments: list[str]) -> int` in `module`.

    `needs`: "nothing" (no Django, no database) or "database" (Django set up, the database running).
    `role`: the database role, where it is not the web role. `stands_on`: the module that does the work, if elsewhere.
    """

    name: str
    module: str
    function: str
    words: str
    needs: Literal["nothing", "database"] = "database"
    role: str = ""
    stands_on: str = ""

    def exists(self) -> bool:
        """Whether its floor is built yet; looks for the file and imports nothing."""
        at = PACKAGE.joinpath(*(self.stands_on or self.module).split("."))
        return at.with_suffix(".py").exists() or (at / "__init__.py").exists()


def _site(name: str, words: str, *, role: str = "", database: bool = False) -> Command:
    return Command(
        name=name,
        module=f"bluelamp.site.commands.{name}",
        function="main",
        words=words,
        role=role,
        needs="database" if database else "nothing",
    )


def _loop(name: str, stands_on: str, words: str) -> Command:
    """A process that runs until it is told to stop."""
    return Command(name=name, module="bluelamp.site.commands.loops", function=name, words=words, stands_on=stands_on)


def _floor(name: str, module: str, words: str, *, function: str = "main") -> Command:
    return Command(name=name, module=module, function=function, words=words)


_roster = tuple(
    Command(name=f"roster {verb}", module="bluelamp.site.commands.roster", function=f"{verb}_roster", words=words,
            needs="nothing")
    for verb, words in (
        ("solve", "search for a roster of a public problem, with a lower bound under every roster"),
        ("check", "check a roster of a public problem: its cost, and every hard rule it breaks"),
    )
)  # fmt: skip
_ALL = (
    _site("setup", "make the database, load the borough, and in a demonstration its people and history"),
    _site("run", "run everything: database, web, relay, alarms, notary; Ctrl-C stops it"),
    _site("web", "the web server alone"),
    _loop("relay", "bluelamp.desks.relay", "follow the ledger and feed the live pages"),
    _loop("alarms", "bluelamp.owed.alarms", "raise each alarm when its promise falls due"),
    _loop("notary", "bluelamp.ledger.notary", "sign the ledger with checkpoints"),
    _loop("worker", "bluelamp.messages.worker", "send what waits to leave"),
    _loop("planner", "bluelamp.duty.searching", "search for the rosters that are asked for"),
    _site("migrate", "bring the tables up to date (as their owner)", role="bluelamp_owner", database=True),
    _site("psql", "open the private database by hand: `psql [web|owner|root]`"),
    _site("law", "print every rule's numbers with their source as the page docs/rules.md"),
    _site("scenario", "ask the rules what scenario files ask, and print pass or the difference"),
    _site("settings", "print every setting as the page docs/settings.md"),
    _site("verify", "check every entry and checkpoint of the ledger", database=True),
    Command(
        name="ledger export",
        module="bluelamp.site.commands.ledger_export",
        function="main",
        words="write one record's entries to a file that can be checked alone",
    ),
    *_roster,
    _site("places", "load the borough's folder anew, or import roads for the drive times", database=True),
    _site("rehearse", "replay a month of recorded crime through the real actions, in a database of its own"),
    _floor("fit", "bluelamp.twin.fitting", "fit the rates from recorded crime"),
    _floor("feed", "bluelamp.twin.feeding", "feed a demonstration with invented calls at clock speed"),
    _site("bench", "measure: log, assign, board, push, verify, alarms, rehearse, custody"),
)
COMMANDS = {command.name: command for command in _ALL}
