"""The fonts of papers: ours, and two that stand in for letters and signs it has not; made ready once on a machine."""

import json
import os
import tempfile
from functools import cache
from pathlib import Path

import typst
from django.conf import settings
from fontTools.ttLib import TTFont

BUILT = Path(__file__).parent / "built"
COVERAGE = "coverage.json"
VERSION = "1"
"""Another one where fonts are made ready otherwise than before."""
EXTENDED, FAMILY_NAMES = "-ext-", (1, 4, 16)


class NoFonts(Exception):
    """The front end is not built on this machine; the words say what to do."""


@cache
def fonts() -> typst.Fonts:
    """The fonts as the compiler takes them: only ours, so that a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder())])


@cache
def covered() -> frozenset[int]:
    """Every code point that one of the fonts can draw."""
    return frozenset(json.loads((folder() / COVERAGE).read_text(encoding="utf-8")))


@cache
def folder() -> Path:
    """Where the fonts lie as the compiler reads them, made on the first call. Raises NoFonts where none were built."""
    sources = sorted(BUILT.glob("*.*")) if BUILT.is_dir() else []
    if not sources:
        raise NoFonts("The fonts of papers are not built. Run `make setup`.")
    ready: Path = settings.HOME / "paper" / f"fonts-{_mark(sources)}"
    if not (ready / COVERAGE).exists():
        _make_ready(sources, ready)
    return ready


def _name_apart(font: TTFont) -> None:
    """The compiler takes one font of a family and weight: the one with further letters is another family."""
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = f"{record.toUnicode()} Extended"


def _mark(sources: list[Path]) -> str:
    return "-".join([VERSION, *(str(source.stat().st_size) for source in sources)])


def _make_ready(sources: list[Path], ready: Path) -> None:
    ready.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="fonts-", dir=ready.parent))
    drawn: set[int] = set()
    for source in sources:
        with TTFont(source) as font:
            drawn |= set(font.getBestCmap())
            font.flavor = None
            if EXTENDED in source.stem:
                _name_apart(font)
            font.save(fresh / f"{source.stem}.ttf")
    (fresh / COVERAGE).write_text(json.dumps(sorted(drawn)), encoding="utf-8")
    try:
        fresh.rename(ready)
    except OSError:  # another process was first, with the same fonts
        for left in fresh.iterdir():
            left.unlink()
        os.rmdir(fresh)
