"""The hotline's entry: any words become an answer, a form, a few choices, a friendly line, or a talk with a person.

Sure enough is acted upon at once; otherwise the likeliest meanings are shown, never more than three, and a way to a
person. The words stay with the choices, so that nobody types them twice.
"""

from collections.abc import Sequence

from handlers import menu
from handlers.asking import service_requests
from handlers.desk import asking as desk
from handlers.errors import Refused
from handlers.hotline import answering, assist, facilities, inquiring
from handlers.hotline.answering import QUESTION
from handlers.learning import collecting, knowledge, proposals
from handlers.message import Choice, Message, Named, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match, courtesy_of, verdict_of, way_of
from storage.catalogue import Item
from storage.inquiries import Inquiry

REQUEST = "request:"
TERSE = 2  # so few characters name a thing, and do not say what is wanted: nothing is opened at once
MOST_GUESSES = 3  # with the way to a person four choices
COURTESIES = ("greeting", "thanks", "bye", "laughing", "chat", "outside")  # what asks for nothing; unclear is none


def begin(turn: Turn) -> None:
    """Words, photos or voices out of the blue."""
    words, reading = turn.incoming.text.strip(), turn.reading
    inquiring.only_the_latest(turn)
    if not words:
        service_requests.begin(turn)
    elif not any(char.isalpha() for char in words):
        _nothing_said(turn)
    elif not turn.incoming.media and (_judged(turn, words) or _only_steers(turn, words) or _nearest(turn)):
        return
    elif reading.small_talk in COURTESIES and not turn.incoming.media:
        _small_talk(turn, reading.small_talk)
    else:
        _understand(turn, words)


def _only_steers(turn: Turn, words: str) -> bool:
    """Words that choose the language, judge or call off, where there is nothing to judge: they are no question."""
    verdict = verdict_of(words)
    if menu.names_language(words):
        menu.language(turn)
    elif verdict is not None or way_of(words) is not None:
        menu.show(turn, "hotline-glad" if verdict == "helped" else "hotline-no-words")
    else:
        return False
    return True


def _nearest(turn: Turn) -> bool:
    """Where the nearest of something is, unless the words are surely of something to be done."""
    sure = turn.reading.sure
    if (sure is not None and sure.kind == "request") or not facilities.nearest(turn):
        return False
    inquiring.note(turn, "answered")
    return True


def edited(turn: Turn) -> bool:
    """Words that the hotline has just answered were edited: the new ones are taken in their place."""
    latest = inquiring.last(turn)
    if latest is None or latest.message is None or latest.message != turn.incoming.message:
        return False
    begin(turn)
    return True


def _small_talk(turn: Turn, kind: str) -> None:
    """A friendly line and the menu: nothing was asked, and nothing is guessed."""
    if kind == "greeting":
        kind = courtesy_of(turn.incoming.text)
    menu.show(turn, None if kind == "greeting" else f"hotline-small-{kind}")


def _understand(turn: Turn, words: str) -> None:
    sure = turn.reading.sure if len(words) > TERSE else None
    item = turn.item(sure.code) if sure is not None and sure.kind == "request" else None
    if item is not None and item.urgency != "emergency":
        service_requests.open_with(turn, words, turn.reading.items, item=item.code)
    elif sure is not None and _answers(turn, sure):
        answering.answer(
            turn, sure.code, inquiring.note(turn, "answered", sure.label, answering.related(turn, sure.code))
        )
    else:
        _ask_which(turn, inquiring.note(turn, "unsure"))


def _answers(turn: Turn, sure: Match) -> bool:
    """Whether it is a question that has an answer."""
    return sure.kind == "faq" and knowledge.answer(turn, sure.code) is not None


def _ask_which(turn: Turn, inquiry: Inquiry) -> None:
    guesses = _guesses(turn, inquiry, inquiry.said.labels[: inquiry.said.likely])
    if guesses:
        _offer(turn, "hotline-which", guesses, inquiry)
        assist.ask(turn, inquiry)
    else:
        no_answer(turn, inquiry)


def _offer(turn: Turn, key: str, guesses: tuple[Choice, ...], inquiry: Inquiry) -> None:
    choices = (*guesses, choice(f"hotline.person:{inquiry.id}", "hotline-none-person"))
    turn.say_privately(Message(text=Text(key), choices=choices, key=inquiring.key_of(turn.person.id)))


def _guesses(turn: Turn, inquiry: Inquiry, labels: Sequence[str]) -> tuple[Choice, ...]:
    """The first of these meanings as choices: items as deeds, questions as questions."""
    named = ((label, _named(turn, label)) for label in labels)
    known = [(label, text) for label, text in named if text is not None][:MOST_GUESSES]
    place = inquiry.said.labels.index
    return tuple(Choice(f"hotline.pick:{inquiry.id}/{place(label)}", text) for label, text in known)


def _named(turn: Turn, label: str) -> Text | None:
    """A label in words; None where it is ruled out, or neither pack nor tables know it any more."""
    if not label:
        return None
    if label.startswith(QUESTION):
        entry = knowledge.answer(turn, label.removeprefix(QUESTION))
        return Text("plain", {"text": answering.question_of(entry)}) if entry else None
    item = turn.item(label.removeprefix(REQUEST))
    return _deed(item) if item else None


def _deed(item: Item) -> Text:
    key = "hotline-deed-emergency" if item.urgency == "emergency" else "hotline-deed"
    return Text(key, {"item": Named(item.name, item.name_en)})


def pick(turn: Turn) -> None:
    """One of the guesses it was: its answer, or its form with the words filled in."""
    inquiry, place = inquiring.pressed(turn)
    labels = inquiry.said.labels
    if not (place.isascii() and place.isdigit() and len(place) < 3 and int(place) < len(labels)):
        raise Refused("choice-unknown")
    _picked(turn, inquiry, labels[int(place)])


def _picked(turn: Turn, inquiry: Inquiry, label: str) -> None:
    proposals.confirmed(turn, inquiry.said.words, label)
    if label.startswith(QUESTION):
        if not answering.answer(turn, label.removeprefix(QUESTION), inquiry):
            raise Refused("hotline-answer-gone")
        return
    item = turn.item(label.removeprefix(REQUEST))
    if item is None:
        raise Refused("request-unknown")
    inquiring.settle(turn, inquiry, "form", label)
    inquiring.take_up(turn, inquiry)
    service_requests.open_with(turn, inquiry.said.words, (), item=item.code, message=inquiry.message)


def not_helped(turn: Turn) -> None:
    """The answer did not help: what else it may be; where there is nothing else, a person."""
    _not_helped(turn, inquiring.pressed(turn)[0])


def _not_helped(turn: Turn, inquiry: Inquiry) -> None:
    inquiry = inquiring.rule_out(turn, inquiry)
    inquiring.only_the_latest(turn)
    guesses = _guesses(turn, inquiry, inquiry.said.labels)
    if guesses:
        _offer(turn, "hotline-others", guesses, inquiry)
    else:
        no_answer(turn, inquiry)


def no_answer(turn: Turn, inquiry: Inquiry) -> None:
    """Nothing fits: it is kept for those who write answers; a person, the catalogue, or news once there is one."""
    inquiry = inquiring.settle(turn, inquiry, "nothing")
    number = collecting.unanswered(turn, inquiry.said.words)
    choices = [choice(f"hotline.person:{inquiry.id}", "menu-desk"), choice("menu.ask", "hotline-catalogue")]
    if number is not None:
        choices.append(collecting.wish_choice(number))
    text, key = Text("hotline-nothing" if number else "hotline-nothing-kept"), inquiring.key_of(turn.person.id)
    turn.say_privately(Message(text=text, choices=tuple(choices), key=key, lasting=True))


def person(turn: Turn) -> None:
    """None of these: a person, who sees the words. They are kept for those who write answers, too."""
    _to_person(turn, inquiring.pressed(turn)[0])


def _to_person(turn: Turn, inquiry: Inquiry) -> None:
    if inquiry.outcome == "unsure":
        collecting.unanswered(turn, inquiry.said.words)
    inquiring.settle(turn, inquiry, "person")
    inquiring.take_up(turn, inquiry)
    desk.ask_person(turn, inquiry.said.words)


def _judged(turn: Turn, words: str) -> bool:
    """Words that only judge what was said last are followed as the buttons below it are."""
    verdict = verdict_of(words)
    latest = inquiring.last(turn) if verdict is not None else None
    if latest is None:
        return False
    if latest.outcome == "unsure":
        if verdict == "helped":
            return False
        _to_person(turn, latest)
    elif latest.outcome == "answered":
        answering.was_helped(turn, latest) if verdict == "helped" else _not_helped(turn, latest)
    elif latest.outcome in ("not_helped", "nothing") and verdict != "helped":
        _to_person(turn, latest)
    else:
        return False
    return True


def _nothing_said(turn: Turn) -> None:
    """Signs, pictures or digits alone: a question back, and the menu. A photo beside them is a case."""
    if turn.incoming.media:
        service_requests.begin(turn)
    else:
        menu.show(turn, "hotline-only-phone" if turn.reading.phones else "hotline-no-words")


ROUTES = (
    Route("press", "hotline.pick", pick),
    Route("press", "hotline.no", not_helped),
    Route("press", "hotline.person", person),
)
