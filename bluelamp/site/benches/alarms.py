"""How late alarms are raised with 5,000 promises open; `owed` measures it itself."""

import io
from contextlib import redirect_stdout
from typing import cast

from bluelamp.site.benches.scratch import Scratch


def measure(scratch: Scratch) -> dict[str, object]:  # noqa: ARG001
    """The alarm loop in this process, on the scratch database."""
    from django.db import connection

    from bluelamp.owed.bench import bench

    with redirect_stdout(io.StringIO()):
        found = bench(json=True)
    connection.close()
    return cast(dict[str, object], found["figures"])
