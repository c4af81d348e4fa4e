"""Handing over: one person, some, or all of a liaison's people go to another, with the history and what is planned."""

from handlers import forms
from handlers.coordinating import steering
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import caring, people_lists, person_card, rights
from handlers.message import Choice, Lane, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import cards, people, places
from storage.cards import Card

MOST = 1000  # people handed over at once
SHOWN = 12  # with "next", "done" and the ways on less than twenty
MOST_NAMED = 20  # names in one message
ALL, SOME, READY, NEXT = "all", "some", "ready", "next"
NOBODY = "0"


def one(turn: Turn) -> None:
    """Who shall look after somebody?"""
    turn.argument, _, page = turn.argument.partition("/")
    card = rights.require(turn, turn.argument_id(), "assign visits")
    ways = people_lists.liaison_choices(turn, card.place_id, f"hand.to:{card.id}/{{}}", but=card.liaison_id)
    _ask_who(turn, card, steering.page_of(ways, page, SHOWN, f"hand.one:{card.id}"), "hand-to-whom")


def to(turn: Turn) -> None:
    """The tap: another liaison from now on."""
    card, liaison_id = _picked(turn)
    fresh = caring.assign(turn, card, liaison_id, card.deputy_id, turn.person.id)
    values = {"name": caring.name_of(turn, card.person_id), "liaison": caring.named(turn, liaison_id)}
    turn.say("hand-one-done", caring.way_to(fresh), **values)


def deputy(turn: Turn) -> None:
    """Who stands in for the liaison?"""
    turn.argument, _, page = turn.argument.partition("/")
    card = rights.require(turn, turn.argument_id(), "assign visits")
    ways = people_lists.liaison_choices(turn, card.place_id, f"hand.second:{card.id}/{{}}", but=card.liaison_id)
    nobody = [choice(f"hand.second:{card.id}/{NOBODY}", "hand-no-deputy")] if card.deputy_id is not None else []
    shown = steering.page_of(ways, page, SHOWN, f"hand.deputy:{card.id}")
    _ask_who(turn, card, [*shown, *nobody], "hand-which-deputy")


def second(turn: Turn) -> None:
    """The tap: another deputy from now on, or none."""
    card, deputy_id = _picked(turn, may_be_nobody=True)
    caring.assign(turn, card, card.liaison_id, deputy_id, turn.person.id)
    if deputy_id is not None:
        values = {"name": caring.name_of(turn, card.person_id), "liaison": caring.named(turn, card.liaison_id)}
        message = Message(text=Text("caring-deputy-now", values), choices=(caring.way_to(card),), lane=Lane.REMINDERS)
        turn.tell(deputy_id, message)
    person_card.show(turn, cards.get(turn.tx, card.id))


def begin(turn: Turn) -> None:
    """All or some of a liaison's people, or of those without one, to somebody else."""
    place_id, giver = steering.pair(turn)
    place = steering.place(turn, place_id)
    if not person_card.may_assign(turn, place.id):
        raise Refused("not-allowed")
    forms.start(turn, HANDING, station=str(place.id), giver=str(giver))


def hand_over(speaker: Speaker, given: list[Card], liaison_id: int, actor_id: int | None) -> None:
    """Hands people (locked) over in one step: history and plans go along; both sides hear it, and each of the people.

    The old deputy stays, unless they are the new liaison.
    """
    givers: dict[int | None, list[Card]] = {}
    for card in given:
        fresh = caring.give(speaker, card, liaison_id, card.deputy_id, actor_id, "hand over")
        givers.setdefault(card.liaison_id, []).append(card)
        caring.tell_person(speaker, fresh)
    names = _names(speaker, given)
    if liaison_id != actor_id:
        values = {"n": len(given), "names": names}
        ways = (choice("liaison.mine", "hand-see-people"),)
        speaker.tell(liaison_id, Message(text=Text("hand-yours-now", values), choices=ways, lane=Lane.REMINDERS))
    for giver, theirs in givers.items():
        if giver not in (None, actor_id):
            values = {"n": len(theirs), "names": _names(speaker, theirs), "to": caring.name_of(speaker, liaison_id)}
            speaker.tell(giver, Message(text=Text("hand-not-yours", values), lane=Lane.REMINDERS))


def _names(speaker: Speaker, given: list[Card]) -> list[str | Text]:
    return [caring.name_of(speaker, card.person_id) for card in given[:MOST_NAMED]]


def _ask_who(turn: Turn, card: Card, ways: list[Choice], key: str) -> None:
    if not ways:
        raise Refused("hand-nobody-there", caring.way_to(card))
    text = Text(key, {"name": caring.name_of(turn, card.person_id)})
    turn.send(Message(text=text, choices=(*ways, caring.way_to(card))))


def _picked(turn: Turn, may_be_nobody: bool = False) -> tuple[Card, int | None]:
    number, who = steering.pair(turn)
    card = rights.require(turn, number, "assign visits")
    if may_be_nobody and who == 0:
        return card, None
    if who not in people_lists.liaisons(turn, card.place_id):
        raise Refused("hand-not-liaison")
    return card, who


def _theirs(turn: Turn) -> list[Card]:
    """Whom it is about: the giver's people of this station, or those without a liaison."""
    place_id, giver = int(turn.dialogue.answers["station"]), int(turn.dialogue.answers["giver"])
    if not giver:
        return cards.without_liaison(turn.tx, place_id, MOST)
    return [each for each in cards.of_liaison(turn.tx, giver, MOST) if each.place_id == place_id]


def _giver(turn: Turn) -> Text | str:
    giver = int(turn.dialogue.answers["giver"])
    return people.read(turn.tx, giver).name if giver else Text("hand-from-nobody")


def _ask_which(turn: Turn) -> Message:
    ways = (
        forms.pick("handing", "which", ALL, "hand-all", n=len(_theirs(turn))),
        forms.pick("handing", "which", SOME, "hand-some"),
    )
    return Message(text=Text("hand-which", {"giver": _giver(turn)}), choices=ways)


def _read_which(turn: Turn) -> str:
    if turn.argument not in (ALL, SOME):
        raise Again("hand-tap-please")
    return turn.argument


def _ask_pick(turn: Turn) -> Message:
    answers, found = turn.dialogue.answers, _theirs(turn)
    picked, start = answers.get("picked", []), int(answers.get("start", 0))
    ways = [
        forms.pick(
            "handing",
            "pick",
            each.id,
            "hand-picked" if str(each.id) in picked else "hand-not-picked",
            name=caring.name_of(turn, each.person_id),
        )
        for each in found[start : start + SHOWN]
    ]
    if len(found) > SHOWN:
        ways.append(forms.pick("handing", "pick", NEXT, "more"))
    if picked:
        ways.append(forms.pick("handing", "pick", READY, "hand-ready", n=len(picked)))
    return Message(text=Text("hand-pick"), choices=tuple(ways))


def _read_pick(turn: Turn) -> bool:
    """A tap picks one, or lets it go; "ready" ends it. Raises Again."""
    answers, found = turn.dialogue.answers, _theirs(turn)
    picked = answers.setdefault("picked", [])
    if turn.argument == READY and picked:
        return True
    if turn.argument == NEXT:
        start = int(answers.get("start", 0)) + SHOWN
        answers["start"] = start if start < len(found) else 0
        raise Again()
    if turn.argument not in {str(each.id) for each in found}:
        raise Again("hand-tap-please")
    answers["picked"] = [each for each in picked if each != turn.argument] + (
        [] if turn.argument in picked else [turn.argument]
    )
    raise Again()


def _ask_to(turn: Turn) -> Message:
    answers = turn.dialogue.answers
    ways = people_lists.liaison_choices(turn, int(answers["station"]), "handing.to:{}", but=int(answers["giver"]))
    start = int(answers.get("from", 0)) % max(len(ways), 1)
    on = (forms.pick("handing", "to", NEXT, "more"),) if len(ways) > SHOWN else ()
    return Message(text=Text("hand-to" if ways else "hand-nobody-there"), choices=(*ways[start : start + SHOWN], *on))


def _read_to(turn: Turn) -> str:
    """Whom the tap or the written name means; "more" shows the next ones. Raises Again."""
    answers = turn.dialogue.answers
    if turn.argument == NEXT:
        start = int(answers.get("from", 0)) + SHOWN
        answers["from"] = start if start < len(people_lists.liaisons(turn, int(answers["station"]))) - 1 else 0
        raise Again()
    found = [each for each in people_lists.liaisons(turn, int(answers["station"])) if str(each) != answers["giver"]]
    words = turn.incoming.text.strip()
    for each in found:
        if turn.argument == str(each) or (words and people.read(turn.tx, each).name == words):
            return str(each)
    raise Again("hand-tap-please")


def _ask_sure(turn: Turn) -> Message:
    values = {
        "n": len(_chosen(turn)),
        "giver": _giver(turn),
        "to": caring.name_of(turn, int(turn.dialogue.answers["to"])),
    }
    return Message(text=Text("hand-sure", values), choices=(forms.pick("handing", "sure", "yes", "hand-yes"),))


def _read_sure(turn: Turn) -> bool:
    if turn.argument != "yes":
        raise Again("hand-tap-please")
    return True


def _chosen(turn: Turn) -> list[Card]:
    answers = turn.dialogue.answers
    found = _theirs(turn)
    return found if answers["which"] == ALL else [each for each in found if str(each.id) in answers["picked"]]


def _done(turn: Turn) -> None:
    """All in one turn; whoever was closed or given to somebody else meanwhile is left out."""
    answers = turn.dialogue.answers
    place, giver, liaison_id = int(answers["station"]), int(answers["giver"]) or None, int(answers["to"])
    if not person_card.may_assign(turn, place):
        raise Refused("not-allowed")
    if liaison_id not in people_lists.liaisons(turn, place):
        raise Refused("hand-not-liaison")
    locked = [cards.lock(turn.tx, card_id) for card_id in sorted(each.id for each in _chosen(turn))]
    given = [each for each in locked if each is not None and each.state == cards.OPEN and each.liaison_id == giver]
    hand_over(turn, given, liaison_id, turn.person.id)
    where = places.read(turn.tx, place)
    values = {"n": len(given), "to": caring.name_of(turn, liaison_id), "place": Named(where.name, where.name_en)}
    turn.say("hand-done", choice(f"liaison.station:{place}", "people-back"), **values)


HANDING = Form(
    "handing",
    (
        Question("which", _ask_which, _read_which),
        Question("pick", _ask_pick, _read_pick, wanted=lambda turn: turn.dialogue.answers["which"] == SOME),
        Question("to", _ask_to, _read_to),
        Question("sure", _ask_sure, _read_sure),
    ),
    _done,
    cancelled="hand-left",
)
FORMS = (HANDING,)
ROUTES = (
    Route("press", "hand.one", one),
    Route("press", "hand.to", to),
    Route("press", "hand.deputy", deputy),
    Route("press", "hand.second", second),
    Route("press", "hand.all", begin),
)
