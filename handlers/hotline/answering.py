"""Answering: the card of a question: what, where and when, what to bring, how old it is, and what one can do next."""

from handlers import cards
from handlers.asking import browsing, service_requests
from handlers.errors import Refused
from handlers.hotline import facilities, inquiring
from handlers.learning import knowledge, proposals
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import Match
from storage.inquiries import Inquiry

QUESTION = "faq:"


def answer(turn: Turn, code: str, inquiry: Inquiry) -> bool:
    """Says the answer to what was asked; False where there is none any more."""
    entry = knowledge.answer(turn, code)
    if entry is None:
        return False
    inquiring.settle(turn, inquiry, "answered", f"{QUESTION}{code}")
    inquiring.only_the_latest(turn)
    turn.say_privately(
        Message(
            text=card(turn, entry),
            choices=_ways(turn, entry, inquiry),
            key=inquiring.key_of(turn.person.id),
            lasting=True,
        )
    )
    return True


def show(turn: Turn, code: str) -> None:
    """Says the answer to a question that was come to by buttons. Refused where there is none any more."""
    if not answer(turn, code, inquiring.note_browsed(turn, f"{QUESTION}{code}", related(turn, code))):
        raise Refused("hotline-answer-gone")


def card(turn: Turn, entry: FaqEntry) -> Text:
    """An answer with all that one needs to go there, each in a line of its own, in the reader's language."""
    facility = facilities.find(turn, entry.facility)
    bring = Named(entry.bring, entry.bring_en)
    only_chinese = turn.person.language == "en" and not entry.answer_en
    return cards.joined(
        [
            Text("hotline-question", {"question": question_of(entry)}),
            Text("plain", {"text": Named(entry.answer, entry.answer_en)}),
            Text("hotline-bring", {"bring": bring}) if entry.bring else None,
            *(facilities.lines(turn, facility) if facility else ()),
            *_reviewed(turn, entry),
            Text("hotline-only-chinese") if only_chinese else None,
        ]
    )


def related(turn: Turn, code: str) -> list[str]:
    """The labels of the questions that lead to the same items: what may be meant where an answer did not help."""
    entries = knowledge.all(turn)
    items = {item for entry in entries if entry.code == code for item in entry.items}
    return [f"{QUESTION}{entry.code}" for entry in entries if entry.code != code and items.intersection(entry.items)]


def question_of(entry: FaqEntry) -> Named:
    """A question in both languages."""
    return Named(entry.question, entry.question_en)


def begin_request(turn: Turn) -> None:
    """The form that the answer leads to, with the words already said."""
    inquiry, _ = inquiring.pressed(turn)
    entry = knowledge.answer(turn, (inquiry.label or "").removeprefix(QUESTION))
    items = [code for code in entry.items if turn.item(code) is not None] if entry else []
    if not items:
        raise Refused("hotline-answer-gone")
    inquiring.take_up(turn, inquiry)
    inquiring.settle(turn, inquiry, "form")
    said = inquiry.said.words
    if len(items) == 1:
        service_requests.open_with(turn, said, (), item=items[0], message=inquiry.message)
    else:
        matches = tuple(Match(code, 0.0, "") for code in items[: browsing.MOST_MATCHES])
        service_requests.open_with(turn, said, matches, message=inquiry.message)


def helped(turn: Turn) -> None:
    """It helped: good. The words are worth learning."""
    was_helped(turn, inquiring.pressed(turn)[0])


def was_helped(turn: Turn, inquiry: Inquiry) -> None:
    """The same, also where somebody says so in words."""
    inquiring.settle(turn, inquiry, "helped")
    if inquiry.label and inquiry.said.words:
        proposals.confirmed(turn, inquiry.said.words, inquiry.label)
    turn.say("hotline-glad")


def _ways(turn: Turn, entry: FaqEntry, inquiry: Inquiry) -> tuple[Choice, ...]:
    """Four at most: the form, the map, and whether it helped."""
    facility = facilities.find(turn, entry.facility)
    form = any(turn.item(code) is not None for code in entry.items)
    return (
        *((choice(f"hotline.do:{inquiry.id}", "hotline-do"),) if form else ()),
        *(facilities.map_choice(facility) if facility else ()),
        choice(f"hotline.yes:{inquiry.id}", "hotline-yes"),
        choice(f"hotline.no:{inquiry.id}", "hotline-no"),
    )


def _reviewed(turn: Turn, entry: FaqEntry) -> list[Text]:
    """When somebody last looked at it, who that is, and whether that is too long ago."""
    if entry.reviewed is None:
        return []
    today = turn.now.astimezone(turn.community.zone).date()
    owner = _owner(turn, entry.owner)
    values = {"day": entry.reviewed.isoformat(), "owner": owner}
    key = "hotline-reviewed" if owner != "" else "hotline-reviewed-by-nobody"
    lines = [Text(key, values if owner != "" else {"day": values["day"]})]
    return [*lines, Text("hotline-old")] if knowledge.is_old(entry, today) else lines


def _owner(turn: Turn, owner: str) -> Named | str:
    """Who looks after an answer: a handler of the pack, or a name."""
    handler = next((each for each in turn.community.pack.handlers if each.code == owner), None)
    return Named(handler.name, handler.name_en) if handler else owner


ROUTES = (
    Route("press", "hotline.do", begin_request),
    Route("press", "hotline.yes", helped),
)
