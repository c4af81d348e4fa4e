"""Cleaning of what comes in: characters that would confuse a reader are taken out, the words stay as they are."""

import re
import unicodedata

# Control characters but tab and line break; marks that turn the direction of text (U+202A–E, U+2066–9 and the like);
# surrogates, which no database stores.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
MOST_NAME = 64


def clean(text: str) -> str:
    """Words as they may be stored and shown: composed (NFC), without control and direction characters."""
    return unicodedata.normalize("NFC", UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def clean_name(name: str) -> str:
    """A name on one line, of a sensible length."""
    return " ".join(clean(name).split())[:MOST_NAME]
