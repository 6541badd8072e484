"""Looking at finished PDFs with the tools other people use: qpdf, pdftotext, pdfsig."""

import subprocess


def text_of(data: bytes, tmp_path) -> str:
    """What pdftotext copies out, without its line breaks and blanks: wrapping is no change of words."""
    return "".join(shown(data, tmp_path).split())


def shown(data: bytes, tmp_path, *options) -> str:
    path = tmp_path / "look.pdf"
    path.write_bytes(data)
    return _run("pdftotext", *options, path, "-").stdout


def is_clean(data: bytes, tmp_path) -> bool:
    path = tmp_path / "clean.pdf"
    path.write_bytes(data)
    return _run("qpdf", "--check", path).returncode == 0


def pages_of(data: bytes, tmp_path) -> int:
    path = tmp_path / "count.pdf"
    path.write_bytes(data)
    return int(_run("qpdf", "--show-npages", path).stdout)


def signature_of(data: bytes, tmp_path) -> str:
    path = tmp_path / "signed.pdf"
    path.write_bytes(data)
    return _run("pdfsig", "-nocert", path).stdout


def _run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
