"""Today's numbers: what came in, was taken and done today in the person's places, and what waits or is late now."""

from datetime import datetime, timedelta

from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import board as stored
from storage import today
from storage.board import Part
from storage.today import Day


def show(turn: Turn) -> None:
    """The numbers of the day so far."""
    paths = steering.own_paths(turn)
    if not paths:
        raise Refused("not-allowed")
    here = turn.now.astimezone(turn.community.zone)
    since = datetime.combine(here.date(), datetime.min.time(), turn.community.zone).astimezone(turn.now.tzinfo)
    until = turn.now + timedelta(milliseconds=1)
    days = [today.of_place(turn.tx, path, since, until) for path in paths]
    counts = [stored.count(turn.tx, Part(path), turn.now) for path in paths]
    values = {
        "new": sum(day.new for day in days),
        "taken": sum(day.taken for day in days),
        "done": sum(day.done for day in days),
        "late": sum(each["late"] for each in counts),
        "waiting": sum(each["waiting"] for each in counts),
    }
    lines = Text("today-numbers", values)
    minutes = _minutes(days)
    text = lines if minutes is None else Text("two-lines", {"first": lines, "second": Text("today-contact", minutes)})
    turn.send(Message(text=text, choices=(choice("board.open", "board-back"),), lasting=True))


def _minutes(days: list[Day]) -> dict[str, object] | None:
    """The average time to the first contact, in hours and minutes."""
    contacted = [(day.contacted, day.waited) for day in days if day.waited is not None and day.contacted]
    if not contacted:
        return None
    total = sum(n * waited.total_seconds() for n, waited in contacted)
    minutes = round(total / sum(n for n, _ in contacted) / 60)
    return {"hours": minutes // 60, "minutes": minutes % 60}


ROUTES = (Route("command", "today", show, menu="coordinator desk"),)
