"""The file that an imported road network leaves behind, and the table read from it."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from django.conf import settings

from bluelamp.places.folder import borough_folder
from bluelamp.places.rules.points import Point

if TYPE_CHECKING:
    from bluelamp.places.rules.travel import Minutes


def road_path() -> Path:
    """Where the imported roads of this borough are kept."""
    return Path(settings.HOME) / "places" / f"{borough_folder().name}-roads.npz"


def road_file() -> Path | None:
    """The imported roads, or None where none were imported."""
    path = road_path()
    return path if path.is_file() else None


def anchors_of(nodes: Sequence[Point]) -> str:
    """A fingerprint of the points a table was made for."""
    return hashlib.sha256(np.array(nodes, dtype=np.float64).round(6).tobytes()).hexdigest()


def write_table(path: Path, nodes: Sequence[Point], minutes: "Minutes") -> None:
    """Keep the table of minutes between `nodes`; another process sees the old file or the new one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".part.npz")
    np.savez_compressed(half, minutes=minutes, anchors=np.array(anchors_of(nodes)))
    os.replace(half, path)


def read_table(path: Path, nodes: Sequence[Point]) -> "Minutes | None":
    """The table for exactly these points; None if the borough's points changed since the import."""
    with np.load(path, allow_pickle=False) as kept:
        if str(kept["anchors"]) != anchors_of(nodes):
            return None
        minutes: Minutes = kept["minutes"]
    return minutes
