"""Telephone numbers as people type them, as E.164."""

import re
import unicodedata
from collections.abc import Iterator

import phonenumbers

from handlers.understanding.digits import fold_digits, fold_signs

_RUN = re.compile(r"(?:\+|00)?[0-9(][0-9() .\-·]{5,22}[0-9]")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}")
_COUNTRY = "CN"
_TYPED = 200  # characters of an answer to "which number?"


def normalise_phone(text: str) -> str | None:
    """The one number that a person typed, as +8613800138000; None where there is none, or more than one.

    Taken are mobiles and landlines with area code of the mainland, in any digits (１３８…, 一三八…), with or without
    +86, and numbers of other countries with their +. A landline without area code is not taken: it could be anywhere.
    """
    found = find_phones(text[:_TYPED])
    return found[0] if len(found) == 1 else None


def find_phones(text: str) -> tuple[str, ...]:
    """Every telephone number in a text, as E.164, in the order of the text, each once."""
    digits = fold_digits(unicodedata.normalize("NFKC", text))
    found = (_e164(match.group()) for match in _RUN.finditer(digits))
    return tuple(dict.fromkeys(number for number in found if number))


def phone_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where telephone numbers stand in a text (start and end), each with its number as E.164."""
    for match in _RUN.finditer(fold_digits(fold_signs(text))):
        number = _e164(match.group())
        if number:
            yield match.start(), match.end(), number


def _e164(written: str) -> str | None:
    bare = re.sub(r"[^0-9+]", "", written)
    home = re.sub(r"^(?:\+|00)86", "", bare)
    if _MOBILE.fullmatch(home) or (home.startswith("86") and _MOBILE.fullmatch(home[2:])):
        return "+86" + home[-11:]
    if home != bare and not home.startswith("0"):
        home = "0" + home  # +86 10 …: the area code's zero is left out
    if _LANDLINE.fullmatch(home):
        return _possible(home)
    return _possible(re.sub("^00", "+", bare)) if bare.startswith(("+", "00")) and home == bare else None


def _possible(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, _COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
