"""Files on their way in and out: what kind they are, and in what form they may leave again."""

import re
import unicodedata
from dataclasses import dataclass

from starlette.responses import Response

from bot.channels.web.answers import Turned
from bot.channels.web.bodies import Upload
from bot.photos import NotAPicture, clean_photo, looks_like_picture
from handlers.incoming import AttachmentKind

NAME_LENGTH = 80
PHOTO_ERRORS = {
    "broken": (422, "photo-broken"),
    "too_large": (413, "file-too-large"),
    "too_many_pixels": (422, "photo-too-many-pixels"),
    "heic": (415, "photo-heic"),
}
# What a browser may show by itself. Everything else leaves as a download.
SHOWN = {
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "audio/ogg",
    "audio/mpeg",
    "audio/mp4",
    "audio/wav",
    "audio/webm",
    "audio/amr",
    "audio/3gpp",
    "audio/aac",
    "video/mp4",
    "video/webm",  # moving stickers
}
VIDEO_BRANDS = {b"isom", b"iso2", b"mp41", b"mp42", b"avc1", b"qt  ", b"MSNV", b"dash"}
RANGE = re.compile(r"bytes=(\d{1,12})-(\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Clean:
    """A file that may be kept."""

    kind: AttachmentKind
    mime: str
    name: str
    data: bytes


def clean_upload(upload: Upload, wanted: str) -> Clean:
    """What a person sent, by its content and not by its name. `wanted` is the button that was used: photo, voice, file.

    It may take a second, so run it in a thread. Raises Turned (413, 415, 422).
    """
    if not upload.data:
        raise Turned(422, "file-empty")
    name = clean_name(upload.name)
    if wanted == "photo" or looks_like_picture(upload.data):
        return _photo(upload.data)
    sound = _sound_of(upload)
    if sound is not None:
        return Clean("voice", sound, name, upload.data)
    if wanted == "voice":
        raise Turned(415, "voice-kind")
    if upload.mime.startswith("video/") or _is_video(upload.data):
        raise Turned(415, "video")
    return Clean("file", "application/octet-stream", name or "file", upload.data)


def clean_name(name: str) -> str:
    """A file's name without folders, control and direction characters, and not longer than people read."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if len(kept) <= NAME_LENGTH or not dot or len(ending) > 8:
        return kept[:NAME_LENGTH]
    return f"{stem[: NAME_LENGTH - len(ending) - 1]}.{ending}"


def file_answer(data: bytes, mime: str, asked_range: str) -> Response:
    """A file as an answer; one range of it where the browser asks for one (players do)."""
    shown = mime in SHOWN
    headers = {
        "Content-Disposition": "inline" if shown else "attachment",
        "Cache-Control": "private, max-age=86400, immutable",  # a digest never changes what it names
        "Accept-Ranges": "bytes",
    }
    kind = mime if shown else "application/octet-stream"
    match = RANGE.fullmatch(asked_range)
    if match is None:
        return Response(data, headers=headers, media_type=kind)
    first, last = int(match[1]), min(int(match[2] or len(data)), len(data) - 1)
    if first > last:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], 206, headers, kind)


def _photo(data: bytes) -> Clean:
    try:
        cleaned, mime = clean_photo(data)
    except NotAPicture as error:
        raise Turned(*PHOTO_ERRORS[error.reason]) from error
    return Clean("photo", mime, "", cleaned)


def _sound_of(upload: Upload) -> str | None:
    """The MIME type of a sound by its first bytes, or None where it is none."""
    head = upload.data[:16]
    if head[4:8] == b"ftyp":
        if head[8:11] == b"M4A":
            return "audio/mp4"
        declared = upload.mime.partition(";")[0]
        return "audio/3gpp" if head[8:11] == b"3gp" else "audio/mp4" if declared.startswith("audio/") else None
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "audio/webm" if upload.mime.startswith("audio/") else None
    if head[:4] == b"RIFF":
        return "audio/wav" if head[8:12] == b"WAVE" else None
    starts = {b"OggS": "audio/ogg", b"ID3": "audio/mpeg", b"#!AMR": "audio/amr"}
    found = next((mime for start, mime in starts.items() if head.startswith(start)), None)
    return found or _framed_sound(head)


def _framed_sound(head: bytes) -> str | None:
    """MPEG audio and AAC begin with eleven or twelve set bits."""
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    return "audio/aac" if head[1] & 0xF6 == 0xF0 else "audio/mpeg"


def _is_video(data: bytes) -> bool:
    return (data[4:8] == b"ftyp" and data[8:12] in VIDEO_BRANDS) or data.startswith(b"\x1aE\xdf\xa3")
