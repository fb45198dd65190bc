"""`bluelamp psql [web|owner|root]`: open the private database by hand."""

import argparse
import subprocess

from bluelamp.site.cluster import running
from bluelamp.site.cluster_places import OWNER_ROLE, ROOT_ROLE, WEB_ROLE
from bluelamp.site.cluster_programs import find

ROLES = {"web": WEB_ROLE, "owner": OWNER_ROLE, "root": ROOT_ROLE}


def main(arguments: list[str]) -> int:
    """Run PostgreSQL's own psql; what follows `--` is passed to it."""
    parser = argparse.ArgumentParser(prog="bluelamp psql", description=__doc__)
    parser.add_argument("role", nargs="?", default="web", choices=ROLES, help="as which role (web)")
    parser.add_argument("rest", nargs="*", help="passed to psql, after --")
    given = parser.parse_args(arguments)
    with running() as places:
        made_by = int((places.data / "PG_VERSION").read_text())
        program = find(major=made_by).path("psql")
        return subprocess.run([program, places.address(ROLES[given.role]), *given.rest], check=False).returncode
