"""Counting: a view of the rates, read in slices, and its picture; or a page of the requests in one figure."""

import asyncio
import json
from datetime import UTC, date, datetime, time
from functools import partial

from bot import charts
from bot.charts import Bars, Chart
from bot.tasks import Tools
from handlers import texts
from handlers.figures import rate_lists, rate_views, rates, reports
from handlers.figures.rate_views import Slice, Tally, View
from handlers.figures.rates import Case, Figures
from handlers.message import Named, Text
from handlers.turn import Speaker
from storage import media, tasks
from storage.rates import Key
from storage.tasks import Task
from storage.transaction import Transaction

MOST_BARS = 8
SHARES = ("response", "solution", "satisfaction", "coverage")  # in the order of Figures.shares


async def count(tools: Tools, task: Task) -> None:
    """Counts the view that its payload names and tells who asked: {"address": id, "person": id, "view": code}."""
    payload = json.loads(task.payload)
    view = rate_views.parse(payload["view"], tools.community().zone)
    address_id, person_id = int(payload["address"]), int(payload["person"])
    if view.figure is None:
        await _tell_figures(tools, task, view, address_id, person_id)
    else:
        await _tell_list(tools, task, view, address_id, person_id)


def failed(speaker: Speaker, task: Task) -> None:
    """It could not be counted, however often it was tried: who asked hears so."""
    reports.tell_failure(speaker, int(json.loads(task.payload)["address"]))


async def _tell_figures(tools: Tools, task: Task, view: View, address_id: int, person_id: int) -> None:
    zone, tally = tools.community().zone, Tally()
    path = await tools.database.read(lambda tx: rate_views.path_of(tx, view))
    after: Key | None = None
    while True:
        found = await _slice(tools, view, after)
        tally.add(view, path, zone, found)
        after = found.after
        if after is None:
            break
    keys = [key for key, _ in tally.largest(reports.MOST_GROUPS)]
    names = await tools.database.read(lambda tx: rate_views.names(tx, view.show, keys))
    whose = await tools.database.read(lambda tx: reports.whose(tools.speaker(tx), view))
    picture = await asyncio.to_thread(charts.draw, _chart(tools, view, tally, names, whose)) if tally.total.n else None
    digest = await asyncio.to_thread(tools.folder.put, picture) if picture else None

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if not reports.still_allowed(speaker, person_id, view):
            return
        if digest and picture:
            media.create(tx, kind="photo", mime="image/png", size=len(picture), now=speaker.now, digest=digest)
        reports.tell_figures(speaker, view, address_id, tally, names, digest)

    await tools.database.turn(tell)


async def _tell_list(tools: Tools, task: Task, view: View, address_id: int, person_id: int) -> None:
    """Reads no further than the page needs."""
    wanted, page = rates.FIGURES[view.figure or ""], view.page * rate_lists.PAGE
    found: list[Case] = []
    after: Key | None = None
    while len(found) <= page + rate_lists.PAGE:
        slice_ = await _slice(tools, view, after)
        found += [case for case, _ in slice_.cases if wanted(case)]
        after = slice_.after
        if after is None:
            break
    shown = found[page : page + rate_lists.PAGE]

    def tell(tx: Transaction) -> None:
        tasks.finish(tx, task.id)
        speaker = tools.speaker(tx)
        if reports.still_allowed(speaker, person_id, view):
            rate_lists.tell_list(speaker, view, address_id, shown, len(found) > page + rate_lists.PAGE)

    await tools.database.turn(tell)


async def _slice(tools: Tools, view: View, after: Key | None) -> Slice:
    return await tools.database.read(partial(_read, view=view, tools=tools, after=after))


def _read(tx: Transaction, view: View, tools: Tools, after: Key | None) -> Slice:
    return rate_views.read(tx, view, tools.community().zone, after)


def _chart(tools: Tools, view: View, tally: Tally, names: dict[str, Named], whose: Named) -> Chart:
    zone = tools.community().zone
    period = view.times(zone)

    def both(text: Text) -> Named:
        return Named(*(texts.render(text, language, zone) for language in texts.LANGUAGES))

    none = both(Text("rates-of-none"))
    groups = [_bars(names.get(key, none), figures) for key, figures in tally.largest(MOST_BARS)]
    days = sorted(tally.days.items())
    when = both(reports.period_name(period))
    return Chart(
        title=Named(f"{whose.zh} {when.zh}", f"{whose.en} {when.en}"),
        standing=both(reports.standing(period, tools.clock.now())),
        labels=tuple(both(Text(f"rates-chart-{name}")) for name in SHARES),
        groups=tuple(groups) or (_bars(whose, tally.total),),
        days=tuple(_bars(_day(day), figures) for day, figures in days if figures.n) if not groups else (),
    )


def _bars(name: Named, figures: Figures) -> Bars:
    return Bars(name, figures.n, figures.shares)


def _day(day: date) -> Named:
    moment = datetime.combine(day, time(), UTC)
    return Named(f"{moment.month}/{moment.day}", f"{moment.month}/{moment.day}")
