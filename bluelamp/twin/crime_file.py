"""Reads what data.police.uk publishes. Everything is parsed before anything is used: one clear error, or all of it."""

import csv
import gzip
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

CRIMES = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
    "Crime type", "Last outcome category", "Context",
)  # fmt: skip
OUTCOMES = (*CRIMES[:9], "Outcome type")
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class CrimeFileError(ValueError):
    """What is wrong with a file, in words that name file, line and column."""

    def __init__(self, path: Path, words: str, *, line: int = 0, column: str = "") -> None:
        at = f", line {line}" if line else ""
        at += f", column {column}" if column else ""
        super().__init__(f"{path.name}{at}: {words}")


@dataclass(frozen=True, kw_only=True)
class Record:
    """One recorded crime or antisocial behaviour (`id` empty: equal rows are then genuine, never duplicates)."""

    id: str
    month: str
    lon: float
    lat: float
    location: str
    lsoa: str
    category: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class Crimes:
    """The borough's records, and how many rows lay elsewhere or had no place."""

    records: tuple[Record, ...]
    skipped: int


def read_crimes(path: Path, *, areas: Collection[str]) -> Crimes:
    """The records whose LSOA is one of `areas`; raises CrimeFileError naming file, line and column."""
    found, skipped = [], 0
    for line, row in _rows(path, CRIMES):
        record = _record(path, line, row, areas)
        skipped += record is None
        if record:
            found.append(record)
    return Crimes(records=tuple(found), skipped=skipped)


def read_outcomes(path: Path) -> dict[str, str]:
    """The last outcome of each crime by its Crime ID; raises CrimeFileError naming file, line and column."""
    found: dict[str, str] = {}
    for line, row in _rows(path, OUTCOMES):
        _month(path, line, row["Month"])
        found[row["Crime ID"]] = row["Outcome type"]
    return found


def _record(path: Path, line: int, row: dict[str, str], areas: Collection[str]) -> Record | None:
    month = _month(path, line, row["Month"])
    if not row["Crime type"].strip():
        raise CrimeFileError(path, "There is no crime type.", line=line, column="Crime type")
    lon, lat = (_degrees(path, line, row, column) for column in ("Longitude", "Latitude"))
    if row["LSOA code"] not in areas or lon is None or lat is None:
        return None
    return Record(
        id=row["Crime ID"],
        month=month,
        lon=lon,
        lat=lat,
        location=row["Location"],
        lsoa=row["LSOA code"],
        category=row["Crime type"],
        outcome=row["Last outcome category"],
    )


def _month(path: Path, line: int, text: str) -> str:
    if not MONTH.fullmatch(text):
        raise CrimeFileError(path, f"{text!r} is not a month such as 2021-06.", line=line, column="Month")
    return text


def _degrees(path: Path, line: int, row: dict[str, str], column: str) -> float | None:
    text, limit = row[column].strip(), 180 if column == "Longitude" else 90
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise CrimeFileError(path, f"{text!r} is not a number of degrees.", line=line, column=column) from None
    if not -limit <= value <= limit:
        raise CrimeFileError(path, f"{text} is not on the earth.", line=line, column=column)
    return value


def _rows(path: Path, header: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(_text(path), newline=""))
    try:
        first = next(reader, [])
        _insist_on_header(path, first, header)
        for row in reader:
            if len(row) != len(header):
                words = f"{len(row)} columns where the heading has {len(header)}."
                column = header[len(row)] if len(row) < len(header) else header[-1]
                raise CrimeFileError(path, words, line=reader.line_num, column=column)
            yield reader.line_num, dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise CrimeFileError(path, f"It is not a table of values: {error}.", line=reader.line_num) from None


def _insist_on_header(path: Path, first: list[str], header: tuple[str, ...]) -> None:
    for number, name in enumerate(header):
        if number >= len(first) or first[number] != name:
            found = repr(first[number]) if number < len(first) else "nothing"
            words = f"The heading should be {name!r} and is {found}: not the file that data.police.uk publishes."
            raise CrimeFileError(path, words, line=1, column=name)
    if len(first) > len(header):
        words = f"The heading {first[len(header)]!r} is one too many."
        raise CrimeFileError(path, words, line=1, column=first[len(header)])


def _text(path: Path) -> str:
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = _column_of(data[:1000], data[start : error.start])
        raise CrimeFileError(path, "It is not written in UTF-8.", line=line, column=column) from None


def _column_of(head: bytes, before: bytes) -> str:
    names = head.split(b"\n", 1)[0].decode("utf-8", "replace").lstrip("\ufeff").strip().split(",")
    number = before.count(b",")
    return names[number] if number < len(names) else ""


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CrimeFileError(path, f"It cannot be read: {error.strerror}.") from None
    if data[:2] != b"\x1f\x8b":
        if path.suffix == ".gz":
            raise CrimeFileError(path, "It is named .gz and is not compressed that way.")
        return data
    return _unpacked(path, data)


def _unpacked(path: Path, data: bytes) -> bytes:
    whole = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            while part := packed.read(1 << 16):
                whole += part
    except (OSError, EOFError) as error:
        line = whole.count(b"\n") + 1
        words = "It ends in the middle" if isinstance(error, EOFError) else "Its compression is damaged"
        start = whole.rfind(b"\n") + 1
        column = _column_of(bytes(whole[:1000]), bytes(whole[start:]))
        raise CrimeFileError(path, f"{words}: the file is not whole.", line=line, column=column) from None
    except Exception as error:  # zlib.error
        line = whole.count(b"\n") + 1
        raise CrimeFileError(path, f"Its compression is damaged: {error}.", line=line) from None
    return bytes(whole)
