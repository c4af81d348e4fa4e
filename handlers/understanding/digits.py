"""Digits in all their forms, as 0 to 9, each in its place."""

import unicodedata

_CHINESE = ("零〇○", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_SCRIPTS = (range(0x80, 0x10000), range(0x104A0, 0x104AA), range(0x1D7CE, 0x1D800), range(0x1F100, 0x1F10B))


def _digit_table() -> dict[int, str]:
    table = {
        code: str(digit)
        for codes in _SCRIPTS
        for code in codes
        if (digit := unicodedata.digit(chr(code), None)) is not None
    }
    table.update({ord(char): str(value) for value, chars in enumerate(_CHINESE) for char in chars})
    return table


def _sign_table() -> dict[int, str]:
    """Signs that have one plain sign for them; those that would become several are left as they are."""
    plain = {code: unicodedata.normalize("NFKC", chr(code)).lower() for code in range(0x10000) if not _surrogate(code)}
    return {code: sign for code, sign in plain.items() if len(sign) == 1 and sign != chr(code)}


def _surrogate(code: int) -> bool:
    return 0xD800 <= code < 0xE000


_DIGITS = _digit_table()
_SIGNS = _sign_table()


def fold_digits(text: str) -> str:
    """The text with every digit (full-width, circled, Arabic-Indic, Chinese …) as 0 to 9; the length stays the same."""
    return text.translate(_DIGITS)


def fold_signs(text: str) -> str:
    """The text with full-width signs as plain ones and in small letters; the length stays the same."""
    return text.translate(_SIGNS)
