"""Long texts, the rows of choices, and the parts an envelope takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import Button, Envelope, Medium
from bot.channels.telegram.keyboards import inline
from bot.channels.telegram.planning import Album, One, Part, Place, Words, plan
from bot.channels.telegram.splitting import cut, split, units
from handlers.incoming import AttachmentKind, Position

LETTERS = st.sampled_from(list("一二三。，！ab. \n😀👨‍👩‍👧"))


@given(st.text(LETTERS, max_size=300), st.integers(2, 60))
def test_pieces_fit_and_lose_nothing(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(piece.strip() and units(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


@given(st.text(LETTERS, max_size=50), st.integers(0, 60))
def test_cut_takes_as_much_as_fits(text: str, limit: int) -> None:
    head = cut(text, limit)
    assert text.startswith(head) and units(head) <= limit
    assert head == text or units(text[: len(head) + 1]) > limit


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一二三四。\n五六七八九十", "一二三四。"),
        ("一二三四五。六七八九十一", "一二三四五。"),
        ("one two three four", "one two"),
        ("一二三四五六七八九十一二", "一二三四五六七八九十"),
        ("一\n二三四五六七八九十一二", "一\n二三四五六七八九"),
    ],
)
def test_cuts_where_a_reader_pauses(text: str, first: str) -> None:
    assert split(text, 10)[0] == first


def rows(*labels: str) -> list[list[str]]:
    keyboard = inline(tuple(Button(label, f"a:{label}") for label in labels))
    assert keyboard is not None
    return [[str(key.text) for key in row] for row in keyboard.inline_keyboard]


def test_rows_of_choices() -> None:
    assert rows("确认", "修改", "取消") == [["确认", "修改"], ["取消"]]
    assert rows("确认", "我想换一个时间再来") == [["确认"], ["我想换一个时间再来"]]
    assert len(rows(*(str(number) for number in range(21)))) == 11
    assert inline(()) is None


def medium(kind: AttachmentKind, data: bytes = b"x") -> Medium:
    return Medium(kind, data)


PHOTO, VIDEO, FILE, VOICE, STICKER = (medium(kind) for kind in ("photo", "video", "file", "voice", "sticker"))
BUTTON = (Button("好", "a"),)
HERE = Position(1.0, 2.0)
LONG = "字" * 1025


@pytest.mark.parametrize(
    ("envelope", "parts"),
    [
        (Envelope(chat="7", text="好"), [Words("好")]),
        (Envelope(chat="7", text="好", media=(PHOTO,), buttons=BUTTON), [One(PHOTO, "好")]),
        (Envelope(chat="7", media=(VOICE,)), [One(VOICE)]),
        (Envelope(chat="7", text=LONG, media=(PHOTO,)), [One(PHOTO), Words(LONG)]),
        (Envelope(chat="7", text="好", media=(STICKER,)), [One(STICKER), Words("好")]),
        (Envelope(chat="7", text="好", media=(PHOTO, VIDEO)), [Album((PHOTO, VIDEO), "好")]),
        (Envelope(chat="7", text="好", media=(PHOTO, VIDEO), buttons=BUTTON), [Album((PHOTO, VIDEO)), Words("好")]),
        (Envelope(chat="7", media=(PHOTO, PHOTO), buttons=BUTTON), [Album((PHOTO, PHOTO)), Words("👇")]),
        (
            Envelope(chat="7", text="好", media=(PHOTO, FILE, FILE, VOICE)),
            [One(PHOTO), Album((FILE, FILE)), One(VOICE), Words("好")],
        ),
        (Envelope(chat="7", media=(PHOTO,) * 11), [Album((PHOTO,) * 10), One(PHOTO)]),
        (Envelope(chat="7", text="在这里", position=HERE, buttons=BUTTON), [Place(HERE), Words("在这里")]),
        (Envelope(chat="7", position=HERE), [Place(HERE)]),
        (Envelope(chat="7", text="电话？", wants="contact", wants_label="分享"), [Words("电话？", share=True)]),
        (Envelope(chat="7", text="好", media=(PHOTO,), wants="position"), [One(PHOTO, "好", share=True)]),
        (
            Envelope(chat="7", text="电话？", wants="contact", wants_label="分享", buttons=BUTTON),
            [Words("分享", share=True), Words("电话？")],
        ),
        (Envelope(chat="-7", text="电话？", wants="contact", wants_label="分享"), [Words("电话？")]),
        (Envelope(chat="7", text=" \n"), []),
        (Envelope(chat="7"), []),
    ],
)
def test_the_parts_of_an_envelope(envelope: Envelope, parts: list[Part]) -> None:
    assert plan(envelope) == parts


def test_a_photo_too_large_for_a_photo_goes_as_a_file() -> None:
    large = medium("photo", bytes(10_000_001))
    assert plan(Envelope(chat="7", media=(large, FILE))) == [Album((large, FILE))]
