"""Editing: an answer in chat: its words, where one goes, "still right", with who changed what. The desk proposes."""

from datetime import datetime

from handlers import cards, forms, permissions
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import drafting, knowledge, listing, publishing, reminding
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from storage import answers, people
from storage.answers import Change

FIELDS = ("answer", "question", "bring", "facility", "english")
MOST_HISTORY = 10
NOTHING_TO_BRING = "nothing"
SHORT = 60  # characters of a change in the history


def find(turn: Turn) -> None:
    """Which answer? Some words of it are enough."""
    permissions.require(turn, "propose answers")
    forms.start(turn, FIND)


def show(turn: Turn) -> None:
    """An answer with all that staff may know of it, and what can be done."""
    entry = _entry(turn)
    edited = answers.read(turn.tx, entry.code)
    by = _changed(turn, edited.changed_by, edited.changed_at) if edited else None
    text = cards.joined([*_lines(turn, entry), by])
    turn.send(Message(text=text, choices=_ways(turn, entry), lasting=True))


def more(turn: Turn) -> None:
    """Further things that can be changed."""
    permissions.require(turn, "edit answers")
    entry = publishing.of_code(turn, turn.argument)
    ways = tuple(choice(f"answer.field:{entry.code}/{field}", f"answer-{field}") for field in FIELDS[1:])
    history = choice(f"answer.history:{entry.code}", "answer-history")
    retire = choice(f"answer.retire:{entry.code}", "answer-retire")
    turn.send(Message(text=Text("answer-which"), choices=(*ways, history, retire), lasting=True))


def change(turn: Turn) -> None:
    """One thing is to be changed: to what?"""
    code, _, field = turn.argument.partition("/")
    if field not in FIELDS:
        raise Refused("choice-unknown")
    permissions.require(turn, "propose answers" if field == "answer" else "edit answers")
    forms.start(turn, EDIT, code=publishing.of_code(turn, code).code, field=field)


def still_right(turn: Turn) -> None:
    """Somebody has looked at it: it is right as it is, until its next review."""
    entry = _entry(turn)
    day = publishing.today(turn)
    was = entry.reviewed.isoformat() if entry.reviewed else ""
    answers.write(turn.tx, entry.code, {"reviewed": (was, day)}, turn.person.id, turn.now)
    turn.relearn()
    turn.say("answer-still-right", question=listing.named(entry))


def history(turn: Turn) -> None:
    """Who changed what, the latest first."""
    permissions.require(turn, "propose answers")
    found = answers.changes(turn.tx, turn.argument, MOST_HISTORY)
    lines = [_history_line(turn, each) for each in found]
    turn.send(Message(text=cards.joined([Text("answer-history-head" if lines else "answer-history-none"), *lines])))


def retire(turn: Turn) -> None:
    """It is offered no more; one tap brings it back."""
    permissions.require(turn, "edit answers")
    entry = publishing.of_code(turn, turn.argument)
    answers.retire(turn.tx, entry.code, True, turn.person.id, turn.now)
    turn.relearn()
    turn.say("answer-retired", choice(f"answer.restore:{entry.code}", "answer-restore"), question=listing.named(entry))


def restore(turn: Turn) -> None:
    """It is offered again."""
    permissions.require(turn, "edit answers")
    edited = answers.read(turn.tx, turn.argument)
    if edited is None or not edited.retired:
        raise Refused("answer-gone")
    answers.retire(turn.tx, turn.argument, False, turn.person.id, turn.now)
    turn.relearn()
    turn.say("answer-restored", question=listing.named(publishing.of_code(turn, turn.argument)))


def _entry(turn: Turn) -> FaqEntry:
    """The answer of a pressed action, for whoever may propose answers, or looks after this one."""
    entry = publishing.of_code(turn, turn.argument)
    if turn.person.id not in reminding.owners(turn, entry.owner):
        permissions.require(turn, "propose answers")
    return entry


def _ways(turn: Turn, entry: FaqEntry) -> tuple[Choice, ...]:
    edits = permissions.may(turn.roles, "edit answers")
    return (
        choice(f"answer.right:{entry.code}", "answer-right"),
        *(
            (choice(f"answer.field:{entry.code}/answer", "answer-answer"),)
            if permissions.may(turn.roles, "propose answers")
            else ()
        ),
        *((choice(f"answer.more:{entry.code}", "answer-more"),) if edits else ()),
    )


def _lines(turn: Turn, entry: FaqEntry) -> list[Text | None]:
    place = knowledge.facility(turn, entry)
    today = turn.now.astimezone(turn.community.zone).date()
    reviewed = entry.reviewed.isoformat() if entry.reviewed else None
    return [
        Text("teach-line-question", {"question": listing.named(entry)}),
        Text("plain", {"text": Named(entry.answer, entry.answer_en or entry.answer)}),
        Text("answer-line-bring", {"bring": Named(entry.bring, entry.bring_en or entry.bring)})
        if entry.bring
        else None,
        Text("teach-line-facility", {"facility": Named(place.name, place.name_en)}) if place else None,
        Text("answer-line-reviewed", {"day": reviewed}) if reviewed else None,
        Text("answer-line-old") if knowledge.is_old(entry, today) else None,
    ]


def _changed(turn: Turn, by: int | None, at: datetime | None) -> Text | None:
    if by is None or at is None:
        return None
    return Text("answer-line-changed", {"by": people.read(turn.tx, by).name or cards.NOTHING, "at": at})


def _history_line(turn: Turn, one: Change) -> Text:
    by: object = Text("answer-by-pack") if one.person_id is None else people.read(turn.tx, one.person_id).name
    what = Text(f"answer-field-{one.field}")
    values = {"at": one.at, "by": by or cards.NOTHING, "what": what, "after": _short(one.after)}
    return Text("answer-history-line", values)


def _short(words: str | None) -> object:
    if not words:
        return cards.NOTHING
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def _ask_find(turn: Turn) -> Message:
    known = {entry.code: entry for entry in knowledge.all(turn)}
    found = [known[code] for code in turn.dialogue.answers.get("found", []) if code in known]
    ways = tuple(choice(f"find-answer.code:{each.code}", "plain", text=listing.named(each)) for each in found)
    return Message(text=Text("answer-found" if found else "answer-find"), choices=ways)


def _read_find(turn: Turn) -> str:
    if turn.argument:
        return publishing.of_code(turn, turn.argument).code
    found = listing.entries_with(turn, turn.incoming.text) if turn.incoming.text.strip() else []
    turn.dialogue.answers["found"] = [each.code for each in found]
    raise Again(None if found else "unanswered-no-such")


def _found(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["code"])
    show(turn)


def _field(turn: Turn) -> str:
    return str(turn.dialogue.answers["field"])


def _ask_words(turn: Turn) -> Message:
    entry = publishing.of_code(turn, str(turn.dialogue.answers["code"]))
    field = _field(turn)
    now = {"answer": entry.answer, "question": entry.question, "bring": entry.bring, "english": entry.question_en}[
        field
    ]
    nothing = (forms.pick("edit", "words", NOTHING_TO_BRING, "answer-nothing-to-bring"),) if field == "bring" else ()
    return Message(text=Text(f"answer-ask-{field}", {"now": now or cards.NOTHING}), choices=nothing)


def _read_words(turn: Turn) -> str:
    if _field(turn) == "bring" and turn.argument == NOTHING_TO_BRING:
        return ""
    most = drafting.MOST_QUESTION if _field(turn) in ("question", "english") else drafting.MOST_ANSWER
    words = turn.incoming.text.strip()
    if not words or len(words) > most:
        raise Again("teach-answer-length", most=most)
    return words


def _ask_english(turn: Turn) -> Message:
    entry = publishing.of_code(turn, str(turn.dialogue.answers["code"]))
    return Message(text=Text("answer-ask-answer", {"now": entry.answer_en or cards.NOTHING}))


def _edited(turn: Turn) -> None:
    said, field = turn.dialogue.answers, _field(turn)
    permissions.require(turn, "propose answers" if field == "answer" else "edit answers")
    entry = publishing.of_code(turn, str(said["code"]))
    if not permissions.may(turn.roles, "edit answers"):
        drafting.hand_in(turn, entry.question, str(said["words"]), code=entry.code)
        return
    changed = {
        "english": {"question_en": said.get("words"), "answer_en": said.get("english")},
        "facility": {"facility": said.get("facility")},
    }.get(field, {field: said.get("words")})
    publishing.publish(turn, entry.code, {name: str(value or "") for name, value in changed.items()})
    turn.say("answer-changed", choice(f"answer.show:{entry.code}", "teach-look"), question=listing.named(entry))


FIND = Form("find-answer", (Question("code", _ask_find, _read_find),), _found, cancelled="teach-left")
EDIT = Form(
    "edit",
    (
        Question("words", _ask_words, _read_words, wanted=lambda turn: _field(turn) != "facility"),
        Question("english", _ask_english, drafting.read_answer, wanted=lambda turn: _field(turn) == "english"),
        Question(
            "facility",
            drafting.ask_facility,
            drafting.read_facility,
            wanted=lambda turn: _field(turn) == "facility",
        ),
    ),
    _edited,
    cancelled="teach-left",
)
FORMS = (FIND, EDIT)
ROUTES = (
    Route("press", "answer.find", find),
    Route("press", "answer.show", show),
    Route("press", "answer.more", more),
    Route("press", "answer.field", change),
    Route("press", "answer.right", still_right),
    Route("press", "answer.history", history),
    Route("press", "answer.retire", retire),
    Route("press", "answer.restore", restore),
)
