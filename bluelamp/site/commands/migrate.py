"""`bluelamp migrate`: bring the tables up to date, as the role that owns them."""

import argparse


def main(arguments: list[str]) -> int:
    """Apply what is not applied yet; `--quiet` prints nothing."""
    parser = argparse.ArgumentParser(prog="bluelamp migrate", description=__doc__)
    parser.add_argument("--quiet", action="store_true", help="print nothing when all goes well")
    quiet = parser.parse_args(arguments).quiet
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0 if quiet else 1)
    call_command("createcachetable", verbosity=0)
    return 0
