"""A private database for the length of a test run, unless DATABASE_URL names one. Loaded by pytest before Django's
settings are read (`-p` in pyproject.toml); worker processes inherit what the first process sets."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

_home: Path | None = None
_cluster: Any = None


def _prepare() -> None:
    global _home
    os.environ.setdefault("BLUELAMP_DEMO", "yes")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # the browser's own loop runs in the test's thread
    os.environ.setdefault("BLUELAMP_HOSTS", "localhost,127.0.0.1,testserver")
    if "PYTEST_XDIST_WORKER" in os.environ or "BLUELAMP_TEST_HOME" in os.environ:
        return
    _home = Path(tempfile.mkdtemp(prefix="bltest-"))
    _home.chmod(0o755)
    os.environ["BLUELAMP_HOME"] = os.environ["BLUELAMP_TEST_HOME"] = str(_home)
    if not os.environ.get("DATABASE_URL"):
        _start(_home)


def _start(home: Path) -> None:
    global _cluster
    from bluelamp.site.cluster import Cluster
    from bluelamp.site.cluster_places import ROOT_ROLE

    _cluster = Cluster(home)
    _cluster.start()
    os.environ["DATABASE_URL"] = _cluster.address(ROOT_ROLE)


def pytest_unconfigure() -> None:
    """Stop what this process started and leave nothing behind."""
    if _cluster is not None:
        _cluster.stop()
    if _home is not None:
        shutil.rmtree(_home, ignore_errors=True)


_prepare()
