"""Drawing: the picture of a service card, or the page to print it from; and a visitor's month on paper."""

import asyncio
import json
from collections.abc import Callable
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot import month_sheets, service_cards
from bot.fonts import has_chinese
from bot.month_sheets import SheetRow, SheetWords
from bot.service_cards import CardWords
from bot.tasks import GiveUp, Tools
from handlers import texts
from handlers.liaison import card_pictures, station_facts
from handlers.liaison.card_pictures import Face
from handlers.message import Text
from handlers.turn import Speaker
from handlers.visits import sheets
from handlers.visits.sheets import Row, Sheet
from storage import media, people, tasks
from storage.tasks import Task
from storage.transaction import Transaction

W = TypeVar("W", CardWords, SheetWords)
NO_FONT = "no font holds Chinese"
PNG, PDF = "image/png", "application/pdf"


async def card(tools: Tools, task: Task) -> None:
    """Draws a card; the payload is {"card": id, "person": who asked, "address": id, "form": picture or print}."""
    payload = json.loads(task.payload)
    card_id, reader, form = int(payload["card"]), int(payload["person"]), str(payload["form"])
    face, language = await tools.database.read(
        lambda tx: (card_pictures.collect(tools.speaker(tx), card_id, reader), people.read(tx, reader).language)
    )
    drawn = None
    if face is not None:
        draw = service_cards.picture if form == card_pictures.PICTURE else service_cards.page
        drawn = await _drawn(draw, card_words(face, language, tools.community().zone))
    digest = await asyncio.to_thread(tools.folder.put, drawn) if drawn else None

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        # Who may see it, and what stands on it, may have changed meanwhile.
        if drawn and digest and face == card_pictures.collect(speaker, card_id, reader) and face is not None:
            as_photo = form == card_pictures.PICTURE
            kind, mime, name = ("photo", PNG, "") if as_photo else ("file", PDF, f"{face.number}.pdf")
            media.create(tx, kind=kind, mime=mime, size=len(drawn), name=name, now=speaker.now, digest=digest)
            card_pictures.hand_over(speaker, reader, int(payload["address"]), card_id, face, form, digest)

    await tools.database.turn(tell)


async def sheet(tools: Tools, task: Task) -> None:
    """Draws a month; the payload is {"person": whose, "address": id, "month": 202612}."""
    payload = json.loads(task.payload)
    person_id, address_id, month = int(payload["person"]), int(payload["address"]), str(payload["month"])

    def collect(tx: Transaction) -> tuple[Sheet | None, str]:
        return sheets.collect(tools.speaker(tx), person_id, month), people.read(tx, person_id).language

    found, language = await tools.database.read(collect)
    drawn = None
    if found is not None and found.rows:
        words = sheet_words(found, language, tools.community().zone)
        pages = _pages(len(month_sheets.parts_of(words.rows)), language)
        drawn = await _drawn(lambda each: month_sheets.draw(each, pages), words)
    digest = await asyncio.to_thread(tools.folder.put, drawn) if drawn else None

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if found is None:
            return
        if drawn and digest:
            name = f"{month}.pdf"
            media.create(tx, kind="file", mime=PDF, size=len(drawn), name=name, now=speaker.now, digest=digest)
            sheets.hand_over(speaker, person_id, address_id, found, digest)
        else:
            sheets.tell_empty(speaker, address_id, found)

    await tools.database.turn(tell)


def failed(speaker: Speaker, task: Task) -> None:
    """It could not be drawn, however often it was tried: who asked hears so."""
    sheets.tell_failure(speaker, int(json.loads(task.payload)["address"]))


def card_words(face: Face, language: str, zone: ZoneInfo) -> CardWords:
    """What stands on a card, in a language."""

    def said(key: str, **values: object) -> str:
        return texts.render(Text(key, values), language, zone)

    station = face.station
    return CardWords(
        title=said("picture-title"),
        number=said("picture-number", number=face.number),
        liaison=said("picture-liaison", who=face.liaison or Text("service-card-no-liaison")),
        station=said("plain", text=station.name),
        phone=said("picture-phone", phone=station.phone),
        hours=said("plain", text=station.hours),
        services=said("picture-services", services=list(station.services[: station_facts.NAMED])),
        scan=said("picture-scan"),
        foot=said("picture-foot"),
        cut=said("picture-cut"),
        link=face.link,
    )


def sheet_words(found: Sheet, language: str, zone: ZoneInfo) -> SheetWords:
    """What stands on a month's sheet, in a language."""

    def said(key: str, **values: object) -> str:
        return texts.render(Text(key, values), language, zone)

    def row(each: Row) -> SheetRow:
        late = said("sheet-late") if each.late else ""
        how = said("visits-by-call" if each.as_call else "visits-in-person")
        return SheetRow(said("plain", text=each.day) + late, each.name, each.where, how)

    return SheetWords(
        title=said("sheet-title", year=str(found.month.year), month=str(found.month.month)),
        head=said("sheet-head", visitor=found.visitor, n=len(found.rows)),
        labels=(said("sheet-day"), said("sheet-name"), said("sheet-where"), said("sheet-how"), said("sheet-done")),
        foot=said("sheet-foot"),
        rows=tuple(row(each) for each in found.rows),
    )


def _pages(count: int, language: str) -> list[str]:
    values = ({"page": str(number), "pages": str(count)} for number in range(1, count + 1))
    return [texts.render(Text("sheet-page", each), language, ZoneInfo("UTC")) for each in values]


async def _drawn(draw: Callable[[W], bytes], words: W) -> bytes:
    """Raises GiveUp where no font is installed that the words could be written with."""
    if not has_chinese():
        raise GiveUp(NO_FONT)
    return await asyncio.to_thread(draw, words)
