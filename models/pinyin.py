"""How names sound: every reading of every character, surnames by their own."""

import os
from functools import lru_cache
from heapq import nsmallest
from itertools import product
from unicodedata import combining, normalize

_SURNAMES = {
    "单": "shan", "仇": "qiu", "曾": "zeng", "朴": "piao", "解": "xie", "查": "zha", "区": "ou", "盖": "ge", "尉": "yu",
    "乐": "yue", "员": "yun", "冼": "xian", "召": "shao", "缪": "miao", "任": "ren", "翟": "zhai", "华": "hua",
    "洗": "xian", "逄": "pang", "覃": "qin", "种": "chong", "纪": "ji", "过": "guo", "宓": "mi", "牟": "mu",
    "那": "na", "能": "nai", "繁": "po", "折": "she", "黑": "he", "秘": "bi", "祭": "zhai", "眭": "sui", "隗": "wei",
    "佴": "nai", "撒": "sa", "燕": "yan", "哈": "ha", "卜": "bu", "谌": "chen", "车": "che", "长": "zhang", "万": "wan",
    "令": "ling", "宁": "ning", "叶": "ye", "贾": "jia", "沈": "shen", "石": "shi", "柏": "bai", "都": "du",
    "适": "kuo", "幺": "yao", "晟": "cheng", "褚": "chu", "郗": "xi", "应": "ying",
}  # fmt: skip
_TWO = {"尉迟": "yu chi", "长孙": "zhang sun", "万俟": "mo qi", "澹台": "tan tai", "单于": "chan yu", "令狐": "ling hu"}
_RARE = {"𠮷": "jí"}
_MOST_READINGS = 3
_MOST_SPELLINGS = 8


@lru_cache(maxsize=1)
def _dictionary():
    # 60 ms and 13 MB, only where names are keyed or searched; without the phrases, which would be 100 MB
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict


def _toneless(reading):
    """liǔ → liu, lǚ → lv."""
    letters = normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in letters if not combining(c))


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """The toneless readings of one character, the usual one first; a letter sounds as itself, a sign not at all."""
    found = _dictionary().get(ord(character)) or _RARE.get(character)
    if found is None:
        return (character.casefold(),) if character.isascii() and character.isalnum() else ()
    return tuple(dict.fromkeys(_toneless(reading) for reading in found.split(",")))[:_MOST_READINGS]


def syllables(name: str) -> list[tuple[str, ...]]:
    """For each character that sounds, its readings; the surname's own reading comes first."""
    if name[:2] in _TWO:
        return [(sound,) for sound in _TWO[name[:2]].split()] + syllables_of(name[2:])
    own = _SURNAMES.get(name[:1])
    if own:
        first = tuple(dict.fromkeys((own, *readings(name[0]))))
        return [first] + syllables_of(name[1:])
    return syllables_of(name)


def syllables_of(text: str) -> list[tuple[str, ...]]:
    return [sounds for character in text if (sounds := readings(character))]


@lru_cache(maxsize=4096)
def spoken(name: str) -> tuple[tuple[str, ...], ...]:
    """The likeliest ways to say a name, each a tuple of syllables, at most eight."""
    sounds = syllables(name)
    if not sounds:
        return ()
    ways = product(*(range(len(options)) for options in sounds))
    return tuple(
        tuple(options[i] for options, i in zip(sounds, way, strict=True))
        for way in nsmallest(_MOST_SPELLINGS, _bounded(ways), key=sum)
    )


def _bounded(ways):
    """At most some thousand of what may be millions of ways for a name of fifty characters."""
    return (way for way, _ in zip(ways, range(4096), strict=False))


def spellings(name: str) -> list[str]:
    """What may be typed for a name: in full and by initials, without doubles."""
    ways = spoken(name)
    full = ["".join(way) for way in ways]
    return list(dict.fromkeys(full + ["".join(syllable[0] for syllable in way) for way in ways]))
