"""Every sentence that people read: Fluent files, one folder a language, zh-CN first."""

import re
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers
from babel.dates import format_datetime
from fluent.runtime import FluentBundle, FluentResource

from handlers.message import Named, Span, Text
from handlers.texts import spans
from storage.phones import Phone

HOME_COUNTRY = 86
FOLDER = Path(__file__).parent
LANGUAGES = ("zh-CN", "en")
MOMENT = {"zh-CN": ("M月d日 HH:mm", "zh"), "en": ("d MMM HH:mm", "en")}
MOST_INSIDE = 500  # characters
HELD = re.compile("\ue000([0-9]+)\ue001")  # characters for private use, which no keyboard writes
MARKS = re.compile("[\ue000\ue001]")
SEPARATOR = {"zh-CN": "、", "en": ", "}


def nearest_language(tag: str) -> str:
    """The language of ours that fits a channel's tag such as `en-GB`; zh-CN where none does."""
    return "en" if tag.lower().startswith("en") else "zh-CN"


def render(text: Text, language: str, zone: ZoneInfo) -> str:
    """A text in a language; times appear in `zone`. A key missing in a language falls back to zh-CN.

    Raises KeyError for a key that no language has.
    """
    for spoken in dict.fromkeys((language, *LANGUAGES)):
        bundle = _bundle(spoken)
        if bundle is not None and bundle.has_message(text.key):
            pattern = bundle.get_message(text.key).value
            if pattern is None:
                break
            held: list[str] = []
            values = {name: _held(_spoken(value, language, zone), held) for name, value in text.values.items()}
            words, errors = bundle.format_pattern(pattern, values)
            if errors:
                raise KeyError(f"{text.key}: {type(errors[0]).__name__}")
            return HELD.sub(partial(_put_back, held), str(words))
    raise KeyError(text.key)


def word(key: str, language: str) -> str:
    """A text without values."""
    return render(Text(key), language, ZoneInfo("UTC"))


def keys(language: str) -> set[str]:
    """The keys of a language's texts."""
    bundle = _bundle(language)
    return set() if bundle is None else set(bundle._messages)


def spoken_phone(phone: Phone) -> str:
    """A phone number as one reads it aloud: 130 0000 0001, abroad +49 30 …"""
    number = phonenumbers.parse(phone.e164)
    home = number.country_code == HOME_COUNTRY
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(number, form))


@cache
def _bundle(language: str) -> FluentBundle | None:
    if language not in LANGUAGES:
        return None
    # No isolation marks: they turn up as boxes in old phones, and the texts hold no right-to-left words.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


def _put_back(held: list[str], found: re.Match[str]) -> str:
    return held[int(found[1])]


def _held(value: Any, held: list[str]) -> Any:
    """A long text is held back and put in afterwards: Fluent refuses values of more than 1,000 characters."""
    if not isinstance(value, str) or (len(value) <= MOST_INSIDE and not MARKS.search(value)):
        return value
    held.append(value)
    return f"\ue000{len(held) - 1}\ue001"


def _spoken(value: Any, language: str, zone: ZoneInfo) -> Any:
    if isinstance(value, Text):
        return render(value, language, zone)
    if isinstance(value, Named):
        return value.en if language == "en" and value.en else value.zh
    if isinstance(value, datetime):
        pattern, locale = MOMENT.get(language, MOMENT["zh-CN"])
        return format_datetime(value.astimezone(zone), pattern, locale=locale)
    if isinstance(value, Span):
        key, values = spans.key_and_values(value, language, zone)
        return render(Text(key, values), language, zone)
    if isinstance(value, Phone):
        return spoken_phone(value)
    if isinstance(value, list | tuple):
        return SEPARATOR[language].join(str(_spoken(each, language, zone)) for each in value)
    return value
