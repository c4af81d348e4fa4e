"""Choices as they are shown: buttons, a numbered list, or digits for those who chose them; long lists in parts."""

from zoneinfo import ZoneInfo

import pytest

from bot.channels import Abilities, Envelope
from bot.rendering import Renderer
from handlers.message import MOST_SHOWN, PAGE, Choice, Message, Text, decode, encode, named_choice
from storage.sending import Claimed

KEYS = Abilities()
WIDE = Abilities(wide_buttons=True, sensitive=True)
NONE = Abilities(buttons=False)


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(named_choice(f"a.b:{number}", f"第{number}样") for number in range(1, count + 1))


def shown(message: Message, abilities: Abilities, *, elder: bool) -> Envelope:
    row = Claimed(1, 1, 1, None, "", 1, None, None, False, "c", None, False, 1, "zh-CN", elder)
    renderer = Renderer(ZoneInfo("Asia/Shanghai"), lambda menu: [], lambda claimed: None)
    return renderer.envelope(row, message, (), abilities)


def question(count: int, **more: object) -> Message:
    return Message(text=Text("plain", {"text": "哪一样？"}), choices=choices(count), **more)  # type: ignore[arg-type]


def test_digits_under_a_numbered_list() -> None:
    envelope = shown(question(2), KEYS, elder=True)
    assert envelope.text.split("\n") == ["哪一样？", "1. 第1样", "2. 第2样", "回复数字就行。0 找人工。"]
    assert [(button.label, button.action) for button in envelope.buttons] == [("1", "a.b:1"), ("2", "a.b:2")]


def test_numbers_stand_on_wide_buttons() -> None:
    envelope = shown(question(2), WIDE, elder=True)
    assert [button.label for button in envelope.buttons] == ["1. 第1样", "2. 第2样"]
    assert "第1样" not in envelope.text and "0 找人工" in envelope.text


def test_a_channel_without_buttons_shows_the_list_alone() -> None:
    for elder in (False, True):
        envelope = shown(question(2), NONE, elder=elder)
        assert "1. 第1样\n2. 第2样" in envelope.text and envelope.buttons == ()


def test_others_see_plain_buttons() -> None:
    envelope = shown(question(2), KEYS, elder=False)
    assert envelope.text == "哪一样？" and [button.label for button in envelope.buttons] == ["第1样", "第2样"]


@pytest.mark.parametrize("abilities", [KEYS, WIDE])
def test_where_a_number_is_the_answer_no_choice_has_one(abilities: Abilities) -> None:
    envelope = shown(question(3, number=True), abilities, elder=True)
    assert [button.label for button in envelope.buttons] == ["第1样", "第2样", "第3样"]
    assert shown(question(2, number=True), NONE, elder=True).text == "哪一样？\n· 第1样\n· 第2样"


def test_a_list_that_is_not_in_parts_is_shown_whole() -> None:
    assert len(shown(question(9), KEYS, elder=True).buttons) == 9


@pytest.mark.parametrize("count", [5, 6, 7, 17, 20])
def test_page_by_page_every_choice_is_met_once(count: int) -> None:
    met: list[str] = []
    page = 0
    for _ in range(count):
        message = decode(encode(question(count, page=page)))
        envelope = shown(message, KEYS, elder=True)
        assert 2 <= len(envelope.buttons) <= MOST_SHOWN
        met += [button.action for button in envelope.buttons[:-1]]
        page = int(envelope.buttons[-1].action.removeprefix("page.more:"))
        if page == 0:
            break
    assert met == [choice.action for choice in choices(count)]
    assert len(met) > PAGE
