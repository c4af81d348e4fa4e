"""The rhythm of a card: how often somebody is visited and when next, as liaison and secretary see it and change it."""

from handlers.errors import Refused
from handlers.liaison import caring, rights
from handlers.message import Choice, Message, Text, choice
from handlers.rhythms import rhythm, rules
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words
from storage import cards, rhythms
from storage.cards import Card
from storage.rhythms import Rhythm

STOPPED = "stopped"  # by a liaison's tap: a new wish does not begin it again
NAMES = {
    rules.MONTHLY: "rhythm-monthly",
    rules.TWO_MONTHLY: "rhythm-two-monthly",
    rules.QUARTERLY: "rhythm-quarterly",
    rules.HALF_YEARLY: "rhythm-half-yearly",
}


def open_one(turn: Turn) -> None:
    """How often somebody is visited, and when next."""
    _show(turn, rights.require(turn, turn.argument_id()))


def often(turn: Turn) -> None:
    """Asks how often somebody is to be visited from now on."""
    card = rights.require(turn, turn.argument_id())
    ways = [choice(f"rhythm.set:{card.id}/{number}", NAMES[rule]) for number, rule in enumerate(rules.OFFERED)]
    turn.say("rhythm-how-often", *ways, name=caring.name_of(turn, card.person_id))


def change(turn: Turn) -> None:
    """Another rhythm, from its next day on; what is planned stays."""
    turn.argument, _, number = turn.argument.partition("/")
    card = rights.require(turn, turn.argument_id())
    routine = rhythms.of_card(turn.tx, card.id).get(rhythms.ROUTINE)
    if not number.isdigit() or int(number) >= len(rules.OFFERED) or routine is None:
        raise Refused("choice-unknown")
    rule = rules.OFFERED[int(number)]
    upcoming = rules.following(rule, routine.starts_on, day_words.today(turn.community, turn.now))
    if not rhythms.set_rule(turn.tx, routine.id, rule, True, upcoming):
        raise Refused("rhythm-over")
    _show(turn, card)


def stop(turn: Turn) -> None:
    """No routine visits any more, with one tap; another tap begins them again."""
    card = rights.require(turn, turn.argument_id())
    rhythm.stop(turn, card, STOPPED)
    ways = (choice(f"rhythm.start:{card.id}", "rhythm-start"), caring.way_to(card))
    turn.say("rhythm-stopped", *ways, name=caring.name_of(turn, card.person_id))


def start(turn: Turn) -> None:
    """Routine visits begin again. Refused where the person wishes none."""
    card = rights.require(turn, turn.argument_id())
    if card.wish == cards.NONE:
        raise Refused("rhythm-unwished")
    rhythm.begin(turn, card)
    _show(turn, card)


def _show(turn: Turn, card: Card) -> None:
    known = rhythms.of_card(turn.tx, card.id)
    routine = known.get(rhythms.ROUTINE)
    text, ways = _state(turn, card, routine)
    values = {"name": caring.name_of(turn, card.person_id), "state": text}
    turn.send(Message(text=Text("rhythm-is", values), choices=(*ways, caring.way_to(card)), lasting=True))


def _state(turn: Turn, card: Card, routine: Rhythm | None) -> tuple[Text, tuple[Choice, ...]]:
    """How it stands, and what can be done."""
    if routine is None or routine.state == rhythms.ENDED:
        return Text("rhythm-none"), (choice(f"rhythm.start:{card.id}", "rhythm-start"),)
    stop_way = choice(f"rhythm.stop:{card.id}", "rhythm-stop")
    if routine.state == rhythms.PAUSED:
        return _paused(turn, routine), (choice(f"rhythm.resume:{card.id}", "pause-resume"), stop_way)
    often_way = choice(f"rhythm.often:{card.id}", "rhythm-often")
    pause_way = choice(f"rhythm.pause:{card.id}", "rhythm-pause")
    return _running(turn, card, routine), (often_way, pause_way, stop_way)


def _running(turn: Turn, card: Card, routine: Rhythm) -> Text:
    to_come = rhythm.planned(turn, card.person_id, day_words.today(turn.community, turn.now))
    # What is not planned yet has no day: the rule's own may be a Sunday.
    key = "rhythm-next" if to_come else "rhythm-no-day"
    values = {"day": day_words.said(turn.community, to_come[0].day)} if to_come else {}
    often_text = Text(NAMES.get(routine.rule or "", "rhythm-special"))
    return Text(key, {"often": often_text, "calls": Text(f"rhythm-calls-{routine.calls}"), **values})


def _paused(turn: Turn, routine: Rhythm) -> Text:
    if routine.paused_until is None:
        return Text("rhythm-paused-open")
    return Text("rhythm-paused-until", {"day": day_words.said(turn.community, routine.paused_until)})


ROUTES = (
    Route("press", "rhythm.of", open_one),
    Route("press", "rhythm.often", often),
    Route("press", "rhythm.set", change),
    Route("press", "rhythm.stop", stop),
    Route("press", "rhythm.start", start),
)
