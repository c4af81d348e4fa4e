"""Pictures for the tests."""

import io

from PIL import Image

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def jpeg(size: tuple[int, int] = (64, 48), *, orientation: int = 1) -> bytes:
    """A photo as a phone makes it: with its maker and the place where it was taken."""
    exif = Image.Exif()
    exif[MAKER] = "SecretPhone"
    exif[ORIENTATION] = orientation
    exif[GPS] = {1: "N", 2: (30.0, 38.0, 3.0), 3: "E", 4: (114.0, 23.0, 24.0)}
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, 0, size[0] // 2, size[1]))
    return saved(picture, "JPEG", exif=exif, comment=b"taken at home")


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """A picture's bytes in a format."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in bytes."""
    return Image.open(io.BytesIO(data))
