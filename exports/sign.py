"""The station's seal on a PDF: its own P-256 key and certificate, PAdES B-B signatures, and looking whether one holds.

pyHanko is loaded only here and only when something is signed or checked: it takes more than a second.
"""

import io
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from exports.layout.fonts import GETA, face
from resources import FOLDER

FIELD = "TaizhangSeal"
_YEARS = 20
_BOX = (360, 62, 546, 98)


@dataclass(frozen=True)
class Verdict:
    """What is known of a PDF's signature: `valid` is True only when every byte is as it was signed.

    signer    the name in the certificate, "" where there is none
    ours      whether it is the certificate that was expected; None where none was named
    """

    valid: bool
    signer: str = ""
    when: datetime | None = None
    ours: bool | None = None
    why: str = ""


def make_certificate(name: str, now: datetime | None = None) -> tuple[bytes, bytes]:
    """A key and a self-signed certificate for a station of that name, both PEM.

    The key is for signing prints and nothing else; it is kept in the encrypted database and never leaves it.
    """
    now = now or datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    # A common name has room for 64 bytes here; what is longer is cut between characters.
    common = name.encode()[:64].decode(errors="ignore") or "?"
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"), x509.NameAttribute(NameOID.COMMON_NAME, common)]
    )
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    certificate = builder.sign(key, hashes.SHA256())
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private, certificate.public_bytes(serialization.Encoding.PEM)


def station_certificate(store) -> tuple[bytes, bytes]:
    """The key and certificate of the station in `store`; made at the first call."""
    key, certificate = store.kept("pdf key"), store.kept("pdf certificate")
    if not (key and certificate):
        station = store.tables["station"].get_by_id(store.unit)
        key, certificate = make_certificate(station.name or "")
        with store.writing():
            store.keep("pdf key", key)
            store.keep("pdf certificate", certificate)
    return key, certificate


def fingerprint(certificate: bytes) -> str:
    """The first 80 bits of a certificate's SHA-256, as said over the telephone: 0F3A 91C2 …"""
    digest = x509.load_pem_x509_certificate(certificate).fingerprint(hashes.SHA256()).hex().upper()[:20]
    return " ".join(digest[at : at + 4] for at in range(0, 20, 4))


def sign(data: bytes, key: bytes, certificate: bytes, *, words: str = "", when: datetime | None = None) -> bytes:
    """The PDF with a PAdES B-B signature; with `words`, a box of them at the foot of the last page.

    `when` is the time the signer claims: the computer's clock, no authority's.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # lazily: pyHanko takes 1.2 s
    from pyhanko.sign import fields, signers

    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    place = fields.SigFieldSpec(FIELD, on_page=-1, box=_BOX if words else None)
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=words or None,
        embed_validation_info=False,
    )
    style = _box(words) if words else None
    signing = signers.PdfSigner(about, _signer(key, certificate), stamp_style=style, new_field_spec=place)
    return signing.sign_pdf(writer).getvalue()


def _signer(key, certificate):
    from asn1crypto import keys, pem  # with pyHanko
    from asn1crypto import x509 as asn1_x509
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    private = serialization.load_pem_private_key(key, None).private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(pem.unarmor(certificate)[2]),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


def _box(words):
    """Words in the bundled font (pyHanko's own default knows no Chinese); a character outside it prints as 〓."""
    from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
    from pyhanko.pdf_utils.text import TextBoxStyle
    from pyhanko.stamp import TextStampStyle

    known = face("sans")
    words = "".join(c if c == "\n" or known.look_up(c)[0].endswith("sans") else GETA for c in words)
    font = GlyphAccumulatorFactory(str(FOLDER / "fonts" / "NotoSansSC-Regular.ttf"), font_size=8)
    box = TextBoxStyle(font=font, font_size=8, leading=11)
    return TextStampStyle(stamp_text=words.replace("%", "%%"), text_box_style=box, border_width=1, background=None)


def verify_pdf(data: bytes, certificate: bytes | None = None) -> Verdict:
    """Whether the PDF is as it was signed, to the last byte; never raises.

    Any failure to read it is "not valid". With `certificate` (PEM), whether it was signed with that one.
    """
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        return _looked_at(data, certificate)
    except Exception as error:  # noqa: BLE001 (a damaged file raises eleven kinds of exception)
        return Verdict(False, why=type(error).__name__)


def _looked_at(data, certificate):
    from pyhanko.pdf_utils.reader import PdfFileReader  # lazily: pyHanko takes 1.2 s
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    found = PdfFileReader(io.BytesIO(data), strict=True).embedded_signatures
    if len(found) != 1:
        return Verdict(False, why="no signature" if not found else "more than one signature")
    signature = found[0]
    pem = x509.load_der_x509_certificate(signature.signer_cert.dump())
    trusted = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, trusted)
    whole = status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"
    ours = None
    if certificate is not None:
        expected = x509.load_pem_x509_certificate(certificate)
        ours = expected.fingerprint(hashes.SHA256()) == pem.fingerprint(hashes.SHA256())
    name = pem.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value
    why = "" if whole else "changed after signing"
    return Verdict(bool(whole), name, status.signer_reported_dt, ours, why)
