"""The form in which texts are compared: folded, simplified, in small letters, cut, without what cannot be seen."""

import re
import unicodedata

from opencc import OpenCC

LIMIT = 2_000  # characters of a text that are understood; the rest is kept and shown, but not looked into
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_CJK = "\u3400-\u9fff"
_GAP = re.compile(rf"(?<=[{_CJK}])[ \t\u3000]+(?=[{_CJK}])")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
_SIMPLIFIED = OpenCC("t2s")


def fold(text: str) -> str:
    """`text` in NFKC, simplified characters and small letters, at most LIMIT characters, without unseen characters.

    Blanks between Chinese characters go too: they carry no meaning and would tear words apart.
    """
    seen = _UNSEEN.sub("", text[:LIMIT])
    folded = unicodedata.normalize("NFKC", seen).lower().translate(_QUOTES)
    return _GAP.sub("", _SIMPLIFIED.convert(folded))[:LIMIT]


def is_cjk(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff"
