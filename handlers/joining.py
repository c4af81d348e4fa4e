"""Joining: who we are, what is kept and why, one tap to agree; what to be called, and where one lives.

Whatever somebody wrote before agreeing waits, sealed, in their dialogue and goes on from there afterwards. Nobody who
refuses is left without the numbers that help.
"""

from typing import Any

from handlers import forms, menu, service_requests
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import understand
from storage import people, places
from storage.places import Place

MOST_NAME = 20
KEPT = "first"
MOST_BUILDINGS = 18


def first_contact(turn: Turn) -> None:
    """Somebody who has not agreed yet: what they wrote waits; we say who we are and ask.

    Who said no is not asked again and again: the way back is one button.
    """
    if turn.person.state == "refused":
        phone = turn.community.pack.desk.phone
        turn.say("join-refused-before", choice("join.agree", "join-agree-after-all"), phone=phone)
        return
    _keep_first_words(turn)
    consent = turn.community.pack.consent
    turn.send(
        Message(
            text=Text(
                "join-consent",
                {
                    "who": Named(consent.who, consent.who_en),
                    "keeps": Named(consent.keeps, consent.keeps_en),
                    "contact": Named(consent.contact, consent.contact_en),
                },
            ),
            choices=(choice("join.agree", "join-agree"), choice("join.refuse", "join-refuse"), *_other_language(turn)),
        )
    )


def agree(turn: Turn) -> None:
    """One tap: the person has joined; two short questions follow."""
    if turn.person.state == "joined":
        turn.say("join-already")
        return
    turn.person.state = "joined"
    turn.person.consented_at = turn.now
    people.save(turn.tx, turn.person)
    forms.start(turn, JOIN, **{KEPT: turn.dialogue.answers.get(KEPT)})


def refuse(turn: Turn) -> None:
    """No is fine: nothing is kept but the no, and the numbers that help are given."""
    turn.person.state = "refused"
    people.save(turn.tx, turn.person)
    turn.dialogue.answers = {}
    desk = turn.community.pack.desk
    turn.say("join-refused", choice("join.agree", "join-agree-after-all"), phone=desk.phone)


def home_words(place: Place) -> Text:
    """A place as a label."""
    return Text("plain", {"text": Named(place.name, place.name_en)})


def _keep_first_words(turn: Turn) -> None:
    said = turn.incoming.text.strip() if turn.incoming.command is None and turn.incoming.press is None else ""
    if said:
        turn.dialogue.answers[KEPT] = said[: service_requests.MOST_WORDS]


def _other_language(turn: Turn) -> tuple[Choice, ...]:
    other = "zh-CN" if turn.person.language == "en" else "en"
    return (choice(f"menu.language:{other}", f"language-{other}"),)


def _ask_name(turn: Turn) -> Message:
    known = turn.incoming.name.strip()[:MOST_NAME]
    offered = (forms.pick("join", "name", "~", "plain", text=known),) if known else ()
    return Message(text=Text("join-ask-name"), choices=offered)


def _read_name(turn: Turn) -> str:
    name = turn.incoming.name.strip() if turn.argument == "~" else turn.incoming.text.strip()
    if not name:
        raise Again("join-name-in-words")
    turn.person.name = name[:MOST_NAME]
    people.save(turn.tx, turn.person)
    return turn.person.name


def _choices(question: str, listed: list[Place]) -> tuple[Choice, ...]:
    return tuple(Choice(f"join.{question}:{place.id}", home_words(place)) for place in listed[:MOST_BUILDINGS])


def _below(turn: Turn, question: str) -> list[Place]:
    answers = turn.dialogue.answers
    if question == "community":
        return places.of_kind(turn.tx, "community")
    above = answers.get("community") if question == "estate" else answers.get("estate")
    return places.children(turn.tx, int(above)) if above else []


def _ask_place(question: str) -> Any:
    def ask(turn: Turn) -> Message:
        return Message(text=Text(f"join-ask-{question}"), choices=_choices(question, _below(turn, question)))

    return ask


def _read_place(question: str) -> Any:
    def read(turn: Turn) -> str:
        listed = _below(turn, question)
        typed = turn.incoming.text.strip()
        for place in listed:
            if turn.argument == str(place.id) or (typed and typed in (place.name, place.name_en, place.code)):
                return str(place.id)
        for code in turn.reading.places:
            for place in listed:
                if place.code == code:
                    return str(place.id)
        raise Again("join-place-again")

    return read


def _ask_door(turn: Turn) -> Message:
    return Message(text=Text("join-ask-door"))


def _read_door(turn: Turn) -> str:
    door = turn.incoming.text.strip()
    if not door:
        raise Again("join-door-in-words")
    return door[:MOST_NAME]


def _joined(turn: Turn) -> None:
    answers = turn.dialogue.answers
    home = next((answers[name] for name in ("building", "estate", "community") if answers.get(name)), None)
    turn.person.place_id = int(home) if home else None
    turn.person.door = answers.get("door") or ""
    people.save(turn.tx, turn.person)
    first = answers.get(KEPT)
    turn.say("join-welcome", name=turn.person.name)
    if first:
        turn.reading = understand(first, turn.community.snapshot)  # the phone and the place in it count, too
        service_requests.open_with(turn, first, turn.reading.items)
    else:
        menu.show(turn)


def _has_below(question: str) -> Any:
    return lambda turn: bool(_below(turn, question))


JOIN = Form(
    "join",
    (
        Question("name", _ask_name, _read_name),
        Question("community", _ask_place("community"), _read_place("community"), skip=True),
        Question("estate", _ask_place("estate"), _read_place("estate"), wanted=_has_below("estate"), skip=True),
        Question("building", _ask_place("building"), _read_place("building"), wanted=_has_below("building"), skip=True),
        Question(
            "door", _ask_door, _read_door, wanted=lambda turn: bool(turn.dialogue.answers.get("building")), skip=True
        ),
    ),
    _joined,
    cancelled="join-later",
)
FORMS = (JOIN,)
ROUTES = (
    Route("press", "join.agree", agree, before_joining=True),
    Route("press", "join.refuse", refuse, before_joining=True),
)
