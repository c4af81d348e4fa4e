"""Details: the questions about a request that have an answer of their own: words, place, time, phone."""

from collections.abc import Callable
from typing import Any

from handlers import attachments, cards, forms
from handlers.asking import asides, browsing
from handlers.forms import Again
from handlers.message import Choice, Message, Span, Text, choice
from handlers.turn import Turn
from handlers.understanding import (
    Window,
    any_time,
    disagrees,
    mentioned_time,
    next_parts,
    normalise_phone,
    part_of,
    read_time,
    verdict_of,
)
from storage import people, places
from storage.phones import Phone
from storage.times import from_ms, to_ms

MOST_WORDS = 4000  # characters kept of what a request says
MOST_PLACE = 200
NEAR = 300.0  # metres: a position farther from every building is told as it is
OTHERS = ("family", "neighbour")  # for whom else somebody asks
HOME, HERE, ANY = "home", "here", "any"


def with_media(read: Callable[[Turn], Any]) -> Callable[[Turn], Any]:
    """Photos, voices and files are welcome with any answer; alone they are kept, and the question is asked again."""

    def reading(turn: Turn) -> Any:
        if not turn.incoming.media:
            return read(turn)
        answers = turn.dialogue.answers
        answers["media"] = [*answers.get("media", []), *attachments.keep(turn)]
        if not turn.incoming.text.strip():
            raise Again("ask-media-kept")
        return read(turn)

    return reading


def ask_address(turn: Turn) -> Message:
    """Where is it? Where the words name a building, only the rest is asked; one's own home is a button."""
    answers, named = turn.dialogue.answers, turn.dialogue.answers.get("named")
    choices: list[Choice] = []
    if named:
        choices.append(forms.pick("ask", "address", HERE, "ask-address-enough"))
    if turn.person.place_id is not None:
        choices.append(forms.pick("ask", "address", HOME, "ask-address-home"))
    text = Text("ask-address-at", {"place": cards.area(turn, int(named))}) if named else Text("ask-address")
    if answers.get("whom") in OTHERS and not named:
        text = Text("ask-address-helped")
    return Message(text=text, choices=tuple(choices), wants="position")


def read_address(turn: Turn) -> str:
    """Words, a position on the map (the nearest building is meant), or a button. Raises Again."""
    answers, home = turn.dialogue.answers, turn.person.place_id
    if turn.argument == HOME and home is not None:
        answers["place"] = str(home)
        return cards.full_address(turn, home, turn.person.door)
    if turn.argument == HERE and answers.get("named"):
        answers["place"] = answers["named"]
        return cards.full_address(turn, int(answers["named"]), "")
    if turn.incoming.position is not None:
        return _by_position(turn)
    words = turn.incoming.text.strip()
    if not words:
        raise Again("ask-address-in-words")
    named = browsing.named_place(turn, places.read(turn.tx, home) if home else None)
    if named is not None:
        answers["place"] = str(named.id)
    elif answers.get("whom") in OTHERS and home is not None:
        answers["place"] = str(places.read(turn.tx, home).parent_id or home)  # near, but not the asker's own house
    elif answers.get("named"):
        words = f"{cards.full_address(turn, int(answers['named']), '')} {words}"
    return words[:MOST_PLACE]


def _by_position(turn: Turn) -> str:
    point, words = turn.incoming.position, turn.incoming.text.strip()
    if point is None:
        return words
    near = places.nearest_building(turn.tx, point.latitude, point.longitude, NEAR)
    if near is not None:
        turn.dialogue.answers["place"] = str(near.id)
    name = cards.full_address(turn, near.id, "") if near is not None else ""
    return f"{name} {point.latitude:.5f},{point.longitude:.5f} {words}".strip()[:MOST_PLACE]


def ask_when(turn: Turn) -> Message:
    """When does it suit? The next parts of days by buttons, anything else in words."""
    return Message(text=Text("ask-when"), choices=times_to_choose(turn, "ask", "when"))


def times_to_choose(turn: Turn, form: str, question: str) -> tuple[Choice, ...]:
    """The next parts of days, and any time, as answers to a question of a form; `read_when` reads them."""
    here = turn.now.astimezone(turn.community.zone)
    parts = []
    for day, part in next_parts(here):
        key = f"ask-when-{'today' if day == here.date() else 'tomorrow'}-{part}"
        parts.append(forms.pick(form, question, f"{day.isoformat()}/{part}", key))
    return (*parts, forms.pick(form, question, ANY, "ask-when-any"))


def read_when(turn: Turn) -> dict[str, Any]:
    """A part of a day by button, or a time in words; other words are kept as they are. Raises Again."""
    here = turn.now.astimezone(turn.community.zone)
    words = turn.incoming.text.strip()[:MOST_PLACE]
    if turn.argument == ANY or (words and any_time(words)):
        return {"words": cards.ANY_TIME if turn.argument == ANY or read_time(words, here) is None else words}
    window = _pressed_part(turn) if turn.argument else read_time(words, here)
    if window is not None and window.over(here):
        raise Again("ask-when-past")
    if window is None and not turn.argument:
        asides.go_aside(turn)
    if window is None and (not words or verdict_of(words) is not None or disagrees(words)):
        raise Again("ask-when-in-words")
    return _kept_time(window.from_now(here), words) if window is not None else {"words": words}


def _pressed_part(turn: Turn) -> Window:
    """The part of a day behind a button; one that stood there since yesterday may be over. Raises Again."""
    day, _, part = turn.argument.partition("/")
    here = turn.now.astimezone(turn.community.zone)
    try:
        return part_of(type(here.date()).fromisoformat(day), part, here)
    except (ValueError, KeyError) as error:
        raise Again("ask-when-in-words") from error


def said_time(turn: Turn, words: str) -> dict[str, Any] | None:
    """The time that the first words ask for, as the answer to "when?"; None where they name none."""
    window = mentioned_time(words, turn.now.astimezone(turn.community.zone))
    return None if window is None else _kept_time(window, "")


def _kept_time(window: Window, words: str) -> dict[str, Any]:
    """A time as the dialogue keeps it; the words only where they say more, or name no single time."""
    more = window.rest or (window.end - window.start).days >= 1
    return {"words": words if more else "", "span": [to_ms(window.start), to_ms(window.end)]}


def span_in(kept: dict[str, Any] | None) -> Span | None:
    """The time in an answer to "when?"."""
    found = (kept or {}).get("span")
    return Span(from_ms(found[0]), from_ms(found[1])) if found else None


def ask_phone(turn: Turn) -> Message:
    """Which phone? The one we know is a button."""
    known = turn.person.phone
    choices = (choice("ask.phone:own", "plain", text=known),) if known is not None else ()
    return Message(text=Text("ask-phone"), choices=choices, wants="contact")


def read_phone(turn: Turn) -> str:
    """A number that can be one, typed or shared; kept for the next time. Raises Again."""
    if turn.argument == "own" and turn.person.phone is not None:
        return turn.person.phone.e164
    phone = phone_said(turn)
    if turn.person.phone is None:
        turn.person.phone = phone
        people.save(turn.tx, turn.person)
    return phone.e164


def phone_said(turn: Turn) -> Phone:
    """The number that was typed or shared. Raises Again."""
    contact = turn.incoming.contact
    number = (normalise_phone(contact.phone) or "") if contact else next(iter(turn.reading.phones), "")
    try:
        return Phone(number)
    except ValueError as error:
        raise Again("ask-phone-again") from error


def ask_words(turn: Turn) -> Message:
    """What is the matter?"""
    return Message(text=Text("ask-words"))


def read_words(turn: Turn) -> str:
    """Words, or a photo or voice that says it. Raises Again."""
    turn.dialogue.answers["media"] = [*turn.dialogue.answers.get("media", []), *attachments.keep(turn)]
    if not turn.incoming.text.strip() and not turn.incoming.media:
        raise Again("ask-words-please")
    return turn.incoming.text.strip()[:MOST_WORDS]
