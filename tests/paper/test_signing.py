"""A signed paper: valid, whole, and any later change shows."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from bluelamp.paper import signing
from tests.loops import apart
from tests.paper.test_making import paper


def checked(pdf: bytes):
    read = PdfFileReader(BytesIO(pdf))
    (found,) = read.embedded_signatures
    context = ValidationContext(trust_roots=[found.signer_cert])
    return apart(lambda: validate_pdf_signature(found, context))


@pytest.fixture(scope="module")
def signed() -> bytes:
    return apart(lambda: signing.sign(paper("Signed words"), reason="A test"))


def test_the_signature_is_valid_and_covers_the_whole_file(signed: bytes) -> None:
    status = checked(signed)
    assert status.valid
    assert status.intact
    assert status.coverage.name == "ENTIRE_FILE"


def test_one_letter_changed_breaks_it(signed: bytes) -> None:
    at = signed.index(b"/StructTreeRoot")
    changed = signed[: at + 1] + b"X" + signed[at + 2 :]
    try:
        status = checked(changed)
    except Exception:
        return  # so broken that it cannot even be read
    assert not status.intact


def test_signing_leaves_the_paper_tagged_archivable_and_its_field_out_of_sight(signed: bytes) -> None:
    read = PdfReader(BytesIO(signed))
    root = read.trailer["/Root"]
    stated = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="3"' in stated or "<pdfaid:part>3<" in stated
    assert 'pdfuaid:part="1"' in stated or "<pdfuaid:part>1<" in stated
    assert root["/StructTreeRoot"]["/K"]
    (field,) = root["/AcroForm"]["/Fields"]
    left, bottom, right, top = (float(one) for one in field.get_object()["/Rect"])
    assert (right - left, top - bottom) == (0, 0)
    assert left < 0
    assert read.pages[0]["/Tabs"] == "/S"


def test_the_key_is_made_once_and_only_the_owner_reads_it(tmp_path: Path, settings: LazySettings) -> None:
    settings.HOME, settings.PAPER_KEY, settings.PAPER_CERTIFICATE = tmp_path, "", ""
    key, certificate = signing.key_and_certificate()
    before = key.read_bytes(), certificate.read_bytes()
    assert key.stat().st_mode & 0o077 == 0
    assert (signing.key_and_certificate()[0].read_bytes(), certificate.read_bytes()) == before


def test_a_key_named_by_settings_is_the_one(tmp_path: Path, settings: LazySettings) -> None:
    settings.PAPER_KEY, settings.PAPER_CERTIFICATE = str(tmp_path / "k.pem"), str(tmp_path / "c.pem")
    assert signing.key_and_certificate() == (tmp_path / "k.pem", tmp_path / "c.pem")
