"""Editing facilities: hours, telephone and address in chat, used from the next message on, with who changed what."""

import re

from handlers import cards, forms, permissions
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import drafting, knowledge, listing
from handlers.learning.facilities_edited import ENGLISH, facilities
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs import checks, opening
from handlers.packs.model import Facility, FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from storage import facility_changes, people
from storage.answers import Change

FIELDS = ("hours", "phone", "address")
MOST = 80  # characters of each
MOST_LISTED = 20
MOST_HISTORY = 10
MOST_ANSWERS = 3  # that say what was changed, beside the way to look at the facility
TIME = re.compile(r"\d{1,2}[:：]\d{2}")
NONE = "none"
FINDING = "find-answer"  # the form that offers the way here
MOVED, STAYED = "moved", "stayed"


def find_choice() -> Choice:
    """The button that leads here."""
    return choice("facility.find", "facility-edit")


def find(turn: Turn) -> None:
    """Which facility?"""
    permissions.require(turn, "edit answers")
    if turn.dialogue.form == FINDING:
        forms.close(turn)
    forms.start(turn, FIND)


def show(turn: Turn) -> None:
    """A facility as residents see it, and what can be changed."""
    permissions.require(turn, "edit answers")
    facility = _facility(turn, turn.argument)
    ways = tuple(choice(f"facility.field:{facility.code}/{name}", f"facility-{name}") for name in FIELDS)
    history = choice(f"facility.history:{facility.code}", "answer-history")
    turn.send(Message(text=cards.joined(_lines(facility)), choices=(*ways, history), lasting=True))


def change(turn: Turn) -> None:
    """One thing is to be changed: to what?"""
    permissions.require(turn, "edit answers")
    code, _, field = turn.argument.partition("/")
    if field not in FIELDS:
        raise Refused("choice-unknown")
    forms.start(turn, EDIT, code=_facility(turn, code).code, field=field)


def history(turn: Turn) -> None:
    """Who changed what, the latest first."""
    permissions.require(turn, "edit answers")
    facility = _facility(turn, turn.argument)
    lines = [_history_line(turn, each) for each in facility_changes.changes(turn.tx, facility.code, MOST_HISTORY)]
    turn.send(Message(text=cards.joined([Text("answer-history-head" if lines else "answer-history-none"), *lines])))


def _facility(turn: Turn, code: str) -> Facility:
    """A facility as it is now, also where it was changed a moment ago. Refused where there is none."""
    of_pack = [each for each in turn.community.pack.facilities if each.code == code]
    for each in facilities(of_pack, facility_changes.all_edited(turn.tx)):
        return each
    raise Refused("choice-unknown")


def _named(facility: Facility) -> Named:
    return Named(facility.name, facility.name_en)


def _lines(facility: Facility) -> list[Text]:
    return [
        Text("plain", {"text": _named(facility)}),
        *(Text(f"facility-now-{name}", {"now": _both(facility, name)}) for name in FIELDS),
    ]


def _both(facility: Facility, field: str) -> str | Text:
    """Staff see the words in both languages: both are shown to residents."""
    words = [getattr(facility, field), getattr(facility, ENGLISH[field]) if field in ENGLISH else ""]
    return " / ".join(dict.fromkeys(each for each in words if each)) or cards.NOTHING


def _history_line(turn: Turn, one: Change) -> Text:
    by: object = Text("answer-by-pack") if one.person_id is None else people.read(turn.tx, one.person_id).name
    after: object = Text("facility-map-moved") if one.field == "at" else one.after
    values = {"at": one.at, "by": by or cards.NOTHING, "what": Text(f"facility-field-{one.field}")}
    return Text("answer-history-line", {**values, "after": after or cards.NOTHING})


def _ask_which(turn: Turn) -> Message:
    known = {each.code: each for each in turn.community.pack.facilities}
    found = [known[code] for code in turn.dialogue.answers.get("found", known) if code in known]
    ways = tuple(choice(f"find-facility.code:{each.code}", "plain", text=_named(each)) for each in found[:MOST_LISTED])
    return Message(text=Text("facility-which"), choices=ways)


def _read_which(turn: Turn) -> str:
    if turn.argument:
        return _facility(turn, turn.argument).code
    found = [each.code for each in drafting.facilities_called(turn, turn.incoming.text)]
    if len(found) == 1:
        return found[0]
    if found:
        turn.dialogue.answers["found"] = found
    raise Again(None if found else "teach-no-facility")


def _found(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["code"])
    show(turn)


def _asked(turn: Turn) -> tuple[Facility, str]:
    said = turn.dialogue.answers
    return _facility(turn, str(said["code"])), str(said["field"])


def _ask_words(turn: Turn) -> Message:
    facility, field = _asked(turn)
    nothing = (forms.pick("edit-facility", "words", NONE, "facility-no-phone"),) if field == "phone" else ()
    now = getattr(facility, field) or cards.NOTHING
    return Message(text=Text(f"facility-ask-{field}", {"now": now}), choices=nothing)


def _read_words(turn: Turn) -> str:
    _, field = _asked(turn)
    if field == "phone" and turn.argument == NONE:
        return ""
    words = _words(turn)
    try:
        if field == "hours":
            opening.parse(words)
        elif field == "phone":
            checks.phone(words)
    except ValueError as error:
        raise Again(f"facility-no-{field}-read") from error
    return words


def _words(turn: Turn) -> str:
    words = " ".join(turn.incoming.text.split())
    if not words or len(words) > MOST:
        raise Again("teach-answer-length", most=MOST)
    return words


def _ask_english(turn: Turn) -> Message:
    facility, field = _asked(turn)
    now = getattr(facility, ENGLISH[field]) or cards.NOTHING
    same = forms.pick("edit-facility", "english", NONE, "facility-no-english")
    return Message(text=Text("facility-ask-english", {"now": now}), choices=(same,))


def _read_english(turn: Turn) -> str:
    return "" if turn.argument == NONE else _words(turn)


def _ask_map(turn: Turn) -> Message:
    ways = tuple(forms.pick("edit-facility", "map", value, f"facility-map-{value}") for value in (STAYED, MOVED))
    return Message(text=Text("facility-ask-map"), choices=ways)


def _read_map(turn: Turn) -> str:
    if turn.argument not in (STAYED, MOVED):
        raise Again("teach-press")
    return turn.argument


def _edited(turn: Turn) -> None:
    permissions.require(turn, "edit answers")
    facility, field = _asked(turn)
    said = turn.dialogue.answers
    changed = {field: (str(getattr(facility, field)), str(said["words"]))}
    if field in ENGLISH:
        changed[ENGLISH[field]] = (str(getattr(facility, ENGLISH[field])), str(said["english"]))
    if said.get("map") == MOVED and facility.at is not None:
        changed["at"] = (", ".join(str(each) for each in facility.at), "")
    facility_changes.write(turn.tx, facility.code, changed, turn.person.id, turn.now)
    turn.relearn()
    look, saying = choice(f"facility.show:{facility.code}", "teach-look"), _saying(turn, facility, field)
    ways = (choice(f"answer.show:{each.code}", "plain", text=listing.named(each)) for each in saying[:MOST_ANSWERS])
    lines = [Text("answer-changed", {"question": _named(facility)}), Text("facility-said-in") if saying else None]
    turn.send(Message(text=cards.joined(lines), choices=(look, *ways), lasting=True))


def _saying(turn: Turn, facility: Facility, field: str) -> list[FaqEntry]:
    """The answers that say in their own words what the facility said until now."""
    was = str(getattr(facility, field))
    sought = TIME.findall(was) if field == "hours" else [was] * bool(was)
    here = [entry for entry in knowledge.all(turn) if entry.facility == facility.code]
    return [entry for entry in here if any(each in entry.answer for each in sought)]


def _wants_english(turn: Turn) -> bool:
    return turn.dialogue.answers.get("field") in ENGLISH


def _wants_map(turn: Turn) -> bool:
    return turn.dialogue.answers.get("field") == "address" and _asked(turn)[0].at is not None


FIND = Form("find-facility", (Question("code", _ask_which, _read_which),), _found, cancelled="teach-left")
EDIT = Form(
    "edit-facility",
    (
        Question("words", _ask_words, _read_words, number=True),
        Question("english", _ask_english, _read_english, wanted=_wants_english),
        Question("map", _ask_map, _read_map, wanted=_wants_map),
    ),
    _edited,
    cancelled="teach-left",
)
FORMS = (FIND, EDIT)
ROUTES = (
    Route("press", "facility.find", find),
    Route("press", "facility.show", show),
    Route("press", "facility.field", change),
    Route("press", "facility.history", history),
)
