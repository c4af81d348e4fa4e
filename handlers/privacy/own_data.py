"""One's own data: /mydata shows what is kept, who read it, and lets it be taken away, corrected and deleted."""

import json
from datetime import timedelta

from handlers import cards
from handlers.appraisal import own_copy
from handlers.broadcasts import own_copy as broadcast_copy
from handlers.errors import Refused
from handlers.known import own_notes
from handlers.liaison import card_copy
from handlers.meetings import own_meetings
from handlers.message import Message, Text, choice
from handlers.papers import own_votes
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import own_visits
from storage import (
    addresses,
    assignments,
    consents,
    life_notes,
    own_data,
    people,
    reveals,
    roles,
    service_requests,
    subscriptions,
    tasks,
    thoughts,
)
from storage.addresses import WEB
from storage.phones import Phone
from storage.reveals import Reveal

EXPORT = "export"  # the task that makes the files to take away
EXPORT_AGAIN = timedelta(minutes=10)  # making them reads all that is kept of somebody
KEPT_DAYS = 7  # how long the files are kept: handlers/privacy/retention.py
PAGE = 10
MOST_PAGES = 1000
WORDS = frozenset(("我的资料", "我的数据", "我的信息", "mydata", "my data"))
READ = {
    "address and phone": "own-read-address",
    "name and phone": "own-read-phone",
    "name by phone": "own-read-name",
    "phone in words": "own-read-words",
    "sensitive page": "own-read-page",
    "private line": "own-read-talk",
    "visit card": "own-read-visit-card",
    "roster": "own-read-roster",
    "life notes": "own-read-notes",
    "thought": "own-read-thought",
    "month sheet": "own-read-sheet",
    "yearly report": "own-read-report",
    "yearly list": "own-read-report-list",
    "unread list": "own-read-unread",
    "votes": "own-read-votes",
}


def asks_for(text: str) -> bool:
    """Whether somebody says nothing but that they want to see their data."""
    return text.strip().strip("。.!！?？").lower() in WORDS


def menu(turn: Turn) -> None:
    """What can be done with one's data."""
    turn.send(
        Message(
            text=Text("own-menu"),
            choices=(
                choice("own.see", "own-see"),
                choice("own.take", "own-take"),
                choice("own.correct", "own-correct"),
                choice("own.delete", "own-delete"),
            ),
            lasting=True,
        )
    )


def see(turn: Turn) -> None:
    """A plain summary by kinds. The phone is hidden in part until it is asked for."""
    _say_summary(turn, whole=False)


def see_phone(turn: Turn) -> None:
    """The same with the whole number."""
    _say_summary(turn, whole=True)


def who_read(turn: Turn) -> None:
    """Who was shown something of the person, when, and for which request; the latest first, ten a page."""
    page = min(turn.argument_id(), MOST_PAGES) if turn.argument else 0
    found = reveals.of_subject(turn.tx, turn.person.id, limit=PAGE * (page + 1) + 1)[PAGE * page :]
    if not found:
        turn.say("own-read-nobody", choice("own.menu", "own-back"))
        return
    lines = [Text("own-read-list"), *(_read_line(turn, each) for each in found[:PAGE])]
    more = (choice(f"own.read:{page + 1}", "more"),) if len(found) > PAGE else ()
    turn.send(Message(text=cards.joined(lines), choices=(*more, choice("own.menu", "own-back"))))


def take(turn: Turn) -> None:
    """The files are made by a worker and sent to this chat, to the person alone."""
    last = own_data.last_export(turn.tx, turn.person.id)
    if last is not None and turn.now - last < EXPORT_AGAIN:
        raise Refused("own-take-again")
    payload = {"person": str(turn.person.id), "address": str(turn.address.id)}
    tasks.add(turn.tx, EXPORT, json.dumps(payload), turn.now)
    turn.say_privately(Message(text=Text("own-take-soon")))


def delete(turn: Turn) -> None:
    """Taking a consent back, deleting one request, or all."""
    turn.send(
        Message(
            text=Text("own-delete-what"),
            choices=(
                choice("consent.list", "own-delete-consents"),
                choice("own.forget", "own-delete-one"),
                choice("leave.all", "own-delete-all"),
                choice("own.menu", "own-back"),
            ),
        )
    )


def _say_summary(turn: Turn, whole: bool) -> None:
    ways = (
        choice("own.read", "own-who-read"),
        *((choice("own.phone", "own-show-phone"),) if turn.person.phone and not whole else ()),
        *((choice("known.mine", "known-mine-way"),) if own_notes.has_any(turn) else ()),
        choice("own.menu", "own-back"),
    )
    turn.send(Message(text=cards.joined(_summary(turn, whole)), choices=ways))


def _summary(turn: Turn, whole: bool) -> list[Text]:
    person, counts = turn.person, own_data.counts(turn.tx, turn.person.id)
    phone: object = person.phone if whole else masked(person.phone)
    lines = [
        Text("own-summary"),
        _kind("name", person.name),
        _kind("phone", phone),
        _kind("home", cards.full_address(turn, person.place_id, person.door)),
        Text("own-line-requests", {"n": counts.requests, "open": counts.still_open}),
        *([Text("own-line-for-you", {"n": counts.for_them})] if counts.for_them else []),
        Text("own-line-files", {"n": counts.photos + counts.voices}),
        Text("own-line-talks", {"n": _said(turn) + counts.lines}),
    ]
    if counts.inquiries:
        lines.append(Text("own-line-inquiries", {"n": counts.inquiries}))
    if counts.unanswered:
        lines.append(Text("own-line-unanswered", {"n": counts.unanswered}))
    if counts.notes:
        lines.append(Text("own-line-notes", {"n": counts.notes}))
    lines += card_copy.line(turn, person.id)
    known = life_notes.count(turn.tx, person.id)
    if known:
        lines.append(Text("own-line-known", {"n": known}))
    if thoughts.read(turn.tx, person.id, turn.now) is not None:
        lines.append(Text("own-line-thought"))
    lines += own_copy.summary(turn, person.id)
    lines += own_visits.summary(turn, person.id)
    lines += own_meetings.summary(turn, person.id)
    lines += own_votes.summary(turn, person.id)
    lines += broadcast_copy.summary(turn, person.id)
    if heard := subscriptions.of_person(turn.tx, person.id):
        lines.append(_kind("subscriptions", [Text(f"audience-subject-{code}") for code in heard]))
    if person.born_year:
        lines.append(Text("own-line-born", {"year": str(person.born_year)}))
    if turn.roles:
        lines.append(_kind("roles", [Text(f"role-{name}") for name in dict.fromkeys(one.role for one in turn.roles)]))
    if counts.helped:
        lines.append(Text("own-line-helped", {"n": counts.helped}))
    given = dict.fromkeys(one.purpose for one in consents.of_person(turn.tx, person.id) if one.holds)
    lines.append(_kind("consents", [Text(f"consent-short-{purpose}") for purpose in given]))
    lines.append(Text("own-line-read", {"n": counts.read}))
    return lines


def _kind(name: str, value: object) -> Text:
    return Text(f"own-line-{name}", {name: value or cards.NOTHING})


def masked(phone: Phone | None) -> str:
    """A number of which enough is shown to know it again: 138****0001."""
    if phone is None:
        return ""
    digits = phone.e164.removeprefix("+86")
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 7 else "****"


def _said(turn: Turn) -> int:
    """How much of what the person wrote a chat of ours keeps: other channels keep it themselves."""
    own = addresses.of_person(turn.tx, turn.person.id)
    return sum(own_data.count_said(turn.tx, each.chat) for each in own if each.account == WEB)


def _read_line(turn: Turn, reveal: Reveal) -> Text:
    request = service_requests.read(turn.tx, reveal.request_id) if reveal.request_id else None
    values: dict[str, object] = {
        "at": reveal.at,
        "who": people.read(turn.tx, reveal.actor_id).name or Text("own-read-gone"),
        "role": Text(f"role-{reader_role(turn, reveal)}"),
        "what": Text(READ.get(reveal.what, "own-read-other")),
    }
    if request is None:
        return Text("own-read-line-bare", values)
    return Text("own-read-line", {**values, "number": request.number})


def reader_role(turn: Speaker, reveal: Reveal) -> str:
    """As what somebody read it: as the volunteer who held the request, or in the first role that they hold."""
    held = assignments.of_request(turn.tx, reveal.request_id) if reveal.request_id else []
    if any(each.person_id == reveal.actor_id for each in held):
        return "volunteer"
    own = [one.role for one in roles.of_person(turn.tx, reveal.actor_id)]
    return next((one for one in own if one not in ("volunteer", "leader")), next(iter(own), "resident"))


ROUTES = (
    Route("command", "mydata", menu, menu="resident"),
    Route("press", "own.menu", menu),
    Route("press", "own.see", see),
    Route("press", "own.phone", see_phone),
    Route("press", "own.read", who_read),
    Route("press", "own.take", take),
    Route("press", "own.delete", delete),
)
