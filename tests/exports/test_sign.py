"""Signed PDFs: what Poppler says of them, and that no altered one passes."""

import random
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from exports import sign
from exports.layout.document import Paper, pdf
from exports.layout.prose import Prose
from resources.language import Language
from tests.exports.paper import is_clean, signature_of, text_of

NAME = "云岭镇王𠮷明社工站"


@pytest.fixture(scope="module")
def paper():
    return pdf(Paper(Language("zh_CN"), "试印", "云岭镇社工站"), [Prose("王𠮷明 8 户次")])


@pytest.fixture(scope="module")
def keys():
    return sign.make_certificate(NAME, datetime(2026, 9, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def signed(paper, keys):
    return sign.sign(paper, *keys)


def test_poppler_says_the_signature_is_valid(signed, tmp_path):
    said = signature_of(signed, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert is_clean(signed, tmp_path)


def test_a_signature_with_words_stands_on_the_page(paper, keys, tmp_path):
    shown = sign.sign(paper, *keys, words="云岭镇社工站 100% <b>\n韦敏 2026-09-30")
    assert "Signature is Valid" in signature_of(shown, tmp_path)
    assert "云岭镇社工站100%<b>韦敏2026-09-30" in text_of(shown, tmp_path)
    assert sign.verify_pdf(shown).valid


def test_the_certificate_is_for_signing_only_and_of_its_own_kind(keys):
    certificate = x509.load_pem_x509_certificate(keys[1])
    assert isinstance(certificate.public_key().curve, ec.SECP256R1)
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature and usage.content_commitment and not usage.key_cert_sign


def test_a_long_name_still_makes_a_certificate():
    certificate = x509.load_pem_x509_certificate(sign.make_certificate("站" * 90)[1])
    assert certificate.subject.rfc4514_string().count("站") == 21


def test_the_check_names_the_signer_and_knows_our_certificate(signed, keys):
    verdict = sign.verify_pdf(signed, keys[1])
    assert (verdict.valid, verdict.signer, verdict.ours) == (True, NAME, True)
    assert sign.verify_pdf(signed, sign.make_certificate(NAME)[1]).ours is False


def test_no_changed_byte_outside_the_signature_passes(signed):
    begin = signed.index(b"/Contents <")
    end = signed.index(b">", begin)
    outside = [at for at in range(len(signed)) if not begin <= at <= end]
    for at in random.Random(4).sample(outside, 120):
        changed = bytearray(signed)
        changed[at] ^= 1 << at % 8
        assert not sign.verify_pdf(bytes(changed)).valid, at


def test_nothing_added_behind_the_signature_passes(signed):
    assert not sign.verify_pdf(signed + b"\n% more").valid
    assert not sign.verify_pdf(signed + signed[-600:]).valid


def test_a_cut_file_no_pdf_and_an_unsigned_one_are_not_valid(signed, paper):
    for data in (b"", b"%PDF-1.4", signed[: len(signed) // 2], signed[:-5], paper, b"\0" * 9999):
        assert not sign.verify_pdf(data).valid


def test_a_station_keeps_its_certificate(store):
    first = sign.station_certificate(store)
    assert sign.station_certificate(store) == first
    assert sign.verify_pdf(sign.sign(_page(), *first), first[1]).signer == "云岭镇社工站"


def test_the_fingerprint_can_be_said(keys):
    said = sign.fingerprint(keys[1])
    assert len(said.split()) == 5 and said == sign.fingerprint(keys[1])


def _page():
    return pdf(Paper(Language("en"), "Try"), [Prose("1")])
