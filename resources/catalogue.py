"""The messages of one language, from a compiled catalogue (the .mo format of GNU gettext).

The gettext of the standard library decodes all of it one by one, a tenth of the time to the first window.
"""

from pathlib import Path
from struct import unpack_from


class Catalogue:
    """What it lacks is said as it stands; so is everything where the file is not there."""

    def __init__(self, path: Path):
        self._known = _messages(path.read_bytes()) if path.exists() else {}

    def text(self, message: str) -> str:
        """The translation of a message."""
        found = self._known.get(message.encode(errors="surrogatepass"))
        return found.decode() if found else message

    def plural(self, one: str, many: str, n: int) -> str:
        """The form for `n` things, in a language of one form or of two, the first of which is for one thing."""
        found = self._known.get(f"{one}\0{many}".encode())
        forms = found.decode().split("\0") if found else (one, many)
        return forms[0 if n == 1 else -1]


def _messages(data: bytes) -> dict[bytes, bytes]:
    count, sources, translations = unpack_from("<3I", data, 8)
    source, told = (unpack_from(f"<{2 * count}I", data, at) for at in (sources, translations))
    places = zip(source[::2], source[1::2], told[::2], told[1::2], strict=True)
    return {data[begin : begin + size]: data[at : at + length] for size, begin, length, at in places}
