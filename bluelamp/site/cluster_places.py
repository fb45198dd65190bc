"""Where the private database of an installation lies: data, socket, log. No Django, no connection made."""

import getpass
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bluelamp.site import knobs
from bluelamp.site.cluster_programs import Runner

SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET = 100  # the system's limit is 103 to 107 bytes
DATABASE = "bluelamp"
ROOT_ROLE, OWNER_ROLE, WEB_ROLE = "bluelamp_root", "bluelamp_owner", "bluelamp_web"


@dataclass(frozen=True, kw_only=True)
class Places:
    """The folders of one private database."""

    home: Path
    store: Path  # owned by the user that runs the server

    @property
    def data(self) -> Path:
        return self.store / "data"

    @property
    def log(self) -> Path:
        return self.store / "postgresql.log"

    @property
    def socket(self) -> Path:
        """The socket's folder: beside the data, or a short one when the path would be too long."""
        near = self.store / "socket"
        if len(os.fsencode(near / SOCKET_NAME)) <= LONGEST_SOCKET:
            return near
        return Path(tempfile.gettempdir()) / f"bluelamp-{os.geteuid()}-{_short(self.home)}"

    def address(self, role: str, database: str = DATABASE) -> str:
        """The connection address of the private database for `role`."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket), safe='/')}"


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def places(home: Path | None = None) -> Places:
    """The places of the installation at `home`; `database-is-at` there says when the store lies elsewhere."""
    home = home or knobs.folder("BLUELAMP_HOME")
    note = home / "database-is-at"
    return Places(home=home, store=Path(note.read_text().strip()) if note.exists() else home / "database")


def own_address() -> str:
    """The private database, as the role this process is given."""
    return places().address(knobs.text("BLUELAMP_DATABASE_ROLE"))


def settle(user: Runner, home: Path | None = None) -> Places:
    """Make the folders. As root, a home the unprivileged user cannot reach gets its store in /var/lib/bluelamp."""
    found = places(home)
    found.home.mkdir(parents=True, exist_ok=True)
    if not user.may_enter(found.store.parent):
        store = Path("/var/lib/bluelamp") / _short(found.home)
        store.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        (found.home / "database-is-at").write_text(f"{store}\n")
        found = Places(home=found.home, store=store)
    user.owns(found.store)
    user.owns(found.socket)
    return found


def ident_map(user: Runner) -> str:
    """Which system users may be which database roles over the socket: the one that runs the server, and us."""
    names = sorted({user.name, getpass.getuser() if os.geteuid() else "root"})
    roles = (ROOT_ROLE, OWNER_ROLE, WEB_ROLE)
    return "".join(f'bluelamp "{name}" {role}\n' for name in names for role in roles)


ACCESS = (
    "# Written by Bluelamp at each start. Socket only, by system user, no password.\nlocal all all peer map=bluelamp\n"
)
