"""Photos are made anew: upright, small, and without any word about where they come from."""

import struct
import zlib

import pytest
from PIL import Image

from bot.photos import LONG_SIDE, MAX_BYTES, NotAPicture, clean_photo, looks_like_picture
from tests.bot.channels.web.pictures import jpeg, opened, saved


def test_nothing_but_the_pixels_is_kept() -> None:
    data, mime = clean_photo(jpeg())
    picture = opened(data)
    assert mime == "image/jpeg" and picture.format == "JPEG"
    assert not picture.getexif() and "exif" not in picture.info and "comment" not in picture.info
    assert b"SecretPhone" not in data and b"home" not in data


@pytest.mark.parametrize(("orientation", "blue"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom")])
def test_it_stands_upright(orientation: int, blue: str) -> None:
    picture = opened(clean_photo(jpeg((60, 40), orientation=orientation))[0])
    wide, high = picture.size
    spots = {
        "left": (3, high // 2),
        "right": (wide - 4, high // 2),
        "top": (wide // 2, 3),
        "bottom": (wide // 2, high - 4),
    }
    colours = {name: picture.getpixel(spot) for name, spot in spots.items()}
    bluest = max(colours, key=lambda name: colours[name][2] - colours[name][0])  # type: ignore[index]
    assert bluest == blue


@pytest.mark.parametrize(
    ("mode", "kind"),
    [(mode, "PNG") for mode in ("L", "LA", "RGBA", "P", "1", "I;16")]
    + [("CMYK", "JPEG"), ("RGB", "WEBP"), ("P", "GIF")],
)
def test_every_kind_of_picture(mode: str, kind: str) -> None:
    picture = opened(clean_photo(saved(Image.new(mode, (31, 17)), kind))[0])
    assert (picture.size, picture.mode) == ((31, 17), "RGB")


def test_what_is_see_through_becomes_white() -> None:
    picture = opened(clean_photo(saved(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG"))[0])
    assert picture.getpixel((10, 10)) == (255, 255, 255)


def test_a_large_one_becomes_smaller() -> None:
    picture = opened(clean_photo(saved(Image.new("RGB", (6001, 3001), "green"), "PNG"))[0])
    assert max(picture.size) <= LONG_SIDE
    assert abs(picture.width / picture.height - 2) < 0.01
    assert all(picture.getpixel(spot)[1] > 100 for spot in ((0, 0), (picture.width - 1, picture.height - 1)))  # type: ignore[index]


def claimed_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a huge picture."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (header, data))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "broken"),
        (b"GIF89a", "broken"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "broken"),
        (jpeg((600, 400))[:900], "broken"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "broken"),
        (claimed_png(100, 100), "broken"),
        (claimed_png(8000, 8000), "too_many_pixels"),
        (claimed_png(60_000, 60_000), "too_many_pixels"),
        (b"\0" * (MAX_BYTES + 1), "too_large"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\0\0\0\x18ftypavif", "heic"),
    ],
)
def test_what_is_no_picture(data: bytes, reason: str) -> None:
    with pytest.raises(NotAPicture) as caught:
        clean_photo(data)
    assert caught.value.reason == reason


def test_pictures_are_known_by_their_first_bytes() -> None:
    assert looks_like_picture(jpeg()) and looks_like_picture(b"RIFF\0\0\0\0WEBP") and looks_like_picture(b"II*\0")
    assert (
        not looks_like_picture(b"%PDF-1.7")
        and not looks_like_picture(b"RIFF\0\0\0\0WAVE")
        and not looks_like_picture(b"")
    )
