"""Photos as we keep them: turned upright, without EXIF, position or any other words, and not larger than needed."""

import io
import warnings
from typing import Literal

from PIL import Image

MAX_BYTES = 10 * 1024 * 1024  # what a person may send
MAX_PIXELS = 50_000_000  # a bomb of a few kilobytes can claim billions
LONG_SIDE = 2560  # pixels; enough to read a meter or a sign in the picture
STRIP = 256  # rows of the small picture that are made at once
QUALITY = 85
ORIENTATION = 0x0112  # the EXIF tag that says how the camera was held
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"}

Reason = Literal["broken", "too_large", "too_many_pixels", "heic"]


class NotAPicture(Exception):
    """Not a picture that we can keep. `reason` says why, for the sentence to the person."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def clean_photo(data: bytes) -> tuple[bytes, str]:
    """Makes a picture anew from its pixels alone; returns its bytes and their MIME type.

    Takes JPEG, PNG, WebP and GIF (its first frame) up to 10 MB and 50 megapixels. The largest need 300 MB, so run one
    at a time, in a thread. Raises NotAPicture.
    """
    if len(data) > MAX_BYTES:
        raise NotAPicture("too_large")
    if is_heif(data):
        raise NotAPicture("heic")
    try:
        return _render(data), "image/jpeg"
    except NotAPicture:
        raise
    except Image.DecompressionBombError as error:
        raise NotAPicture("too_many_pixels") from error
    except Exception as error:  # a broken file makes the decoders raise nearly anything
        raise NotAPicture("broken") from error


def looks_like_picture(data: bytes) -> bool:
    """Whether bytes begin like a picture of any kind, also one that we cannot keep."""
    starts = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
    return data.startswith(starts) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or is_heif(data)


def is_heif(data: bytes) -> bool:
    """Whether this is HEIC, HEIF or AVIF, which Pillow does not read everywhere."""
    return data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS


def _render(data: bytes) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is checked before decoding
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise NotAPicture("too_many_pixels")
            picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
            turn = UPRIGHT.get(picture.getexif().get(ORIENTATION, 1))
            plain = _small_on_white(picture)
    plain = plain.transpose(turn) if turn is not None else plain
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _small_on_white(picture: Image.Image) -> Image.Image:
    """A new picture with nothing but the pixels, strip by strip, so that a large one is not in memory several times."""
    factor = max(1, max(picture.size) // LONG_SIDE)
    small = Image.new("RGB", (-(-picture.width // factor), -(-picture.height // factor)), "white")
    for top in range(0, picture.height, STRIP * factor):
        strip = picture.crop((0, top, picture.width, min(picture.height, top + STRIP * factor)))
        small.paste(_on_white(strip).reduce(factor), (0, top // factor))
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    return small


def _on_white(strip: Image.Image) -> Image.Image:
    if not strip.has_transparency_data:
        return strip.convert("RGB")
    seen = strip.convert("RGBA")
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen.getchannel("A"))
    return plain
