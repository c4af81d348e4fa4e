"""Joining: who we are, what is kept and why, one tap to agree; what to be called, and where one lives.

Whatever somebody wrote before agreeing waits, sealed, in their dialogue and goes on from there afterwards. Nobody who
refuses is left without the numbers that help.
"""

import re
from dataclasses import asdict, replace
from typing import Any

from handlers import forms, menu
from handlers.asking.details import MOST_WORDS
from handlers.forms import Again, Form, Question
from handlers.hotline import hotline
from handlers.incoming import Attachment
from handlers.liaison import returning, uniting
from handlers.membership import leaving
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import bare_number, is_greeting, understand
from storage import consents, outbox, people, places, volunteers
from storage.places import Place

MOST_NAME = 20
KEPT = "first"
MOST_MEDIA = 10  # kept of what came before the person agreed
MOST_BUILDINGS = 17  # with "skip", "back" and "cancel" twenty buttons
HOUSE = re.compile(r"(?:Building |No\. ?)?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|号院|栋|幢|座|楼)?")


def first_contact(turn: Turn) -> None:
    """Somebody who has not agreed yet: what they wrote waits; we say who we are and ask.

    Who said no is not asked again and again: the way back is one button.
    """
    if turn.person.state == "died":
        phone = turn.community.pack.desk.phone
        turn.say("part-died-hello", choice("join.agree", "part-died-here"), phone=phone)
        return
    if turn.person.state == "refused":
        phone = turn.community.pack.desk.phone
        turn.say("join-refused-before", choice("join.agree", "join-agree-after-all"), phone=phone)
        return
    _keep_first_words(turn)
    outbox.close_questions_with_key(turn.tx, turn.address.id, _consent_key(turn))
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
            key=_consent_key(turn),
        )
    )


def agree(turn: Turn) -> None:
    """One tap: the person has joined; two short questions follow. Who had and was noted as dead is there again."""
    if turn.person.state == "joined":
        turn.say("join-already")
        return
    if turn.person.state == "died":
        returning.alive(turn)
        if turn.person.state == "joined":
            menu.show(turn, "part-here")
            return
    turn.person.state = "joined"
    turn.person.consented_at = turn.now
    people.save(turn.tx, turn.person)
    consents.give(turn.tx, turn.person.id, consents.SERVICE, turn.now)
    outbox.close_questions_with_key(turn.tx, turn.address.id, _consent_key(turn))
    forms.start(turn, JOIN, **{KEPT: turn.dialogue.answers.get(KEPT)})


def ask_name(turn: Turn) -> None:
    """Whoever joined by another way than `agree`, and has no name yet, is asked for it, and for nothing else."""
    outbox.close_questions_with_key(turn.tx, turn.address.id, _consent_key(turn))
    home = dict.fromkeys(("community", "estate", "building", "door"))
    forms.start(turn, JOIN, **{KEPT: turn.dialogue.answers.get(KEPT)}, **home)


def refuse(turn: Turn) -> None:
    """No is fine: nothing is kept but the no, and the numbers that help are given.

    Somebody who has joined meanwhile is asked about leaving: that is what the no means then.
    """
    if turn.person.state == "joined":
        leaving.leave_all(turn)
        return
    turn.person.state = "refused"
    people.save(turn.tx, turn.person)
    forms.forget(turn)
    desk = turn.community.pack.desk
    turn.say("join-refused", choice("join.agree", "join-agree-after-all"), phone=desk.phone)


def home_words(place: Place) -> Text:
    """A place as a label."""
    return Text("plain", {"text": Named(place.name, place.name_en)})


def _keep_first_words(turn: Turn) -> None:
    """What comes before the consent waits, sealed, in the dialogue; the rows of media are made only after it."""
    incoming = turn.incoming
    said = incoming.text.strip() if incoming.command is None and incoming.press is None else ""
    if is_greeting(said) or turn.reading.bare_number is not None:
        said = ""
    if said or incoming.media:
        before = turn.dialogue.answers.get(KEPT) or {"words": "", "media": []}
        words = "\n".join(filter(None, (before["words"], said)))
        media = [*before["media"], *(asdict(each) for each in incoming.media)]
        turn.dialogue.answers[KEPT] = {"words": words[:MOST_WORDS], "media": media[:MOST_MEDIA]}


def _consent_key(turn: Turn) -> str:
    return f"consent:{turn.person.id}"


def _other_language(turn: Turn) -> tuple[Choice, ...]:
    other = "zh-CN" if turn.person.language == "en" else "en"
    return (choice(f"menu.language:{other}", f"language-{other}"),)


def _ask_name(turn: Turn) -> Message:
    known = turn.incoming.name.strip()[:MOST_NAME]
    offered = (forms.pick(str(turn.dialogue.form), "name", "~", "plain", text=known),) if known else ()
    return Message(text=Text("join-ask-name"), choices=offered)


def _read_name(turn: Turn) -> str:
    name = turn.incoming.name.strip() if turn.argument == "~" else turn.incoming.text.strip()
    if not name:
        raise Again("join-name-in-words")
    turn.person.name = name[:MOST_NAME]
    people.save(turn.tx, turn.person)
    return turn.person.name


def _choices(turn: Turn, question: str, listed: list[Place]) -> tuple[Choice, ...]:
    form = turn.dialogue.form
    return tuple(Choice(f"{form}.{question}:{place.id}", home_words(place)) for place in listed[:MOST_BUILDINGS])


def _below(turn: Turn, question: str) -> list[Place]:
    answers = turn.dialogue.answers
    if question == "community":
        return places.of_kind(turn.tx, "community")
    above = answers.get("community") if question == "estate" else answers.get("estate")
    return places.children(turn.tx, int(above)) if above else []


def _ask_place(question: str) -> Any:
    def ask(turn: Turn) -> Message:
        if question == "building" and turn.person.elder and _by_house_number(turn):
            return Message(text=Text("join-ask-building-number"))
        return Message(text=Text(f"join-ask-{question}"), choices=_choices(turn, question, _below(turn, question)))

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
        meant = _by_number(listed, turn.reading.bare_number)
        if meant is None:
            raise Again("join-place-again")
        return str(meant.id)

    return read


def _by_number(listed: list[Place], number: int | None) -> Place | None:
    """A 5 is building 5, where there is one; otherwise the fifth button."""
    named = [place for place in listed if (found := HOUSE.fullmatch(place.name)) and bare_number(found[1]) == number]
    shown = listed[number - 1 : number] if number and number <= MOST_BUILDINGS else []
    return next(iter(named or shown), None) if number is not None else None


def _by_house_number(turn: Turn) -> bool:
    """Whether a number is the house's own. Who answers by digits reads a list of other names, with other numbers."""
    listed = _below(turn, "building")
    return not turn.person.elder or all(HOUSE.fullmatch(place.name) is not None for place in listed)


def _ask_door(turn: Turn) -> Message:
    return Message(text=Text("join-ask-door"))


def _read_door(turn: Turn) -> str:
    door = turn.incoming.text.strip()
    if not door:
        raise Again("join-door-in-words")
    return door[:MOST_NAME]


def settle_home(turn: Turn) -> bool:
    """Keeps the home that was answered; False where the person would not say."""
    answers = turn.dialogue.answers
    home = next((answers[name] for name in ("building", "estate", "community") if answers.get(name)), None)
    if home:
        turn.person.place_id, turn.person.door = int(home), answers.get("door") or ""
        people.save(turn.tx, turn.person)
        volunteers.add_news(turn.tx, turn.person.id)
    return bool(home)


def _joined(turn: Turn) -> None:
    answers = turn.dialogue.answers
    settle_home(turn)
    turn.say("join-welcome", name=turn.person.name)
    uniting.joined(turn)
    first = answers.get(KEPT)
    if first:
        _go_on_with(turn, first["words"], first["media"])
    else:
        menu.show(turn)


def _go_on_with(turn: Turn, words: str, media: list[dict[str, Any]]) -> None:
    """What came before the consent is handled as if it came now: the phone and the place in it count, too."""
    turn.incoming = replace(turn.incoming, text=words, media=tuple(Attachment(**each) for each in media), message=None)
    turn.reading = understand(words, turn.community.snapshot)
    hotline.begin(turn)


def _has_below(question: str) -> Any:
    return lambda turn: bool(_below(turn, question))


def _has_building(turn: Turn) -> bool:
    return bool(turn.dialogue.answers.get("building"))


# What one is called, and where one lives: asked when joining, and to correct it later.
NAME = Question("name", _ask_name, _read_name)
HOME = (
    Question("community", _ask_place("community"), _read_place("community"), skip=True),
    Question("estate", _ask_place("estate"), _read_place("estate"), wanted=_has_below("estate"), skip=True),
    Question(
        "building",
        _ask_place("building"),
        _read_place("building"),
        wanted=_has_below("building"),
        skip=True,
        number=_by_house_number,
    ),
    Question("door", _ask_door, _read_door, wanted=_has_building, skip=True, number=True),
)
JOIN = Form(
    "join",
    (NAME, *HOME),
    _joined,
    cancelled="join-later",
)
FORMS = (JOIN,)
ROUTES = (
    Route("press", "join.agree", agree, before_joining=True),
    Route("press", "join.refuse", refuse, before_joining=True),
)
