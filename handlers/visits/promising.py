"""Promising: what was promised on a visit gets an owner and a day; or it becomes a request of the person."""

from datetime import date, timedelta

from handlers import cards as request_cards
from handlers import forms
from handlers.asking import picking_item, submitting
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text, choice
from handlers.offering import offers
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import understand
from handlers.visits import day_words, visit_card, visit_rights, visitors, writing
from storage import people, promises
from storage.days import from_text, to_text
from storage.service_requests import Details
from storage.visits import Visit

OWN, REQUEST, SECRETARY = "own", "request", "secretary"
MOST_DAYS = 90  # later than that nothing is promised
OFFERED_DAYS = (1, 3, 7)


def add(turn: Turn) -> None:
    """Something was promised on the visit whose id is the argument."""
    held = visit_rights.require(turn, turn.argument_id())
    forms.start(turn, PROMISE, visit=str(held.visit.id))


def begin(turn: Turn, visit: Visit, what: str) -> None:
    """The same, where it was said already what was promised."""
    matches = picking_item.guesses(understand(what, turn.community.snapshot))
    forms.start(turn, PROMISE, visit=str(visit.id), what=what, matches=matches)


def ways_after(visit: Visit) -> tuple[Choice, ...]:
    """What may still be written about a visit that is done."""
    return (choice(f"promise.add:{visit.id}", "promise-add"), choice(f"worry.raise:{visit.id}", "worry-raise"))


def _ask_what(turn: Turn) -> Message:
    return Message(text=Text("promise-what"))


def _read_what(turn: Turn) -> str:
    words = writing.read_words(turn)
    turn.dialogue.answers["matches"] = picking_item.guesses(turn.reading)
    return words


def _ask_owner(turn: Turn) -> Message:
    ways = tuple(forms.pick(PROMISE.name, "owner", each, f"promise-by-{each}") for each in (OWN, REQUEST, SECRETARY))
    return Message(text=Text("promise-owner"), choices=ways)


def _read_owner(turn: Turn) -> str:
    if turn.argument not in (OWN, REQUEST, SECRETARY):
        raise Again("promise-tap-please")
    if turn.argument == SECRETARY and _secretary(turn) is None:
        raise Again("promise-no-secretary")
    return turn.argument


def _ask_item(turn: Turn) -> Message:
    return picking_item.ask(turn, PROMISE.name, "promise-item", "promise-other-item")


def _read_item(turn: Turn) -> str:
    code = picking_item.read(turn)
    item = turn.item(code)
    if item is None or item.urgency == "emergency":
        raise Again("promise-not-emergency")
    return code


def _ask_day(turn: Turn) -> Message:
    ways = tuple(forms.pick(PROMISE.name, "day", each, "promise-in-days", n=each) for each in OFFERED_DAYS)
    return Message(text=Text("promise-day"), choices=ways)


def read_day(turn: Turn) -> str:
    """A day from today on: a tap says in how many days, words name it."""
    today = day_words.today(turn.community, turn.now)
    if turn.argument in {str(each) for each in OFFERED_DAYS}:
        return to_text(today + timedelta(days=int(turn.argument)))
    found = day_words.coming_day(turn.incoming.text, today)
    if found is None or found > today + timedelta(days=MOST_DAYS):
        raise Again("promise-day-please", days=MOST_DAYS)
    return to_text(found)


def _becomes_request(turn: Turn) -> bool:
    return turn.dialogue.answers.get("owner") == REQUEST


def _done(turn: Turn) -> None:
    answers = turn.dialogue.answers
    held = visit_rights.require(turn, int(answers["visit"]))
    if _becomes_request(turn):
        _as_request(turn, held.visit)
        return
    owner_id = turn.person.id if answers["owner"] == OWN else _secretary(turn)
    if owner_id is None:
        raise Refused("promise-no-secretary", closes_form=True)
    _keep(turn, held.visit, owner_id, from_text(answers["day"]))


def _keep(turn: Turn, visit: Visit, owner_id: int, day: date) -> None:
    """A promise with an owner, who is reminded on its day until it is kept."""
    today = day_words.today(turn.community, turn.now)
    remind_at = day_words.morning(turn.community, day if day > today else today + timedelta(days=1))
    promise = promises.create(
        turn.tx,
        visit_id=visit.id,
        person_id=visit.person_id,
        owner_id=owner_id,
        what=str(turn.dialogue.answers["what"]),
        day=day,
        request_id=None,
        remind_at=remind_at,
        now=turn.now,
    )
    said = day_words.said(turn.community, day)
    if owner_id == turn.person.id:
        turn.say("promise-kept-own", *ways_after(visit), day=said)
        return
    values = {"name": visit_card.name_of(turn, visit), "by": turn.person.name, "day": said}
    opened = choice(f"promise.show:{promise.id}", "promise-open", name=values["name"])
    turn.tell(owner_id, Message(text=Text("promise-yours-now", values), choices=(opened,)))
    turn.say("promise-kept-other", *ways_after(visit), day=said, owner=people.read(turn.tx, owner_id).name)


def _as_request(turn: Turn, visit: Visit) -> None:
    """What was promised becomes a request of the person, with the limits of its item; they hear its number."""
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown", closes_form=True)
    person = people.read(turn.tx, visit.person_id)
    what = str(turn.dialogue.answers["what"])
    details = Details(
        words=what,
        address=request_cards.full_address(turn, person.place_id, person.door) if person.place_id else "",
        phone=person.phone.e164 if person.phone else "",
    )
    request = submitting.submit(
        turn, item, details, person.place_id or visit.place_id, [], person_id=person.id, filed_by=turn.person.id
    )
    promises.create(
        turn.tx,
        visit_id=visit.id,
        person_id=person.id,
        owner_id=turn.person.id,
        what=what,
        day=request.resolve_by.astimezone(turn.community.zone).date(),
        request_id=request.id,
        remind_at=None,
        now=turn.now,
    )
    values = {"number": request.number, "until": request.respond_by}
    turn.tell(person.id, Message(text=Text("promise-request-told", {**values, "by": turn.person.name})))
    turn.say("promise-request-done", *ways_after(visit), **values)
    offers.send_off(turn, request, item, turn.person.id)


def _secretary(turn: Turn) -> int | None:
    """The station's secretary who is there."""
    visit = visit_rights.require(turn, int(turn.dialogue.answers["visit"])).visit
    return next(iter(visitors.of_station(turn, visit.place_id)), None)


PROMISE = Form(
    "promise",
    (
        Question("what", _ask_what, _read_what),
        Question("owner", _ask_owner, _read_owner),
        Question("item", _ask_item, _read_item, wanted=_becomes_request),
        Question("day", _ask_day, read_day, wanted=lambda turn: not _becomes_request(turn)),
    ),
    _done,
    cancelled="promise-left",
)
FORMS = (PROMISE,)
ROUTES = (Route("press", "promise.add", add),)
