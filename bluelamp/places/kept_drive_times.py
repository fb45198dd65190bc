"""Drive times worked out before, kept in the installation's own folder: to read them takes no SciPy.

They depend on the borough's folder, the imported roads, the law's figures and the code that works them out, and on
nothing else: the name of the file is a hash of all of these.
"""

import json
import logging
from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4
from zipfile import BadZipFile

import numpy as np
from django.conf import settings

from bluelamp.deadlines.law import Law
from bluelamp.places import rules
from bluelamp.places.rules.drive_times import DriveTimes, Squares
from bluelamp.places.rules.points import Point

FIGURES = ("travel.minutes_a_km", "travel.slope", "travel.suite_minutes", "places.urban_persons_per_hectare")
KEPT = 4
log = logging.getLogger(__name__)


def kept(made: Callable[[], DriveTimes], *, borough: Path, roads: Path | None, law: Law) -> DriveTimes:
    """The drive times that are kept, or those made now, and kept."""
    path = Path(settings.HOME) / "places" / f"{_key(borough, roads, law)}.drives.npz"
    found = _read(path)
    if found is None:
        found = made()
        try:
            _keep(path, found)
        except OSError:
            log.warning("Drive times cannot be kept in %s: every start works them out anew.", path.parent)
    return found


def _key(borough: Path, roads: Path | None, law: Law) -> str:
    code = Path(str(rules.__file__)).parent
    told = sha256(f"{version('numpy')} {version('scipy')} {[law[one].value for one in FIGURES]}".encode())
    for file in (*_files(borough), *_files(code), code.parent / "graph_building.py", *([roads] if roads else [])):
        told.update(file.name.encode() + b"\0" + file.read_bytes())
    return told.hexdigest()[:32]


def _files(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")


def _read(path: Path) -> DriveTimes | None:
    """What is kept; None where nothing is, or it is not whole."""
    try:
        with np.load(path, allow_pickle=False) as found:
            said = json.loads(str(found["said"]))
            return DriveTimes(
                nodes=tuple(Point(*each) for each in found["nodes"].tolist()),
                table=found["table"].tolist(),
                look_up=Squares(**said.pop("squares"), nearest=found["nearest"].tolist()),
                suites={suite: Point(*each) for suite, each in said.pop("suites").items()},
                **said,
            )
    except (OSError, ValueError, LookupError, TypeError, EOFError, BadZipFile):
        return None


def _keep(path: Path, made: DriveTimes) -> None:
    said = {
        "squares": {name: value for name, value in vars(made.look_up).items() if name != "nearest"},
        "suites": {suite: tuple(each) for suite, each in made.suites.items()},
        **{name: getattr(made, name) for name in ("pace", "suite_extra", "source")},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{uuid4().hex}.npz")  # two threads may make them at once
    np.savez(
        draft,
        table=np.array(made.table),
        nodes=np.array(made.nodes),
        nearest=np.array(made.look_up.nearest),
        said=np.array(json.dumps(said)),
    )
    draft.replace(path)
    for old in sorted(path.parent.glob("*.drives.npz"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
