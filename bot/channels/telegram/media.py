"""What came along with, or instead of, words: photos, voices, files, places, contacts."""

import math

from telegram import Animation, Audio, Contact, Document, Message, PhotoSize, Video, VideoNote, Voice

from bot.channels.telegram.words import blank, size_of, text_of
from handlers.incoming import Attachment, AttachmentKind, Position
from handlers.incoming import Contact as SharedContact

_File = Animation | Audio | Document | Video | VideoNote | Voice


def attachments(message: Message) -> tuple[Attachment, ...]:
    """The files of a message (Telegram puts at most one in each). Raises TypeError where a field has a wrong type."""
    photos = message.photo or (message.live_photo.photo if message.live_photo else ())
    if photos:
        return (_photo(max(photos, key=_area)),)
    if message.sticker:
        sticker = message.sticker
        name = blank(sticker.emoji)
        mime = "application/x-tgsticker" if sticker.is_animated else "video/webm" if sticker.is_video else "image/webp"
        file, size = text_of(sticker.file_id), size_of(sticker.file_size)
        return (Attachment("sticker", file, name=name, mime=mime, size=size),)
    kinds: tuple[tuple[AttachmentKind, _File | None], ...] = (
        ("voice", message.voice),
        ("voice", message.audio),
        ("video", message.animation),  # before the document: Telegram repeats an animation there
        ("video", message.video),
        ("video", message.video_note),
        ("file", message.document),
    )
    return tuple(_file(kind, file) for kind, file in kinds if file is not None)[:1]


def position(message: Message) -> Position | None:
    """The place in a message, also of a venue. Raises ValueError for a point that is not on the Earth."""
    location = message.location or (message.venue.location if message.venue else None)
    if location is None:
        return None
    latitude, longitude = float(location.latitude), float(location.longitude)
    if not (math.isfinite(latitude) and abs(latitude) <= 90 and math.isfinite(longitude) and abs(longitude) <= 180):
        raise ValueError("not a place")
    return Position(latitude, longitude)


def contact(shared: Contact | None, sender: str) -> SharedContact | None:
    """A shared phone number. It is the sender's own only if Telegram says it belongs to the account that sent it."""
    if shared is None:
        return None
    return SharedContact(text_of(shared.phone_number), own=str(shared.user_id) == sender)


def _area(photo: PhotoSize) -> int:
    return size_of(photo.width) * size_of(photo.height)


def _photo(photo: PhotoSize) -> Attachment:
    return Attachment("photo", text_of(photo.file_id), mime="image/jpeg", size=size_of(photo.file_size))


def _file(kind: AttachmentKind, file: _File) -> Attachment:
    return Attachment(
        kind,
        text_of(file.file_id),
        name=blank(getattr(file, "file_name", None)),
        mime=blank(getattr(file, "mime_type", None)) or ("video/mp4" if isinstance(file, VideoNote) else ""),
        size=size_of(file.file_size),
    )
