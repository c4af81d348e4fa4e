"""Helped: for whom a request is, where that is not the one who asks: the questions about them, and who they are."""

from dataclasses import replace

from handlers import cards, forms, permissions
from handlers.asking import details
from handlers.asking.details import OTHERS
from handlers.forms import Again
from handlers.message import Message, Text
from handlers.turn import Turn
from handlers.understanding import for_whom
from handlers.understanding.whom import WHOMS
from storage import addresses, people, places
from storage.catalogue import Item
from storage.people import Person
from storage.phones import Phone

MOST_NAME = 20  # characters
# Who left, refused or became one with another is not written to; the desk calls.
KNOWN_STATES = ("joined", "known", "new")


def said_whom(words: str) -> dict[str, object] | None:
    """For whom the first words ask, as the dialogue keeps it."""
    found = for_whom(words)
    return None if found is None else {"whom": found.whom, "clear": found.clear, "name": found.name}


def take_said(turn: Turn, item: Item) -> None:
    """What the words say about the helped is taken once it is known what it is about, and asked no more."""
    answers = turn.dialogue.answers
    said = answers.get("said whom")
    if said is None or "whom" in answers:
        return
    if said["whom"] == "self" or "person_helped" in item.needs:
        _set(turn, said["whom"])
    elif said["clear"]:
        answers["whom asked"] = True  # 帮我妈 about what needs nobody's consent: better asked than guessed


def wanted(turn: Turn, item: Item) -> bool:
    """Whether it must be asked for whom it is."""
    answers = turn.dialogue.answers
    return bool("person_helped" in item.needs or answers.get("whom asked") or "whom" in answers.get("changed", []))


def for_another(turn: Turn) -> bool:
    """Whether the request that is being written is for somebody else."""
    return turn.dialogue.answers.get("whom") in OTHERS


def ask_whom(turn: Turn) -> Message:
    """For whom is it?"""
    return Message(
        text=Text("helped-ask-whom"),
        choices=tuple(forms.pick("ask", "whom", whom, f"helped-{whom}") for whom in WHOMS),
    )


def read_whom(turn: Turn) -> str:
    """Oneself, family or a neighbour. Raises Again."""
    found = for_whom(turn.incoming.text) if turn.incoming.text.strip() else None
    whom = turn.argument if turn.argument in WHOMS else found.whom if found is not None else None
    if whom is None:
        raise Again("helped-whom-again")
    if found is not None and found.name:
        turn.dialogue.answers["said whom"] = {"whom": whom, "clear": True, "name": found.name}
    _set(turn, whom)
    return whom


def ask_name(turn: Turn) -> Message:
    """What are they called?"""
    return Message(text=Text(f"helped-ask-name-{turn.dialogue.answers['whom']}"))


def read_name(turn: Turn) -> str:
    """A name. Raises Again."""
    name = turn.incoming.text.strip()
    if not name:
        raise Again("helped-name-in-words")
    return name[:MOST_NAME]


def ask_phone(turn: Turn) -> Message:
    """Their phone?"""
    return Message(text=Text("helped-ask-phone", {"name": turn.dialogue.answers["helped_name"]}))


def read_phone(turn: Turn) -> str:
    """A number that can be one. Raises Again."""
    return details.phone_said(turn).e164


def line(turn: Turn) -> Text | None:
    """For whom it is, as the card says it; None where it is for oneself."""
    if not for_another(turn):
        return None
    answers = turn.dialogue.answers
    phone = answers.get("helped_phone")
    values = {"kind": Text(f"helped-{answers['whom']}"), "name": answers["helped_name"]}
    return Text("helped-line-phone", {**values, "phone": Phone(phone)}) if phone else Text("helped-line", values)


def known_words(turn: Turn) -> tuple[str, ...]:
    """Their name and number: what teams must not see in free words."""
    answers = turn.dialogue.answers
    phone = (answers.get("helped_phone") or "").removeprefix("+86")
    return tuple(word for word in (answers.get("helped_name"), phone) if word) if for_another(turn) else ()


def person(turn: Turn, place_id: int | None) -> Person | None:
    """Who is helped: somebody we know by the phone, or a new row. None where that is the one who asks."""
    if not for_another(turn):
        return None
    answers = turn.dialogue.answers
    phone = Phone(answers["helped_phone"]) if answers.get("helped_phone") else None
    known = [each for each in people.with_phone(turn.tx, phone) if each.state in KNOWN_STATES] if phone else []
    reached = [each for each in known if addresses.reachable(turn.tx, each.id) is not None]
    found = next(iter(reached or known), None)
    if found is not None:
        return None if found.id == turn.person.id else found
    new = replace(people.create(turn.tx, turn.person.language, turn.now), state="known")
    new.name, new.phone, new.place_id = answers["helped_name"], phone, place_id
    people.save(turn.tx, new)
    return new


def filed_by(turn: Turn, place_id: int | None) -> int | None:
    """The one who writes, where our people (desk, grid, liaison, coordinator) file for a neighbour of theirs."""
    path = places.read(turn.tx, place_id).path if place_id is not None else None
    ours = turn.dialogue.answers.get("whom") == "neighbour"
    return turn.person.id if ours and permissions.may(turn.roles, "file for another", path=path) else None


def _set(turn: Turn, whom: object) -> None:
    """It is for this one: what the words said and what is on record is set right."""
    answers = turn.dialogue.answers
    answers["whom"] = whom
    said, own = answers.get("said phone"), turn.person.phone
    if whom == "self":
        for name in ("helped_name", "helped_phone"):
            answers.pop(name, None)
        _set_home(turn)
        return
    called = str((answers.get("said whom") or {}).get("name") or "")
    if called:
        answers["helped_name"] = called[:MOST_NAME]
    if said and (own is None or said != own.e164):  # the number in the words is theirs
        answers["helped_phone"] = said
        answers.pop("phone", None)
        if own is not None:
            answers["phone"] = own.e164
    if answers.get("home taken"):
        answers.pop("address", None)


def _set_home(turn: Turn) -> None:
    answers, home = turn.dialogue.answers, turn.person.place_id
    if answers.get("home taken") and home is not None and "address" not in answers:
        answers["place"], answers["address"] = str(home), cards.full_address(turn, home, turn.person.door)
