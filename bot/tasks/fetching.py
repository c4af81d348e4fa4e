"""Fetching: the bytes of a photo, voice or file that a channel still holds; photos lose EXIF and position."""

import asyncio
import json

from bot.photos import NotAPicture, clean_photo
from bot.tasks import GiveUp, Tools
from handlers import attachments
from handlers.broadcasts import content
from handlers.desk import talking
from handlers.rosters import rosters
from handlers.talking import relaying
from handlers.turn import Speaker
from storage import media, tasks
from storage.media import Medium
from storage.tasks import Task
from storage.transaction import Transaction


async def fetch(tools: Tools, task: Task) -> None:
    """Fetches a medium and keeps it; its payload is {"media": id, "address": who sent it}.

    Raises SendError where the channel cannot give it, GiveUp where that channel is open no more.
    """
    media_id = int(json.loads(task.payload)["media"])
    medium = await tools.database.read(lambda tx: media.read(tx, media_id))
    channel = tools.channels.get(medium.account or "")
    if channel is None or medium.file is None:
        raise GiveUp("no channel")
    try:
        data, mime = await _cleaned(medium, await channel.fetch(medium.file))
    except NotAPicture:
        await _refuse(tools, task)
        return
    digest = await asyncio.to_thread(tools.folder.put, data)

    def arrived(tx: Transaction) -> None:
        media.fetched(tx, media_id, digest, mime, len(data))
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        attachments.arrived(speaker, media_id)
        content.arrived(speaker, media_id)
        relaying.arrived(speaker, media_id)
        talking.arrived(speaker, media_id)
        rosters.arrived(speaker, media_id)

    await tools.database.turn(arrived)


def lost(speaker: Speaker, task: Task) -> None:
    """A medium that cannot be fetched: its sender hears so, and what it belongs to goes on without it."""
    payload = json.loads(task.payload)
    attachments.lost(speaker, int(payload["address"]))
    relaying.lost(speaker, int(payload["media"]))
    talking.lost(speaker, int(payload["media"]))
    rosters.lost(speaker, int(payload["media"]))


async def _cleaned(medium: Medium, data: bytes) -> tuple[bytes, str]:
    # A sticker is Telegram's own picture, and must stay one that can be seen through.
    if medium.kind == "sticker" or (medium.kind != "photo" and not medium.mime.startswith("image/")):
        return data, medium.mime
    return await asyncio.to_thread(clean_photo, data)


async def _refuse(tools: Tools, task: Task) -> None:
    """A picture whose hidden words (where it was taken) cannot be taken out is not kept, and its sender hears so."""
    payload = json.loads(task.payload)

    def refuse(tx: Transaction) -> None:
        tasks.give_up(tx, task.id, NotAPicture.__name__)
        speaker = tools.speaker(tx)
        attachments.refused(speaker, int(payload["address"]))
        relaying.lost(speaker, int(payload["media"]))
        talking.lost(speaker, int(payload["media"]))
        rosters.lost(speaker, int(payload["media"]))

    await tools.database.turn(refuse)
