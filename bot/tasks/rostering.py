"""Rostering: a list of a station's people is read and compared, taken over, or written; the news is one turn each."""

import asyncio
import csv
import io
import json
from collections.abc import Sequence
from functools import partial

from bot import spreadsheets
from bot.spreadsheets import NoSheet
from bot.tasks import Tools
from bot.workbooks import workbook_bytes
from handlers import texts
from handlers.message import Message, Named, Text
from handlers.packs.tables import Table, Value
from handlers.rosters import roster_known, roster_lists, roster_news, roster_plan, roster_rows, roster_taking, rosters
from handlers.rosters.roster_plan import CHANGED, CLAIM, NEW, Plan
from handlers.rosters.roster_rows import Fault, Reading
from handlers.turn import Speaker
from storage import addresses, media, people, places, reveals, tasks
from storage import rosters as stored
from storage.cards import Card
from storage.errors import NotFound
from storage.rosters import Roster
from storage.tasks import Task
from storage.transaction import Transaction

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


async def read(tools: Tools, task: Task) -> None:
    """Compares a list with what is known, and says what it would do; its payload is {"roster": id}."""
    roster = await _roster(tools, task)
    reading = await _reading(tools, roster)
    plan = await tools.database.read(lambda tx: _plan(tools.speaker(tx), roster, reading))
    whole = [*reading.faults, *plan.faults]
    table = await _fault_file(tools, roster, whole)

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if whole:
            _say_faults(speaker, roster, stored.READ_IN, whole, table)
        elif rosters.still_allowed(speaker, roster.person_id, places.read(tx, roster.place_id)):
            _say_plan(speaker, roster, stored.READ_IN, plan, reading.left)

    await tools.database.turn(tell)


async def take(tools: Tools, task: Task) -> None:
    """Takes a list over as it was shown, all of it in one turn, or nothing.

    Its payload is {"roster": id, "person": who said yes, "mark": of the plan they saw}.
    """
    payload = json.loads(task.payload)
    roster = await _roster(tools, task)
    reading = await _reading(tools, roster)
    actor_id, mark = int(payload["person"]), str(payload["mark"])

    def write(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        place = places.read(tx, roster.place_id)
        plan = _plan(speaker, roster, reading)
        if not rosters.still_allowed(speaker, actor_id, place):
            rosters.failed(speaker, roster.id)
        elif plan.faults or reading.faults:
            _say_faults(speaker, roster, stored.TAKING, [*reading.faults, *plan.faults], None)
        elif plan.mark != mark:
            rosters.say(speaker, roster, Message(text=Text("roster-changed-meanwhile")))
            _say_plan(speaker, roster, stored.TAKING, plan, reading.left)
        else:
            done = roster_taking.take(speaker, place, plan, actor_id)
            stored.taken(tx, roster.id, done.added, done.changed)
            rosters.let_go(speaker, roster)
            rosters.say(speaker, roster, roster_news.taken(done))

    await tools.database.turn(write)


async def write(tools: Tools, task: Task) -> None:
    """Writes a station's list as a file, or an empty one; the payload names place, person, address and the form.

    Everybody in it is noted as shown to whoever asked.
    """
    payload = json.loads(task.payload)
    place_id, person_id, wanted = int(payload["place"]), int(payload["person"]), str(payload["as"])
    language = (await tools.database.read(lambda tx: people.read(tx, person_id))).language
    subjects: list[int] = []
    table: Table = [roster_lists.titles(language)]
    if wanted != rosters.BLANK:
        await _gather(tools, place_id, language, table, subjects)
    ending = "csv" if wanted == rosters.CSV else "xlsx"
    data = await asyncio.to_thread(_file, table, ending, language, wanted == rosters.BLANK)
    digest = await asyncio.to_thread(tools.folder.put, data)

    def hand_over(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        place, address = places.read(tx, place_id), addresses.read(tx, int(payload["address"]))
        if not rosters.still_allowed(speaker, person_id, place) or address.person_id != person_id:
            return
        name = f"{texts.word('roster-name', language)}.{ending}"
        number = media.create(
            tx, kind="file", mime=MIME[ending], size=len(data), digest=digest, name=name, now=speaker.now
        )
        stored.create(tx, place_id, person_id, address.id, number, stored.OUT, stored.SENT, speaker.now)
        for subject in subjects:
            reveals.add(tx, subject, person_id, None, "roster", speaker.now)
        values = {"place": Named(place.name, place.name_en), "n": len(subjects)}
        key = "roster-out" if subjects else "roster-blank" if wanted == rosters.BLANK else "roster-nobody"
        sensitive = bool(subjects)
        speaker.put(address, Message(text=Text(key, values), media=(digest,), sensitive=sensitive))

    await tools.database.turn(hand_over)


def failed(speaker: Speaker, task: Task) -> None:
    """Reading or taking was given up: nothing has changed, and it is said."""
    rosters.failed(speaker, int(json.loads(task.payload)["roster"]))


def not_written(speaker: Speaker, task: Task) -> None:
    """Writing a list was given up: whoever waits for it hears so."""
    speaker.put(
        addresses.read(speaker.tx, int(json.loads(task.payload)["address"])), Message(text=Text("roster-not-written"))
    )


async def _roster(tools: Tools, task: Task) -> Roster:
    number = int(json.loads(task.payload)["roster"])
    roster = await tools.database.read(lambda tx: stored.read(tx, number))
    if roster is None:
        raise NotFound("the list is no longer there")
    return roster


async def _reading(tools: Tools, roster: Roster) -> Reading:
    """The list as it was sent. What cannot be read is one fault."""
    number = roster.media_id
    if number is None:
        raise NotFound("the file is no longer there")
    digest = (await tools.database.read(lambda tx: media.read(tx, number))).digest
    try:
        return await asyncio.to_thread(_read, tools, digest or "")
    except NoSheet as error:
        most = spreadsheets.MAX_BYTES // 1_000_000
        return Reading((), (Fault(0, "", error.key, {"most": most} if error.key == "large" else {}),))


def _read(tools: Tools, digest: str) -> Reading:
    return roster_rows.read(spreadsheets.read(tools.folder.get(digest)))


def _plan(speaker: Speaker, roster: Roster, reading: Reading) -> Plan:
    place = places.read(speaker.tx, roster.place_id)
    return roster_plan.plan(reading.rows, roster_known.gather(speaker, place, reading.rows))


def _say_plan(speaker: Speaker, roster: Roster, before: str, plan: Plan, left: Sequence[str]) -> None:
    """The preview with its question; where the list would change nothing, just that."""
    if any(plan.of(kind) for kind in (NEW, CHANGED, CLAIM)):
        if stored.step(speaker.tx, roster.id, before, stored.READY):
            for person_id in filter(None, (step.person_id for step in roster_news.met(plan))):
                reveals.add(speaker.tx, person_id, roster.person_id, None, "name by phone", speaker.now)
            rosters.say(speaker, roster, roster_news.preview(roster.id, plan, left))
    elif stored.step(speaker.tx, roster.id, before, stored.TAKEN):
        rosters.let_go(speaker, roster)
        rosters.say(speaker, roster, roster_news.nothing(plan))


def _say_faults(
    speaker: Speaker, roster: Roster, before: str, faults: Sequence[Fault], file: tuple[str, int] | None
) -> None:
    if not stored.step(speaker.tx, roster.id, before, stored.FAULTY):
        return
    rosters.let_go(speaker, roster)
    if file is not None:
        digest, size = file
        language = people.read(speaker.tx, roster.person_id).language
        name = f"{texts.word('roster-faults-name', language)}.xlsx"
        mime = MIME["xlsx"]
        media.create(speaker.tx, kind="file", mime=mime, size=size, digest=digest, name=name, now=speaker.now)
    rosters.say(speaker, roster, roster_news.faulty(faults, (file[0],) if file else ()))


async def _fault_file(tools: Tools, roster: Roster, faults: Sequence[Fault]) -> tuple[str, int] | None:
    """All faults as a spreadsheet (its digest and size), where they are more than a message holds."""
    if len(faults) <= roster_news.MOST_FAULTS:
        return None
    language = (await tools.database.read(lambda tx: people.read(tx, roster.person_id))).language
    table = roster_news.fault_table(faults, language, tools.community().zone)
    name = texts.word("roster-faults-name", language)
    data = await asyncio.to_thread(workbook_bytes, {name: table})
    return await asyncio.to_thread(tools.folder.put, data), len(data)


async def _gather(tools: Tools, place_id: int, language: str, table: Table, subjects: list[int]) -> None:
    """All people of the station, read slice by slice."""
    after = 0
    while True:
        found = await tools.database.read(
            partial(_slice, tools=tools, place_id=place_id, after=after, language=language)
        )
        for card, line in found:
            table.append(line)
            subjects.append(card.person_id)
        if not found:
            return
        after = found[-1][0].id


def _slice(tx: Transaction, tools: Tools, place_id: int, after: int, language: str) -> list[tuple[Card, list[Value]]]:
    return roster_lists.slice_of(tools.speaker(tx), places.read(tx, place_id), after, language)


def _file(table: Table, ending: str, language: str, blank: bool) -> bytes:
    if ending == "csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows(roster_lists.for_csv(table))
        return out.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet program that it is UTF-8
    sheets = {texts.word("roster-sheet", language): table}
    if blank:
        sheets[texts.word("roster-sheet-explained", language)] = roster_lists.explained(language)
    return workbook_bytes(sheets)
