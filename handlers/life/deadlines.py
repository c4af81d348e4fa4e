"""Deadlines: which timers a request has, and what a move does to them. Who is told when they fire: see ladder.py."""

from datetime import timedelta

from handlers.life import clocks
from handlers.turn import Speaker
from storage import timers
from storage.catalogue import Item
from storage.service_requests import ServiceRequest

# The steps of both ladders, by the share of the limit that has passed. Our proposal; the order is domain.md's (S3).
LADDER = (("warning", 0.75), ("due", 1.0), ("leader", 1.1), ("coordinator", 1.25), ("street", 1.5))
RESPOND = tuple(f"respond.{step}" for step, _ in LADDER)
RESOLVE = tuple(f"resolve.{step}" for step, _ in LADDER)
GIVES_LIMIT = frozenset({"accept", "extend", "wait", "go on", "reopen"})
TELLS_LIMIT = GIVES_LIMIT | {"dispatch"}  # the event says it (anew), and who has it: rates find it by that
WAITING_OVER = "waiting.over"
ARCHIVE = "archive"
KEPT_OPEN = timedelta(days=7)  # a closed request can be reopened that long


def set_respond(speaker: Speaker, request: ServiceRequest, item: Item) -> None:
    """Sets the ladder to the first contact; the clock runs from now."""
    _start(speaker, request, item, RESPOND, item.respond_within)


def climb(speaker: Speaker, request: ServiceRequest, item: Item, kind: str) -> None:
    """Sets the rung after this one: at most one of each ladder waits, so that a request costs little."""
    ladder, within, limit = RESPOND, item.respond_within, request.respond_by
    if kind in RESOLVE:
        ladder, within, limit = RESOLVE, item.resolve_within, request.resolve_by
    rung = ladder.index(kind) + 1
    if rung < len(LADDER):
        share = LADDER[rung][1]
        due = limit if share <= 1 else clocks.after(speaker.community, item, limit, within * (share - 1))
        timers.put(speaker.tx, request.id, ladder[rung], due)


def follow(speaker: Speaker, before: ServiceRequest, after: ServiceRequest, move: str) -> None:
    """Does to the timers what a move means for them."""
    item = speaker.item(after.item)
    tx, now = speaker.tx, speaker.now
    if move in ("accept", "reopen") and item is not None:
        _start(speaker, after, item, RESOLVE, item.resolve_within)
    elif move == "extend":
        # More time was given: the ladder begins anew, with a warning before the new limit.
        timers.cancel(tx, after.id, now, *RESOLVE)
        timers.put(tx, after.id, RESOLVE[0], now + (after.resolve_by - now) * LADDER[0][1])
    elif after.resolve_by != before.resolve_by:
        timers.shift(tx, after.id, RESOLVE, after.resolve_by - before.resolve_by)
    if move == "contact":
        timers.cancel(tx, after.id, now, *RESPOND)
    elif move == "finish":
        timers.cancel(tx, after.id, now)
    elif move == "wait":
        timers.put(tx, after.id, WAITING_OVER, now + clocks.WAITS_AT_MOST)
    elif before.state == "waiting_requester":
        timers.cancel(tx, after.id, now, WAITING_OVER)
    if after.closed_at is not None and before.closed_at is None:
        timers.put(tx, after.id, ARCHIVE, now + KEPT_OPEN)
    if move == "reopen":
        timers.cancel(tx, after.id, now, ARCHIVE)


def _start(speaker: Speaker, request: ServiceRequest, item: Item, ladder: tuple[str, ...], within: timedelta) -> None:
    timers.cancel(speaker.tx, request.id, speaker.now, *ladder)
    warning = clocks.after(speaker.community, item, speaker.now, within * LADDER[0][1])
    timers.put(speaker.tx, request.id, ladder[0], warning)
