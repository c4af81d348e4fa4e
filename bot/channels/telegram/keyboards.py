"""Choices and sharing buttons as Telegram's keyboards."""

from functools import lru_cache

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.channels import Button

SHORT_LABEL = 8  # characters; two such Chinese labels fit beside each other on a narrow phone, in large type too


@lru_cache(maxsize=256)
def inline(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    """The choices under a message: two in a row when all are short, else one. None without choices."""
    if not buttons:
        return None
    width = 2 if all(len(button.label) <= SHORT_LABEL for button in buttons) else 1
    keys = [InlineKeyboardButton(button.label, callback_data=button.action) for button in buttons]
    return InlineKeyboardMarkup([keys[start : start + width] for start in range(0, len(keys), width)])


def sharing(wants: str, label: str) -> ReplyKeyboardMarkup:
    """The one-time keyboard whose only key shares a phone number ("contact") or else a place."""
    key = KeyboardButton(label, request_contact=wants == "contact", request_location=wants != "contact")
    return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)
