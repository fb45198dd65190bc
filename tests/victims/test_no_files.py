"""A file sent with a statement, whatever it says it is: refused in words, never opened, kept or shown again."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bluelamp.victims.models import Asked, Statement
from tests.victims.care import Care
from tests.victims.own import Own, text
from tests.victims.pages.page import at_page


def bomb() -> bytes:
    """Ten million noughts in ten thousand bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("statement.txt", b"0" * 10_000_000)
    return made.getvalue()


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>stolen()</script></svg>"
HOSTILE = {
    "a script in a picture": ("statement.svg", "image/svg+xml", SVG),
    "a page that says it is text": ("statement.txt", "text/plain", b"<html><script>stolen()</script></html>"),
    "a paper with a script": ("statement.pdf", "application/pdf",
                              b"%PDF-1.7 1 0 obj<</OpenAction<</S/JavaScript/JS(stolen())>>>>endobj"),
    "a picture that is a page too": ("statement.gif", "image/gif", b"GIF89a/*" + SVG + b"*/=1;stolen()"),
    "a picture that is a program": ("statement.jpg", "image/jpeg", b"MZ\x90\x00stolen()"),
    "a zip bomb": ("statement.docx", "application/zip", bomb()),
    "too large": ("statement.txt", "text/plain", b"stolen() " * 500_000),
    "a name that climbs out": ("../../../etc/cron.d/stolen", "text/plain", b"stolen()"),
    "no bytes": ("statement.txt", "text/plain", b""),
    "an honest one": ("statement.txt", "text/plain", b"I cannot sleep. stolen()"),
}  # fmt: skip


def file(name: str) -> SimpleUploadedFile:
    called, kind, held = HOSTILE[name]
    made = SimpleUploadedFile("x", held, kind)
    made._name = called
    return made


@pytest.fixture(autouse=True)
def places(settings: Any, tmp_path: Path) -> Any:
    """Wherever a file could be kept, and after the test nothing is there."""
    settings.MEDIA_ROOT = settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(("path", "field"), [("/page/statement/", "words"), ("/page/write/", "attached")])
def test_on_the_victims_own_page(care: Care, name: str, path: str, field: str) -> None:
    own = Own(care).open()
    given = {"words": "My words", "knows": "yes", field + "_file": file(name)}
    answer = own.post(path, **given)
    assert answer.status_code == 422
    assert "Files cannot be sent here" in text(answer)
    assert "My words" in answer.content.decode(), "what was typed is not lost"
    assert "stolen" not in answer.content.decode()
    assert "nosniff" in answer["X-Content-Type-Options"]
    assert [one.objects.count() for one in (Statement, Asked)] == [0, 0]


@pytest.mark.parametrize("name", HOSTILE)
def test_on_the_officers_page(care: Care, client: Client, name: str) -> None:
    path = f"/victims/{care.victim.pk}/statement/"
    answer = at_page(
        care, client, path, words="Her words", told_disclosable="on", reading="not_decided", file=file(name)
    )
    assert answer.status_code == 422
    assert "No files can be sent here" in answer.content.decode()
    assert "stolen" not in answer.content.decode()
    assert not Statement.objects.exists()


def test_a_file_in_place_of_the_words_is_no_words(care: Care) -> None:
    own = Own(care).open()
    answer = own.post("/page/statement/", words=file("an honest one"), knows="yes")
    assert answer.status_code == 422
    assert not Statement.objects.exists()
