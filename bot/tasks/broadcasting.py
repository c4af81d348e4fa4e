"""Broadcasting: how far one is, and its report as a picture and a spreadsheet; counted outside of turns."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot import broadcast_charts
from bot.broadcast_charts import ReportChart, UnitBar
from bot.tasks import Tools
from bot.workbooks import workbook_bytes
from handlers import cards, texts
from handlers.broadcasts import says
from handlers.broadcasts.reaching import progress, report_tables, reporting, totals
from handlers.broadcasts.reaching.totals import Totals
from handlers.message import Named, Text
from handlers.packs.tables import Table
from handlers.turn import Speaker
from storage import broadcast_progress, broadcasts, calls, media, people, recipients, tasks
from storage.broadcasts import Broadcast
from storage.errors import NotFound
from storage.tasks import Task
from storage.transaction import Transaction

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class _Found:
    """What a report is made of."""

    broadcast: Broadcast
    total: Totals
    units: list[tuple[Named, Totals]]
    language: str


async def count(tools: Tools, task: Task) -> None:
    """Counts how far a broadcast is; its payload is {"broadcast": id}."""
    number = int(json.loads(task.payload)["broadcast"])
    total = await tools.database.read(lambda tx: _total(tx, number))

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        progress.counted(tools.speaker(tx), number, total)

    await tools.database.turn(tell)


async def report(tools: Tools, task: Task) -> None:
    """Makes a report; its payload is {"broadcast": id, "person": who reads it, "final": whether it is the last one}."""
    payload = json.loads(task.payload)
    number, person_id, final = int(payload["broadcast"]), int(payload["person"]), bool(payload["final"])
    found = await tools.database.read(lambda tx: _found(tools.speaker(tx), number, person_id))
    drawn = await asyncio.to_thread(broadcast_charts.draw, _chart(tools, found))
    sheets = await asyncio.to_thread(workbook_bytes, _tables(tools, found))
    picture = await asyncio.to_thread(tools.folder.put, drawn)
    workbook = await asyncio.to_thread(tools.folder.put, sheets)

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        name = f"{texts.word('bc-report-name', found.language)}.xlsx"
        media.create(tx, kind="photo", mime="image/png", size=len(drawn), now=speaker.now, digest=picture)
        media.create(tx, kind="file", mime=XLSX, size=len(sheets), name=name, now=speaker.now, digest=workbook)
        head = Text("bc-report-head", {"n": found.total.people, "sent": found.total.states[recipients.SENT]})
        lines = cards.joined([head, *progress.numbers(found.total)])
        reporting.hand_over(speaker, found.broadcast, person_id, lines, (picture, workbook), final=final)

    await tools.database.turn(tell)


def failed(speaker: Speaker, task: Task) -> None:
    """A report could not be made, however often it was tried: whoever waits for it hears so."""
    reporting.failed(speaker, int(json.loads(task.payload)["person"]))


def _total(tx: Transaction, number: int) -> Totals:
    shown = broadcast_progress.count_shown(tx, number)
    return totals.whole(recipients.counts(tx, number), calls.counts(tx, number), shown)


def _found(speaker: Speaker, number: int, person_id: int) -> _Found:
    tx = speaker.tx
    broadcast = broadcasts.read(tx, number)
    if broadcast is None:
        raise NotFound("the broadcast is no longer there")
    counts, made = recipients.counts(tx, number), calls.counts(tx, number)
    units = totals.by_unit(counts, made)
    named = report_tables.in_order(units, reporting.unit_names(speaker, units))
    total = totals.whole(counts, made, broadcast_progress.count_shown(tx, number))
    return _Found(broadcast, total, named, people.read(tx, person_id).language)


def _tables(tools: Tools, found: _Found) -> dict[str, Table]:
    broadcast = found.broadcast
    times = (broadcast.began_at, broadcast.ended_at, tools.clock.now())
    zone = tools.community().zone
    return report_tables.tables(says.title(broadcast), times, found.total, found.units, found.language, zone)


def _chart(tools: Tools, found: _Found) -> ReportChart:
    zone = tools.community().zone

    def both(key: str, **values: object) -> Named:
        return Named(*(texts.render(Text(key, values), language, zone) for language in texts.LANGUAGES))

    title = says.title(found.broadcast)
    bars = [_bar(name, total) for name, total in found.units[:MOST_BARS]]
    rest = [total for _, total in found.units[MOST_BARS:]]
    if rest:
        bars.append(_together(both("bc-report-others", n=len(rest)), rest))
    return ReportChart(
        title=Named(title, title),
        standing=both("bc-report-standing", at=tools.clock.now(), n=found.total.people),
        labels=tuple(both(f"bc-part-{name}") for name in report_tables.PARTS),
        units=tuple(bars) or (_bar(both("bc-report-all"), found.total),),
    )


def _bar(name: Named, total: Totals) -> UnitBar:
    return UnitBar(name, total.people, report_tables.parts(total))


def _together(name: Named, several: Sequence[Totals]) -> UnitBar:
    found = [report_tables.parts(total) for total in several]
    people_of = sum(total.people for total in several)
    return UnitBar(name, people_of, tuple(sum(each) for each in zip(*found, strict=True)))
