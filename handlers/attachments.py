"""Attachments: photos, voices and files are kept; what a channel still holds is fetched by a worker."""

import json

from handlers.message import Message, Text
from handlers.turn import Speaker, Turn
from storage import addresses, media, service_requests, tasks

MOST_BYTES = 20_000_000  # what a Telegram bot may download (channels.md)
FETCH = "fetch medium"


def keep(turn: Turn) -> list[int]:
    """Notes what came along with this event; returns the ids of the media. Too large files are named to the sender."""
    kept = []
    for each in turn.incoming.media:
        if each.size > MOST_BYTES:
            turn.say("attachment-too-large", size=MOST_BYTES // 1_000_000)
            continue
        media_id = media.create(
            turn.tx,
            kind=each.kind,
            mime=each.mime,
            size=each.size,
            now=turn.now,
            digest=each.digest,
            account=turn.incoming.account,
            file=each.file,
            name=each.name,
        )
        if each.digest is None:
            tasks.add(turn.tx, FETCH, json.dumps({"media": media_id, "address": turn.address.id}), turn.now)
        kept.append(media_id)
    return kept


def arrived(speaker: Speaker, media_id: int) -> None:
    """A file's bytes have come: those who hold its requests by now are shown it."""
    medium = media.read(speaker.tx, media_id)
    for request in service_requests.with_medium(speaker.tx, media_id):
        if request.helper_id is not None and request.closed_at is None and medium.digest is not None:
            text, item = Text("help-attachment", {"number": request.number}), speaker.item(request.item)
            message = Message(
                text=text,
                media=(medium.digest,),
                key=f"media:{request.id}",
                sensitive=item is not None and item.sensitive,
            )
            speaker.tell(request.helper_id, message)


def refused(speaker: Speaker, address_id: int) -> None:
    """A picture could not be freed of what it tells about its place: it is not passed on, and its sender hears so."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("attachment-unreadable")))
