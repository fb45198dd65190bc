"""Signing papers with the installation's own key, and checking a signature."""

import os
import tempfile
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from bluelamp import clock

FIELD = "Signature"
YEARS = 10


def sign(pdf: bytes, *, reason: str) -> bytes:
    """The same PDF with a signature added behind it, so that any later change shows.

    The field has no place on the page and is told to readers out of bounds: so it bars neither PDF/A nor PDF/UA.
    """
    unseen = fields.InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    field = fields.SigFieldSpec(sig_field_name=FIELD, invis_sig_settings=unseen)
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        reason=reason,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    signer = signers.PdfSigner(about, _signer(), new_field_spec=field)
    out = BytesIO()
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
    return out.getvalue()


@cache
def _signer() -> signers.SimpleSigner:
    key, certificate = key_and_certificate()
    loaded = serialization.load_pem_private_key(key.read_bytes(), password=None)
    plain = loaded.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    ours = x509.load_pem_x509_certificate(certificate.read_bytes())
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(ours.public_bytes(serialization.Encoding.DER)),
        signing_key=asn1_keys.PrivateKeyInfo.load(plain),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )


def key_and_certificate() -> tuple[Path, Path]:
    """The key and the certificate: those that settings name, else the installation's own, made when first wanted."""
    if settings.PAPER_KEY and settings.PAPER_CERTIFICATE:
        return Path(settings.PAPER_KEY), Path(settings.PAPER_CERTIFICATE)
    home = settings.HOME / "paper" / "signing"
    if not home.exists():
        _make_own(home)
    return home / "key.pem", home / "certificate.pem"


def _make_own(home: Path) -> None:
    home.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="signing-", dir=home.parent))
    key = ec.generate_private_key(ec.SECP256R1())
    (fresh / "key.pem").touch(mode=0o600)
    (fresh / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (fresh / "certificate.pem").write_bytes(_certificate(key, clock.now()).public_bytes(serialization.Encoding.PEM))
    try:
        fresh.rename(home)
    except OSError:  # another process was first: its key is the one
        for left in fresh.iterdir():
            left.unlink()
        os.rmdir(fresh)


def _certificate(key: ec.EllipticCurvePrivateKey, at: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bluelamp papers, made by this installation")])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=366 * YEARS))
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
