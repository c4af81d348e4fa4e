"""A number that answers a list: 2, ２, 二, ②, 第二个, 两."""

import re
import unicodedata

_CHINESE = ("零〇", "一壹幺", "二贰两俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGITS = {char: value for value, chars in enumerate(_CHINESE) for char in chars}
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: value for value, word in enumerate(_ENGLISH)}
_AROUND = re.compile(
    r"(?:我?(?:选|要|就)|no\.?|number|option|the)?\s*第?\s*[(#\[]?\s*([0-9]{1,4}|[零〇一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾]{1,3}|[a-z]{3,5})"
    r"\s*[)\].、,。:!]*\s*(?:号|个|项|条|种|款|位|家)?\s*[吧呢啊的。.!]*"
)
_UNSEEN = re.compile("[\u200b-\u200f\ufe0e\ufe0f\u20e3\u2060\ufeff]")  # 2️⃣ is a 2 with two of these


def bare_number(text: str) -> int | None:
    """The number that a text is, if it is nothing but a number (0 to 9999); otherwise None."""
    if len(text) > 40:
        return None
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).strip().lower()
    match = _AROUND.fullmatch(plain)
    if match is None:
        return None
    found = match.group(1)
    if found.isascii():
        return int(found) if found.isdigit() else _WORDS.get(found)
    return chinese_number(found)


def chinese_number(text: str) -> int | None:
    """二 → 2, 十二 → 12, 二十 → 20, 三十五 → 35; None for anything else."""
    tens, ten, ones = text.replace("拾", "十").partition("十")
    if not ten:
        return _DIGITS.get(text)
    high = _DIGITS.get(tens, 0) if tens else 1
    low = _DIGITS.get(ones, -1) if ones else 0
    return high * 10 + low if high > 0 and low >= 0 and len(tens) <= 1 and len(ones) <= 1 else None
