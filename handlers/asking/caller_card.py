"""The card of a caller's request: all that is known of it, for one tap; alone, or together with the neighbours."""

from handlers import cards, forms
from handlers.asking import me_too
from handlers.errors import Refused
from handlers.forms import Again
from handlers.message import Message, Text, choice
from handlers.turn import Turn
from handlers.understanding import agrees
from storage import people
from storage.catalogue import Item
from storage.me_too import Case
from storage.phones import Phone

NEW = "0"  # stands for somebody whom nobody knows


def ask(turn: Turn) -> Message:
    """The card for one tap; where neighbours have reported the same, they can be joined instead."""
    item, answers = item_of(turn), turn.dialogue.answers
    values = {
        "item": cards.item_name(item),
        "name": name_of(turn),
        "phone": Phone(answers["phone"]),
        "address": address_of(turn),
        "words": answers["words"],
    }
    case = case_of(turn)
    together = Text(f"together-caller-{item.shared}", {"n": len(case.people)}) if case else None
    join = (forms.pick("enter", "confirm", case.id, "together-yes"),) if case else ()
    yes = forms.pick("enter", "confirm", "yes", "enter-alone" if case else "enter-yes")
    return Message(
        text=cards.joined([Text("enter-card", values), together, Text("enter-card-right")]),
        choices=(*join, yes, choice("enter.change", "enter-change-it")),
        sensitive=item.sensitive,
    )


def read(turn: Turn) -> str:
    """A yes: on its own, or together with the neighbours. Raises Again."""
    case = case_of(turn)
    if case is not None and turn.argument == str(case.id):
        turn.dialogue.answers[me_too.NAME] = str(case.id)
        return "yes"
    if turn.argument == "yes" or agrees(turn.incoming.text):
        turn.dialogue.answers[me_too.NAME] = me_too.NO
        return "yes"
    raise Again("enter-press-please")


def case_of(turn: Turn) -> Case | None:
    """The neighbours' case that the caller may join."""
    answers = turn.dialogue.answers
    person_id = None if is_new(turn) else int(answers["who"])
    return me_too.found(turn, item_of(turn), int(answers["place"]), person_id)


def is_new(turn: Turn) -> bool:
    """Whether the caller is nobody we know."""
    return bool(turn.dialogue.answers.get("who", NEW) == NEW)


def name_of(turn: Turn) -> str:
    """What the caller is called."""
    answers = turn.dialogue.answers
    return answers["name"] if is_new(turn) else people.read(turn.tx, int(answers["who"])).name


def address_of(turn: Turn) -> str:
    """Where it is, in words."""
    answers = turn.dialogue.answers
    exact = cards.full_address(turn, int(answers["place"]), str(answers.get("door") or ""))
    return str(answers.get("address") or exact)


def item_of(turn: Turn) -> Item:
    """What it is about. Refused (and the form closed) where nobody knows it any more."""
    item = turn.item(str(turn.dialogue.answers["item"]))
    if item is None:
        raise Refused("request-unknown", closes_form=True)
    return item
