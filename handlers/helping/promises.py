"""Promises: when the helper will come. It is asked once, kept, told to the resident, and remembered before its time."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from handlers.community import Community
from handlers.helping import door_codes
from handlers.life import clocks, history
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Speaker
from handlers.understanding.times import PARTS
from storage import assignments, timers
from storage.assignments import Assignment
from storage.catalogue import Item
from storage.service_requests import ServiceRequest
from storage.times import to_ms

SOON, ASK = "arrival.soon", "arrival.ask"
SILENT, REPLACE = "contact.ask", "contact.replace"
OWN_TIMERS = (SOON, ASK, SILENT, REPLACE)
SOON_BEFORE = timedelta(minutes=30)
NOT_BEFORE = time(8, 30)  # domain.md §6: reminders of a day's visit come at 08:30
ASK_AFTER = timedelta(minutes=15)
# How long a helper may be silent. Normal and complex items: half of the time in which somebody must be in touch.
PATIENCE = {"emergency": timedelta(minutes=10), "urgent": timedelta(minutes=20)}
AFTERNOON, MORNING = PARTS["afternoon"][1], PARTS["morning"][1]  # "by then": what was promised is over
LAST_AFTERNOON = time(16, 0)  # later than that, "this afternoon" is said no more
SHORT = timedelta(minutes=30)  # a time that was named to the hour or half hour: it is its beginning that counts


@dataclass(frozen=True, slots=True)
class Offered:
    """A time that can be promised with one tap: its code in the action, its words, and the moment (UTC)."""

    code: str
    label: Text
    at: datetime


def offered(community: Community, request: ServiceRequest, item: Item, now: datetime) -> list[Offered]:
    """The times to choose from, three at most: the resident's own first, where they named one. `now` in UTC."""
    if item.urgency in clocks.BY_THE_WALL:
        hours = [("half", "come-half", timedelta(minutes=30)), ("hour", "come-hour", timedelta(hours=1))]
        return [Offered(code, Text(key), now + after) for code, key, after in hours]
    theirs = None if request.starts_at is None else moment(request.starts_at, request.ends_at)
    found = [] if theirs is None or theirs <= now else [Offered("theirs", Text("come-theirs", {"at": theirs}), theirs)]
    here = now.astimezone(community.zone)
    if not found and community.quiet_until(now) is None:
        found.append(Offered("half", Text("come-half"), now + timedelta(minutes=30)))
    if here.time() < LAST_AFTERNOON:
        found.append(Offered("afternoon", Text("come-afternoon"), _at(here, AFTERNOON)))
    found.append(Offered("morning", Text("come-morning"), _at(here + timedelta(days=1), MORNING)))
    return [each for place, each in enumerate(found) if each.at not in [other.at for other in found[:place]]][:3]


def moment(start: datetime, end: datetime | None) -> datetime:
    """The moment by which somebody is there who comes in this stretch of time."""
    return start if end is None or end - start <= SHORT else end


def question_key(assignment: Assignment) -> str:
    """The key of the question when a helper comes."""
    return f"come:{assignment.id}"


def ask(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> None:
    """Asks the helper when they will come: one question, by buttons, or in words."""
    times = offered(speaker.community, request, item, speaker.now)
    choices = [Choice(f"come.at:{assignment.id}/{each.code}", each.label) for each in times]
    message = Message(
        text=Text("come-ask", {"number": request.number}),
        choices=(*choices, choice(f"come.other:{assignment.id}", "come-other")),
        key=question_key(assignment),
    )
    speaker.tell(assignment.person_id, message)


def watch(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> None:
    """Sets what falls due next if nothing is heard of the helper: at the promised time, or by the item's patience."""
    for kind in OWN_TIMERS:
        timers.cancel(speaker.tx, request.id, speaker.now, kind, subject_id=assignment.id)
    if assignment.due_at is not None and assignment.arrived_at is None:
        soon = soon_at(speaker.community, item, assignment.due_at, speaker.now)
        if soon is not None:
            timers.put(speaker.tx, request.id, SOON, soon, assignment.id)
        timers.put(speaker.tx, request.id, ASK, max(assignment.due_at, speaker.now) + ASK_AFTER, assignment.id)
    elif assignment.contacted_at is None and assignment.arrived_at is None:
        timers.put(speaker.tx, request.id, SILENT, patience_over(speaker, item), assignment.id)


def patience_over(speaker: Speaker, item: Item) -> datetime:
    """When a helper of whom nothing is heard from now on has been silent too long, by the item's clock (UTC)."""
    patience = PATIENCE.get(item.urgency, item.respond_within / 2)
    return clocks.after(speaker.community, item, speaker.now, patience)


def soon_at(community: Community, item: Item, due: datetime, now: datetime) -> datetime | None:
    """When to remind of a promised time: half an hour before, early ones at 08:30; None where it is too late for that,
    or where a normal item would have to disturb somebody's rest. All times UTC."""
    at = due - SOON_BEFORE
    opening = _at(at.astimezone(community.zone), NOT_BEFORE)
    if at < opening < due:
        at = opening
    rest = None if item.urgency in clocks.BY_THE_WALL else community.quiet_until(at)
    at = rest or at
    return at if now < at < due else None


def make(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment, due: datetime) -> None:
    """Keeps a promised time (UTC) and what follows from it: timers, the door code's end, the line in the history."""
    assignment.due_at, assignment.heard_at, assignment.asked_at = due, speaker.now, None
    assignments.save(speaker.tx, assignment)
    door_codes.prolong(speaker, request, assignment)
    watch(speaker, request, item, assignment)
    history.note(speaker, request, "promise", actor_id=assignment.person_id, data={"due": to_ms(due)})


def heard(speaker: Speaker, request: ServiceRequest, item: Item, assignment: Assignment) -> None:
    """The helper did something about it: kept, and the time of silence begins anew."""
    assignment.heard_at, assignment.asked_at = speaker.now, None
    assignments.save(speaker.tx, assignment)
    watch(speaker, request, item, assignment)


def _at(day: datetime, clock: time) -> datetime:
    """That time of that day (with its zone), in UTC."""
    return datetime.combine(day.date(), clock, day.tzinfo).astimezone(UTC)
