"""Exporting: somebody's own data as two files, one for programs (JSON) and one to read (a page of its own)."""

import asyncio
import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.tasks import Tools
from bot.web.pages import FOLDER
from handlers import texts
from handlers.message import Message, Text
from handlers.privacy import forgetting, own_data, own_export
from handlers.privacy.own_export import Data
from storage import addresses, media, people, tasks
from storage import own_data as stored
from storage.errors import NotFound
from storage.media import MediaFolder
from storage.tasks import Task
from storage.transaction import Transaction

MOST_EMBEDDED = 20_000_000  # bytes of photos and voices in the page: what a channel still takes as one file
# Where a value is a code of ours: the texts that say it in words, by their beginning.
IN_WORDS = {
    "state": "state",
    "role": "role",
    "purpose": "consent-short",
    "move": "move",
    "channel": "channel",
    "topic": "known-topic",
    "learned_from": "known-origin",
}
TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file inside the page, in base64."""

    mime: str
    name: str
    data: str


async def export(tools: Tools, task: Task) -> None:
    """Makes the files and says where they are, to the person alone; the payload is {"person": id, "address": id}.

    Nothing is made for somebody who has left meanwhile.
    """
    payload = json.loads(task.payload)
    person_id, address_id = int(payload["person"]), int(payload["address"])

    def gather(tx: Transaction) -> tuple[Data, dict[int, str]] | None:
        joined = people.read(tx, person_id).state == "joined"
        return own_export.collect(tools.speaker(tx), person_id) if joined else None

    found = await tools.database.read(gather)
    made = [] if found is None else await asyncio.to_thread(_make, tools, *found)

    def done(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        _hand_over(tools, tx, person_id, address_id, made)

    await tools.database.turn(done)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that lies in the folder."""

    digest: str
    mime: str
    name: str
    size: int


def _make(tools: Tools, data: Data, digests: dict[int, str]) -> list[Made]:
    zone = tools.community().zone
    files = _embedded(tools.folder, data, digests)
    for each in own_export.files_of(data):
        each["included"] = each["number"] in files
    day = data["about"]["made_at"].astimezone(zone).strftime("%Y%m%d")
    pages = (
        ("html", "text/html", page(data, files, zone)),
        ("json", "application/json", own_export.as_json(data)),
    )
    return [_put(tools.folder, f"linli-{day}.{ending}", mime, text.encode()) for ending, mime, text in pages]


def _put(folder: MediaFolder, name: str, mime: str, content: bytes) -> Made:
    return Made(folder.put(content), mime, name, len(content))


def page(data: Data, files: Mapping[str, Embedded], zone: ZoneInfo) -> str:
    """The page: all of it in one file, in the person's language, with times as they are in `zone`."""
    language = data["about"]["language"]

    def spoken(value: Any, key: str) -> str:
        """A time as people write it here, year and all; a code in words; anything else as it is."""
        if isinstance(value, datetime):
            return value.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        text = own_data.READ.get(value) if key == "what" else f"{IN_WORDS.get(key)}-{value}".replace(" ", "-")
        return texts.word(text, language) if text in texts.keys(language) else str(value)

    intro = texts.render(Text("export-intro", {"at": data["about"]["made_at"]}), language, zone)
    return TEMPLATES.get_template("own_data.html").render(
        data=data,
        files=files,
        language=language,
        intro=intro,
        spoken=spoken,
        label=data["about"]["keys"].__getitem__,
        say=lambda key: texts.word(f"export-{key}", language),
    )


def _embedded(folder: MediaFolder, data: Data, digests: dict[int, str]) -> dict[str, Embedded]:
    """Photos and voices, the newest first, as many as a file of sensible size holds."""
    found: dict[str, Embedded] = {}
    left = MOST_EMBEDDED
    for each in own_export.files_of(data):
        digest = digests.get(int(each["number"]))
        if digest is None or each["size"] > left or each["number"] in found:
            continue
        try:
            content = folder.get(digest)
        except NotFound:
            continue
        left -= len(content)
        found[each["number"]] = Embedded(each["mime"], each["name"] or "file", base64.b64encode(content).decode())
    return found


def _hand_over(tools: Tools, tx: Transaction, person_id: int, address_id: int, made: list[Made]) -> None:
    speaker = tools.speaker(tx)
    address = addresses.read(tx, address_id)
    if not made or people.read(tx, person_id).state != "joined" or address.person_id != person_id:
        forgetting.files(speaker, [each.digest for each in made])
        return
    for each in made:
        number = media.create(
            tx, kind="file", mime=each.mime, size=each.size, digest=each.digest, name=each.name, now=speaker.now
        )
        stored.keep_export(tx, person_id, number, speaker.now)
    speaker.put(
        address,
        Message(
            text=Text("own-take-ready", {"days": own_data.KEPT_DAYS}),
            media=tuple(each.digest for each in made),
            sensitive=True,
        ),
    )
