"""Delegates: the secretary asks residents to be representatives who appraise; whoever is asked may say no."""

from handlers import cards, forms
from handlers.appraisal import results, stations
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding import normalise_phone
from storage import addresses, people, places, representatives, reveals, roles
from storage.people import Person
from storage.phones import Phone
from storage.places import Place
from storage.representatives import AGREED, ASKED, DECLINED, Representative

MOST = 60  # of a station
PAGE = 15


def list_all(turn: Turn) -> None:
    """Who is a representative, who has not answered yet, and who would rather not be one."""
    turn.argument, _, page = turn.argument.partition("/")
    place = stations.require(turn, turn.argument_id())
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 3 else 0
    found = representatives.of_place(turn.tx, place.id, MOST)
    shown = found[number * PAGE : (number + 1) * PAGE]
    ways = [choice(f"delegate.add:{place.id}", "delegate-add")]
    for each in shown:
        if each.state != DECLINED:
            ways.append(choice(f"delegate.end:{each.id}", "delegate-end", name=_name(turn, each.person_id)))
    if len(found) > (number + 1) * PAGE:
        ways.append(choice(f"delegate.list:{place.id}/{number + 1}", "more"))
    turn.send(Message(text=cards.joined(_lines(turn, place, shown)), choices=tuple(ways)))


def add(turn: Turn) -> None:
    """Asks for the phone number of a resident."""
    place = stations.require(turn, turn.argument_id())
    if len(representatives.of_place(turn.tx, place.id, MOST)) >= MOST:
        raise Refused("delegate-enough", most=MOST)
    forms.start(turn, ADD, place=str(place.id))


def end(turn: Turn) -> None:
    """They are no representative any more, and are thanked."""
    named = representatives.read(turn.tx, turn.argument_id())
    if named is None:
        raise Refused("form-stale")
    place = stations.require(turn, named.place_id)
    if not representatives.leave(turn.tx, named.id):
        raise Refused("form-stale")
    if named.state == AGREED:
        turn.tell(named.person_id, Message(text=Text("delegate-thanks", {"place": stations.named(place)})))
    turn.argument = str(place.id)
    list_all(turn)


def quit_(turn: Turn) -> None:
    """A representative stops being one."""
    named = _asked(turn)
    representatives.end(turn.tx, named.id)
    turn.say("delegate-quit-done")


def agree(turn: Turn) -> None:
    """Yes: the secretary who asked hears it."""
    named = _asked(turn)
    if not representatives.answer(turn.tx, named.id, turn.person.id, AGREED):
        raise Refused("form-stale")
    turn.tell(named.named_by, Message(text=Text("delegate-agreed", {"name": turn.person.name or cards.NOTHING})))
    place = places.read(turn.tx, named.place_id)
    turn.say("delegate-welcome", choice(f"delegate.quit:{named.id}", "delegate-quit"), place=stations.named(place))


def decline(turn: Turn) -> None:
    """No: it is noted so that nobody asks again soon, and nobody is told of it in so many words."""
    named = _asked(turn)
    if not representatives.answer(turn.tx, named.id, turn.person.id, DECLINED):
        raise Refused("form-stale")
    turn.say("delegate-declined")


def moved(speaker: Speaker, person_id: int, place_id: int | None) -> None:
    """Somebody lives at another station now (None: at none): they represent no other any more, and are thanked."""
    for each in representatives.of_person(speaker.tx, person_id):
        if each.place_id != place_id and representatives.leave(speaker.tx, each.id) and each.state == AGREED:
            text = Text("delegate-thanks", {"place": stations.named(places.read(speaker.tx, each.place_id))})
            speaker.tell(person_id, Message(text=text, lane=Lane.REMINDERS))


def _lines(turn: Turn, place: Place, shown: list[Representative]) -> list[Text]:
    agreed = representatives.count(turn.tx, place.id)
    values = {"place": stations.named(place), "n": agreed, "fewest": results.FEWEST}
    lines = [Text("delegate-list" if agreed >= results.FEWEST else "delegate-list-few", values)]
    for each in shown:
        lines.append(Text(f"delegate-line-{each.state}", {"name": _name(turn, each.person_id)}))
    return lines


def _asked(turn: Turn) -> Representative:
    named = representatives.read(turn.tx, turn.argument_id())
    if named is None or named.person_id != turn.person.id:
        raise Refused("form-stale")
    return named


def _name(turn: Turn, person_id: int) -> str | Text:
    return people.read(turn.tx, person_id).name or cards.NOTHING


def _place(turn: Turn) -> Place:
    turn.argument = str(turn.dialogue.answers["place"])
    return stations.require(turn, turn.argument_id())


def _ask_phone(turn: Turn) -> Message:
    return Message(text=Text("delegate-ask-phone"))


def _read_phone(turn: Turn) -> str:
    """The person with this number who lives here; of anybody else nothing is said."""
    contact = turn.incoming.contact
    said = contact.phone if contact else turn.incoming.text
    number = next(iter(turn.reading.phones), None) or normalise_phone(said)
    if number is None:
        raise Again("delegate-phone-again")
    known = people.with_phone(turn.tx, Phone(number))
    place = _place(turn)
    found = next((each for each in known if _fits(turn, each, place)), None)
    if found is None:
        raise Again("delegate-nobody")
    reveals.add(turn.tx, found.id, turn.person.id, None, "name by phone", turn.now)
    return str(found.id)


def _fits(turn: Turn, person: Person, place: Place) -> bool:
    """A resident of the place whom a message reaches. Whoever holds the appraisal does not appraise."""
    joined = person.state == "joined" and stations.lives_in(turn, person, place)
    secretary = any(held.role == "secretary" for held in roles.of_person(turn.tx, person.id))
    return joined and not secretary and addresses.reachable(turn.tx, person.id) is not None


def _added(turn: Turn) -> None:
    place = _place(turn)
    person_id = int(turn.dialogue.answers["who"])
    number = representatives.name(turn.tx, place.id, person_id, turn.person.id, turn.now)
    name = _name(turn, person_id)
    if number is None:
        known = representatives.at_place(turn.tx, place.id, person_id)
        turn.say(f"delegate-known-{known.state if known is not None else ASKED}", *_on(place), name=name)
        return
    ways = (choice(f"delegate.yes:{number}", "delegate-yes"), choice(f"delegate.no:{number}", "delegate-no"))
    turn.tell(person_id, Message(text=Text("delegate-please", {"place": stations.named(place)}), choices=ways))
    turn.say("delegate-asked", *_on(place), name=name)


def _on(place: Place) -> tuple[Choice, ...]:
    return choice(f"delegate.add:{place.id}", "delegate-add"), choice(f"delegate.list:{place.id}", "delegate-back")


ADD = Form("delegateadd", (Question("who", _ask_phone, _read_phone, number=True),), _added, cancelled="form-cancelled")
FORMS = (ADD,)
ROUTES = (
    Route("press", "delegate.list", list_all),
    Route("press", "delegate.add", add),
    Route("press", "delegate.end", end),
    Route("press", "delegate.quit", quit_),
    Route("press", "delegate.yes", agree),
    Route("press", "delegate.no", decline),
)
