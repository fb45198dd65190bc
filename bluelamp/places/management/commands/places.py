"""`bluelamp places load [FOLDER]` and `bluelamp places import-roads FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.places.actions.importing import import_roads
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.folder import borough_folder
from bluelamp.places.rules.osm import RoadsError
from bluelamp.places.rules.snapping import NotCovered
from bluelamp.places.rules.toml_lines import BoroughError


class Command(BaseCommand):
    """Load the borough, or replace its drive times by imported roads."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        orders = parser.add_subparsers(dest="order", required=True)
        load = orders.add_parser("load", help="Bring the tables to what the borough's folder says")
        load.add_argument(
            "folder", type=Path, nargs="?", help="The borough's folder; without it the one in the settings"
        )
        roads = orders.add_parser("import-roads", help="Use the roads of an OpenStreetMap extract for drive times")
        roads.add_argument("file", type=Path, help="An extract in XML, plain or gzipped (.osm, .osm.gz)")

    def handle(self, **options: Any) -> None:
        by = system("setup", "places.edit")
        try:
            if options["order"] == "load":
                self._loaded(load_borough(by=by, at=clock.now(), folder=options["folder"] or borough_folder()))
            else:
                self._imported(import_roads(by=by, at=clock.now(), file=options["file"]))
        except (BoroughError, RoadsError, NotCovered) as wrong:
            raise CommandError(str(wrong)) from wrong

    def _loaded(self, count: dict[str, int]) -> None:
        self.stdout.write(f"Borough loaded: {count['added']} added, {count['changed']} changed, {count['same']} same.")

    def _imported(self, count: dict[str, int]) -> None:
        self.stdout.write(
            f"Roads imported: {count['roads']} roads of {count['ways']} ways, {count['nodes']} nodes; "
            f"{count['left_out']} nodes that no road joins to the rest and {count['gaps']} gaps left out."
        )
