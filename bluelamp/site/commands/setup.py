"""`bluelamp setup`: tables, static files, the borough, and in a demonstration its people and history."""

import argparse
import hashlib
import os
import subprocess
import sys

from bluelamp.site import knobs


def main(arguments: list[str]) -> int:
    """Do every step that is not done yet."""
    parser = argparse.ArgumentParser(prog="bluelamp setup", description=__doc__)
    parser.add_argument("--sign-ins", action="store_true", help="print one demonstration sign-in per role")
    given = parser.parse_args(arguments)
    if os.environ.get("BLUELAMP_LEASHED"):
        return _set_up(sign_ins=given.sign_ins)
    from bluelamp.site.cluster import database_for_a_command

    with database_for_a_command():
        return _set_up(sign_ins=given.sign_ins)


def _set_up(*, sign_ins: bool) -> int:
    _refuse_default_settings()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bluelamp.site.settings")
    import django

    django.setup()
    if _tables_are_behind():
        _migrate()
    collect_static_files()
    _refuse_demonstration_accounts()
    from bluelamp.site.set_up_steps import take_steps

    take_steps(say)
    if sign_ins and knobs.yes("BLUELAMP_DEMO"):
        _print_sign_ins()
    return 0


def _refuse_default_settings() -> None:
    from bluelamp.site.fitness import insist_on_fitness

    insist_on_fitness(demonstration_accounts=0)


def _refuse_demonstration_accounts() -> None:
    from bluelamp.access.models import Officer
    from bluelamp.site.fitness import insist_on_fitness

    insist_on_fitness(demonstration_accounts=Officer.objects.filter(is_demonstration=True).count())


def _tables_are_behind() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return behind or "throttle" not in connection.introspection.table_names()


def _migrate() -> None:
    say("bringing the tables up to date")
    environment = {**os.environ, "BLUELAMP_LEASHED": "yes", "BLUELAMP_DATABASE_ROLE": "bluelamp_owner"}
    if knobs.text("BLUELAMP_OWNER_DATABASE_URL"):
        environment["DATABASE_URL"] = knobs.text("BLUELAMP_OWNER_DATABASE_URL")
    done = subprocess.run([sys.executable, "-m", "bluelamp", "migrate", "--quiet"], env=environment, check=False)
    if done.returncode:
        raise ValueError("the tables could not be brought up to date, see above.")
    if not knobs.text("DATABASE_URL"):
        _keep_for_rehearsals()


def _keep_for_rehearsals() -> None:
    """A private database that holds nothing yet is what every rehearsal begins from."""
    from django.db import connection

    from bluelamp.access.models import Officer
    from bluelamp.places.models import Station
    from bluelamp.site.rehearsal_template import Server

    empty = not Station.objects.exists() and not Officer.objects.exists()
    connection.close()
    if empty:
        Server(given="").keep_empty_installation()


def collect_static_files() -> None:
    """Under hashed names, and only when a file has changed since the last time."""
    from django.conf import settings

    seen = _fingerprint()
    stamp = settings.HOME / "static-files-seen"
    if (settings.STATIC_ROOT / "staticfiles.json").exists() and stamp.exists() and stamp.read_text() == seen:
        return
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "bluelamp.site.settings_collecting"}
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--clear", "--verbosity", "0"]
    subprocess.run(collect, check=True, env=environment)
    stamp.write_text(seen)


def _fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    told = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = os.stat(storage.path(name))
            told.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return told.hexdigest()


def say(words: str) -> None:
    """To the person watching; what is printed to standard output is kept for the sign-ins."""
    print(f"bluelamp: {words}", file=sys.stderr, flush=True)  # noqa: T201


def _print_sign_ins() -> None:
    from bluelamp.access.demonstration import accounts

    for role, user_name, password in accounts():
        print(f"  {role:<34} {user_name:<24} {password}")  # noqa: T201
