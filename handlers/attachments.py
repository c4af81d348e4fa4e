"""Attachments: photos, voices and files are kept; what a channel still holds is fetched by a worker."""

import json

from handlers.helping import holding, proofs
from handlers.message import Message, Text
from handlers.turn import Speaker, Turn
from storage import addresses, media, service_requests, tasks

MOST_BYTES = 20_000_000  # what a Telegram bot may download (channels.md)
FETCH = "fetch medium"


def keep(turn: Turn) -> list[int]:
    """Notes what came along with this event; returns the ids of the media. Too large files are named to the sender.

    Asked again in the same turn, it tells the same ids.
    """
    if turn.kept is None:
        turn.kept = _noted(turn)
    return turn.kept


def _noted(turn: Turn) -> list[int]:
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
        if request.closed_at is not None or medium.digest is None:
            continue
        item = speaker.item(request.item)
        if proofs.is_proof(speaker, request, media_id):
            proofs.show(speaker, request, item, [media_id])
            continue
        message = Message(
            text=Text("help-attachment", {"number": request.number}),
            media=(medium.digest,),
            key=f"media:{request.id}",
            sensitive=item is not None and item.sensitive,
        )
        for helper in holding.helpers(speaker, request):
            speaker.tell(helper, message)


def refused(speaker: Speaker, address_id: int) -> None:
    """A picture could not be freed of what it tells about its place: it is not passed on, and its sender hears so."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("attachment-unreadable")))


def lost(speaker: Speaker, address_id: int) -> None:
    """A file could not be fetched from its channel, and is not tried again: its sender hears so."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("attachment-lost")))
