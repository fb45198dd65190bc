"""`bluelamp web`: the web server alone."""

import argparse
import os

from bluelamp.site import knobs


def main(arguments: list[str]) -> int:
    """Become the web server (granian), which starts the worker processes."""
    argparse.ArgumentParser(prog="bluelamp web", description=__doc__).parse_args(arguments)
    from granian import Granian
    from granian.constants import Interfaces, Loops

    from bluelamp.site.processes import end_with_parent

    if os.environ.get("BLUELAMP_LEASHED"):
        end_with_parent()
    Granian(
        "bluelamp.site.asgi:application",
        address=knobs.text("BLUELAMP_ADDRESS"),
        port=knobs.number("BLUELAMP_PORT"),
        interface=Interfaces.ASGI,
        workers=knobs.number("BLUELAMP_WEB_PROCESSES"),
        loop=Loops.uvloop,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=max(1, knobs.number("BLUELAMP_STOP_SECONDS") - 2),
        log_access=False,
    ).serve()
    return 0
