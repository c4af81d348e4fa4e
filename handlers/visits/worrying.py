"""Worrying: somebody was not reached twice, or a visitor is uneasy: whoever knows them hears of it the same day."""

from handlers import cards as request_cards
from handlers import forms, permissions
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.liaison import rights
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import arranging, day_words, recording, visit_card, visit_rights, visitors
from storage import cards, people, places, reveals, visits, worries
from storage.errors import NotFound
from storage.visits import Visit
from storage.worries import NOT_REACHED, WORD, Worry

MOST_SHOWN = 10
READ = "visit card"


def not_reached(turn: Turn, visit: Visit) -> None:
    """Nobody was at home twice: liaison and deputy hear it, and the visitor; where there is neither, the secretary."""
    _tell(turn, visit, NOT_REACHED, "", _knowing(turn, visit))


def raise_one(turn: Turn) -> None:
    """A visitor is uneasy about somebody: a word or two, if they like."""
    held = visit_rights.require(turn, turn.argument_id())
    forms.start(turn, WORRY, visit=str(held.visit.id))


def show(turn: Turn) -> None:
    """A worry, to whoever may look after the person: it counts as read from now on."""
    worry = _may_read(turn, turn.argument_id())
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    reveals.add(turn.tx, worry.person_id, turn.person.id, None, READ, turn.now)
    text = Text("worry-card", {**_values(turn, worry), "words": worry.note or request_cards.NOTHING})
    turn.say_privately(Message(text=text, choices=ways(worry), sensitive=True, lasting=True))


def listed(turn: Turn) -> None:
    """The unread worries of a station (the argument), for whoever answers for it."""
    place_id = turn.argument_id()
    try:
        path = places.read(turn.tx, place_id).path
    except NotFound:
        raise Refused("not-allowed") from None
    permissions.require(turn, "assign visits", path=path)
    found = worries.unread(turn.tx, place_id, MOST_SHOWN)
    if not found:
        turn.say("worry-none")
        return
    choices = tuple(
        choice(f"worry.show:{each.id}", "worry-open", name=people.read(turn.tx, each.person_id).name) for each in found
    )
    turn.say("worry-list", *choices, n=worries.count_unread(turn.tx, place_id))


def ways(worry: Worry) -> tuple[Choice, ...]:
    """What can be done about a worry."""
    number = worry.id
    return (
        choice(f"worry.call:{number}", "worry-call"),
        choice(f"worry.go:{number}", "worry-go"),
        choice(f"worry.tell:{number}", "worry-tell"),
    )


def call(turn: Turn) -> None:
    """The phone number, to ring at once."""
    worry = _may_read(turn, turn.argument_id())
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    say_phone(turn, worry.person_id)


def say_phone(turn: Turn, person_id: int) -> None:
    """Says somebody's phone number, logged, only where a channel is made for it."""
    person = people.read(turn.tx, person_id)
    reveals.add(turn.tx, person.id, turn.person.id, None, READ, turn.now)
    values = {"name": person.name or request_cards.NOTHING, "phone": person.phone or request_cards.NOTHING}
    turn.say_privately(Message(text=Text("worry-phone", values), sensitive=True))


def go(turn: Turn) -> None:
    """Whoever presses goes there today: the visit is theirs, now."""
    worry = _may_read(turn, turn.argument_id())
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    today = day_words.today(turn.community, turn.now)
    visit = visits.lock(turn.tx, worry.visit_id) if worry.visit_id is not None else None
    if visit is None or visit.state != visits.PLANNED:
        visit = arranging.arrange(
            turn,
            person_id=worry.person_id,
            place_id=worry.place_id,
            kind=visits.ROUTINE,
            day=today,
            visitor_id=turn.person.id,
            actor_id=turn.person.id,
        )
    else:
        arranging.postpone(turn, visit, today, turn.person.id)
        second = visit.second_id if visit.visitor_id == turn.person.id else visit.visitor_id
        visits.set_who(turn.tx, visit.id, turn.person.id, second)
        visits.add_move(turn.tx, visit.id, "assign", turn.person.id, turn.now)
    found = visits.read(turn.tx, visit.id)
    turn.say("worry-gone")
    if found is not None:
        visit_card.show(turn, found)


def tell_secretary(turn: Turn) -> None:
    """The station's secretary hears of it."""
    worry = _may_read(turn, turn.argument_id())
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    told = [each for each in visitors.of_station(turn, worry.place_id) if each != turn.person.id]
    for each in told:
        turn.tell(each, _message(turn, worry))
    turn.say("worry-told" if told else "worry-nobody-to-tell")


def _tell(turn: Turn, visit: Visit, cause: str, note: str, told: list[int]) -> None:
    worry_id = worries.create(
        turn.tx,
        person_id=visit.person_id,
        place_id=visit.place_id,
        cause=cause,
        visit_id=visit.id,
        raised_by=turn.person.id,
        note=note,
        now=turn.now,
    )
    worry = worries.lock(turn.tx, worry_id)
    for each in told:
        if worry is not None:
            turn.tell(each, _message(turn, worry))


def _message(speaker: Speaker, worry: Worry) -> Message:
    text = Text("worry-new", _values(speaker, worry))
    return Message(text=text, choices=(*ways(worry), choice(f"worry.show:{worry.id}", "worry-see")), lasting=True)


def _values(speaker: Speaker, worry: Worry) -> dict[str, object]:
    person = people.read(speaker.tx, worry.person_id)
    return {
        "name": person.name or request_cards.NOTHING,
        "home": request_cards.area(speaker, person.place_id or worry.place_id),
        "cause": Text("worry-cause-word" if worry.cause == WORD else "worry-cause-not-reached"),
        "by": people.read(speaker.tx, worry.raised_by).name if worry.raised_by else request_cards.NOTHING,
    }


def _knowing(speaker: Speaker, visit: Visit) -> list[int]:
    """Who knows the person: liaison and deputy, or who stands in for them; where nobody is there, the secretary."""
    return visitors.knowing(speaker, visit) or visitors.of_station(speaker, visit.place_id)


def _may_read(turn: Turn, worry_id: int) -> Worry:
    """The worry. Refused for whoever neither knows the person nor answers for the station, nor raised it."""
    worry = worries.lock(turn.tx, worry_id)
    if worry is None:
        raise Refused("not-allowed")
    card = cards.of_person(turn.tx, worry.person_id)
    if card is not None and card.state == cards.OPEN and rights.may(turn, card):
        return worry
    visit = None if worry.visit_id is None else visits.read(turn.tx, worry.visit_id)
    if visit is None or not visit_rights.may(turn, visit, None):
        raise Refused("not-allowed")
    return worry


def _ask_note(turn: Turn) -> Message:
    return Message(text=Text("worry-note"))


def _done(turn: Turn) -> None:
    answers = turn.dialogue.answers
    visit = visit_rights.require(turn, int(answers["visit"])).visit
    told = [*_knowing(turn, visit), *visitors.of_station(turn, visit.place_id)]
    told = [each for each in dict.fromkeys(told) if each != turn.person.id]
    _tell(turn, visit, WORD, str(answers["note"] or ""), told)
    turn.say("worry-raised" if told else "worry-nobody-to-tell")


WORRY = Form("worry", (Question("note", _ask_note, recording.read_words, skip=True),), _done, cancelled="worry-left")
FORMS = (WORRY,)
ROUTES = (
    Route("press", "worry.raise", raise_one),
    Route("press", "worry.show", show),
    Route("press", "worry.list", listed),
    Route("press", "worry.call", call),
    Route("press", "worry.go", go),
    Route("press", "worry.tell", tell_secretary),
)
