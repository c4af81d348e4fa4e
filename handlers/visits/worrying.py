"""Worrying: somebody was not reached twice, or a visitor is uneasy: whoever knows them hears of it the same day."""

from datetime import date

from handlers import cards as request_cards
from handlers import forms, permissions
from handlers.errors import Refused
from handlers.forms import Form, Question
from handlers.liaison import rights
from handlers.message import Choice, Message, Text, choice
from handlers.occasions import station
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.visits import arranging, day_words, postponing, visit_card, visit_rights, visitors, writing
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
    choices = () if _is_gone(turn, worry) else ways(worry)
    turn.say_privately(Message(text=text, choices=choices, sensitive=True, lasting=True))


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
    worry = _may_look_after(turn)
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    say_phone(turn, worry.person_id)


def say_phone(turn: Turn, person_id: int) -> None:
    """Says somebody's phone number, logged, only where a channel is made for it."""
    person = people.read(turn.tx, person_id)
    reveals.add(turn.tx, person.id, turn.person.id, None, READ, turn.now)
    values = {"name": person.name or request_cards.NOTHING, "phone": person.phone or request_cards.NOTHING}
    turn.say_privately(Message(text=Text("worry-phone", values), sensitive=True))


def go(turn: Turn) -> None:
    """Whoever presses goes there today: the visit is theirs, now. Whoever had it before hears that."""
    worry = _may_look_after(turn)
    worries.set_read(turn.tx, worry.id, turn.person.id, turn.now)
    today = day_words.today(turn.community, turn.now)
    visit = _to_come(turn, worry, today)
    if visit is not None:
        _take(turn, visit, today)
    else:
        visit = arranging.arrange(
            turn,
            person_id=worry.person_id,
            place_id=worry.place_id,
            kind=visits.ROUTINE,
            day=today,
            visitor_id=turn.person.id,
            actor_id=turn.person.id,
        )
    turn.say("worry-gone")
    visit_card.show(turn, visits.read(turn.tx, visit.id) or visit)


def _to_come(turn: Turn, worry: Worry, today: date) -> Visit | None:
    """The visit that is to be made now: the one of the worry, or one that somebody has already planned for today."""
    planned = visits.planned_of(turn.tx, worry.person_id, today, today)
    ids = [each.id for each in planned if each.occasion_id is None]
    for visit_id in (worry.visit_id, *ids):
        visit = None if visit_id is None else visits.lock(turn.tx, visit_id)
        if visit is not None and visit.state == visits.PLANNED:
            return visit
    return None


def _take(turn: Turn, visit: Visit, today: date) -> None:
    """The person goes, today; who was to go may come along, and hears of it."""
    me = turn.person.id
    arranging.postpone(turn, visit, today, me)
    visits.set_who(turn.tx, visit.id, me, visit.second_id if visit.visitor_id == me else visit.visitor_id)
    visits.add_move(turn.tx, visit.id, "assign", me, turn.now)
    postponing.tell_the_other(turn, visit, "worry-taken")


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
    """The worry. Refused for whoever neither knows the person, nor is to visit them, nor answers for the station."""
    worry = worries.lock(turn.tx, worry_id)
    if worry is None or not _may(turn, worry):
        raise Refused("not-allowed")
    return worry


def _may(turn: Turn, worry: Worry) -> bool:
    card = cards.of_person(turn.tx, worry.person_id)
    if card is not None and rights.may(turn, card):
        return True
    visit = None if worry.visit_id is None else visits.read(turn.tx, worry.visit_id)
    return visit is not None and visitors.still_go(visit, card) and visit_rights.may(turn, visit, None)


def _may_look_after(turn: Turn) -> Worry:
    """The worry that a press names. Refused, too, where nobody goes there any more: they died, left or moved away."""
    worry = _may_read(turn, turn.argument_id())
    if _is_gone(turn, worry):
        raise Refused("person-card-closed")
    return worry


def _is_gone(turn: Turn, worry: Worry) -> bool:
    return station.is_gone(turn, people.read(turn.tx, worry.person_id))


def _ask_note(turn: Turn) -> Message:
    return Message(text=Text("worry-note"))


def _done(turn: Turn) -> None:
    answers = turn.dialogue.answers
    visit = visit_rights.require(turn, int(answers["visit"])).visit
    told = [*_knowing(turn, visit), *visitors.of_station(turn, visit.place_id)]
    told = [each for each in dict.fromkeys(told) if each != turn.person.id]
    _tell(turn, visit, WORD, str(answers["note"] or ""), told)
    turn.say("worry-raised" if told else "worry-nobody-to-tell")


WORRY = Form("worry", (Question("note", _ask_note, writing.read_words, skip=True),), _done, cancelled="worry-left")
FORMS = (WORRY,)
ROUTES = (
    Route("press", "worry.raise", raise_one),
    Route("press", "worry.show", show),
    Route("press", "worry.list", listed),
    Route("press", "worry.call", call),
    Route("press", "worry.go", go),
    Route("press", "worry.tell", tell_secretary),
)
