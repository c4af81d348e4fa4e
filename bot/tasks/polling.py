"""Polling: the result of a vote is drawn once it is over, and told to whoever sent it."""

import asyncio
import json
from zoneinfo import ZoneInfo

from bot import poll_pictures
from bot.fonts import has_chinese
from bot.poll_pictures import PollBar, PollWords
from bot.tasks import GiveUp, Tools
from handlers import texts
from handlers.broadcasts import says
from handlers.message import Text
from handlers.papers import choices, poll_results
from handlers.turn import Speaker
from storage import broadcasts, media, people, polls, tasks
from storage.polls import Poll
from storage.tasks import Task
from storage.transaction import Transaction

NO_FONT = "no font holds Chinese"


async def draw(tools: Tools, task: Task) -> None:
    """Draws the result of a poll; the payload is {"broadcast": id}."""
    number = int(json.loads(task.payload)["broadcast"])
    if not has_chinese():
        raise GiveUp(NO_FONT)
    zone = tools.community().zone
    found = await tools.database.read(lambda tx: collect(tx, number, zone))
    picture = await asyncio.to_thread(poll_pictures.draw, found) if found is not None else None
    digest = await asyncio.to_thread(tools.folder.put, picture) if picture else None

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if digest and picture:
            media.create(tx, kind="photo", mime="image/png", size=len(picture), now=speaker.now, digest=digest)
            poll_results.drawn(speaker, number, digest)

    await tools.database.turn(tell)


def failed(speaker: Speaker, task: Task) -> None:
    """It could not be drawn, however often it was tried: the result is told in words."""
    poll_results.tell(speaker, int(json.loads(task.payload)["broadcast"]))


def collect(tx: Transaction, broadcast_id: int, zone: ZoneInfo) -> PollWords | None:
    """What stands on the picture, in the language of whoever sent the poll; None where there is nothing to draw."""
    broadcast, poll = broadcasts.read(tx, broadcast_id), polls.of_broadcast(tx, broadcast_id)
    if broadcast is None or poll is None or not poll_results.ways(poll):
        return None
    language = people.read(tx, broadcast.drafter_id).language
    return words(says.title(broadcast), poll, language, zone)


def words(title: str, poll: Poll, language: str, zone: ZoneInfo) -> PollWords:
    """The result of a poll as its picture says it."""

    def said(text: Text) -> str:
        return texts.render(text, language, zone)

    bars = tuple(
        PollBar(name, said(Text("poll-picture-votes", {"n": n, "share": share})), share)
        for name, n, share in poll_results.shares(poll)
    )
    notes = (said(poll_results.ballots(poll)), said(choices.poll_foot(poll)))
    return PollWords(title, bars, notes)
