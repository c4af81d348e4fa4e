"""Editing: an answer in chat: its words, where one goes, "still right", with who changed what. The desk proposes."""

from datetime import datetime

from handlers import cards, forms, permissions
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.learning import drafting, editing_facilities, knowledge, listing, publishing, reminding
from handlers.message import Choice, Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Route
from handlers.turn import Turn
from storage import answers, people
from storage.answers import Change

FIELDS = ("answer", "question", "bring", "english", "facility")
REST = "rest"  # the second part of what can be changed
MOST_HISTORY = 10
NOTHING_TO_BRING, AS_IT_IS = "nothing", "as-it-is"
SHORT = 60  # characters of a change in the history


def find(turn: Turn) -> None:
    """Which answer? Some words of it are enough."""
    permissions.require(turn, "propose answers")
    forms.start(turn, FIND)


def show(turn: Turn) -> None:
    """An answer with all that staff may know of it, and what can be done."""
    gone = _retired(turn, turn.argument)
    if gone is not None:
        _show_retired(turn, gone)
        return
    entry = _entry(turn)
    edited = answers.read(turn.tx, entry.code)
    by = _changed(turn, edited.changed_by, edited.changed_at) if edited else None
    text = cards.joined([*_lines(turn, entry), by])
    turn.send(Message(text=text, choices=_ways(turn, entry), lasting=True))


def more(turn: Turn) -> None:
    """Further things that can be changed, and then the rest: four choices at most."""
    permissions.require(turn, "edit answers")
    code, _, part = turn.argument.partition("/")
    entry = publishing.of_code(turn, code)
    ways = [choice(f"answer.field:{entry.code}/{field}", f"answer-{field}") for field in FIELDS[1:]]
    if part == REST:
        retire = choice(f"answer.retire:{entry.code}", "answer-retire")
        ways = [*ways[3:], choice(f"answer.history:{entry.code}", "answer-history"), retire]
    else:
        ways = [*ways[:3], choice(f"answer.more:{entry.code}/{REST}", "answer-more")]
    turn.send(Message(text=Text("answer-which"), choices=tuple(ways), lasting=True))


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
    if not _looks_after(turn, entry):
        permissions.require(turn, "edit answers")
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
    back = choice(f"answer.restore:{entry.code}", "answer-restore")
    text = Text("answer-retired", {"question": listing.named(entry)})
    turn.send(Message(text=text, choices=(back,), lasting=True))


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
    if not _looks_after(turn, entry):
        permissions.require(turn, "propose answers")
    return entry


def _looks_after(turn: Turn, entry: FaqEntry) -> bool:
    return turn.person.id in reminding.owners(turn, entry.owner)


def _retired(turn: Turn, code: str) -> FaqEntry | None:
    return next((entry for entry in knowledge.retired(turn) if entry.code == code), None)


def _show_retired(turn: Turn, entry: FaqEntry) -> None:
    """An answer that is out of use: whoever may brings it back."""
    permissions.require(turn, "propose answers")
    back = choice(f"answer.restore:{entry.code}", "answer-restore")
    history = choice(f"answer.history:{entry.code}", "answer-history")
    ways = (back, history) if permissions.may(turn.roles, "edit answers") else (history,)
    text = cards.joined([Text("answer-line-retired"), *_lines(turn, entry)])
    turn.send(Message(text=text, choices=ways, lasting=True))


def _ways(turn: Turn, entry: FaqEntry) -> tuple[Choice, ...]:
    edits = permissions.may(turn.roles, "edit answers")
    right = choice(f"answer.right:{entry.code}", "answer-right")
    return (
        *((right,) if edits or _looks_after(turn, entry) else ()),
        *(
            (choice(f"answer.field:{entry.code}/answer", "answer-answer"),)
            if permissions.may(turn.roles, "propose answers")
            else ()
        ),
        *((choice(f"answer.more:{entry.code}", "answer-more"),) if edits else ()),
        *((choice(f"facility.show:{entry.facility}", "facility-edit"),) if edits and entry.facility else ()),
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
    gone = {entry.code for entry in knowledge.retired(turn)}
    known = {entry.code: entry for entry in (*knowledge.all(turn), *knowledge.retired(turn))}
    found = [known[code] for code in turn.dialogue.answers.get("found", []) if code in known]
    ways = tuple(
        choice(
            f"find-answer.code:{each.code}",
            "answer-retired-name" if each.code in gone else "plain",
            text=listing.named(each),
        )
        for each in found
    )
    if not found and permissions.may(turn.roles, "edit answers"):
        ways = (editing_facilities.find_choice(),)
    return Message(text=Text("answer-found" if found else "answer-find"), choices=ways)


def _read_find(turn: Turn) -> str:
    words, gone = turn.incoming.text, knowledge.retired(turn)
    if turn.argument:
        return turn.argument if _retired(turn, turn.argument) else publishing.of_code(turn, turn.argument).code
    found = listing.entries_with(turn, words, *gone) if words.strip() else []
    turn.dialogue.answers["found"] = [each.code for each in found]
    raise Again(None if found else "unanswered-no-such")


def _found(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["code"])
    show(turn)


def _field(turn: Turn) -> str:
    return str(turn.dialogue.answers["field"])


def _ask_words(turn: Turn) -> Message:
    entry, field = _edited_entry(turn), _field(turn)
    now = {"answer": entry.answer, "question": entry.question, "bring": entry.bring, "english": entry.question_en}[
        field
    ]
    ways = [forms.pick("edit", "words", NOTHING_TO_BRING, "answer-nothing-to-bring")] if field == "bring" else []
    if field == "english" and now:
        ways.append(forms.pick("edit", "words", AS_IT_IS, "answer-as-it-is"))
    return Message(text=Text(f"answer-ask-{field}", {"now": now or cards.NOTHING}), choices=tuple(ways))


def _read_words(turn: Turn) -> str:
    if _field(turn) == "bring" and turn.argument == NOTHING_TO_BRING:
        return ""
    if _field(turn) == "english" and turn.argument == AS_IT_IS:
        return _edited_entry(turn).question_en
    most = drafting.MOST_QUESTION if _field(turn) in ("question", "english") else drafting.MOST_ANSWER
    words = turn.incoming.text.strip()
    if not words or len(words) > most:
        raise Again("teach-answer-length", most=most)
    return words


def _ask_english(turn: Turn) -> Message:
    now = _edited_entry(turn).answer_en
    return Message(text=Text("answer-ask-answer-english", {"now": now or cards.NOTHING}))


def _ask_bring_english(turn: Turn) -> Message:
    now = _edited_entry(turn).bring_en
    return Message(text=Text("answer-ask-bring-english", {"now": now or cards.NOTHING}))


def _edited_entry(turn: Turn) -> FaqEntry:
    return publishing.of_code(turn, str(turn.dialogue.answers["code"]))


def _edited(turn: Turn) -> None:
    said, field = turn.dialogue.answers, _field(turn)
    permissions.require(turn, "propose answers" if field == "answer" else "edit answers")
    entry = publishing.of_code(turn, str(said["code"]))
    if not permissions.may(turn.roles, "edit answers"):
        drafting.hand_in(turn, entry.question, str(said["words"]), code=entry.code)
        return
    brings = {"bring_en": said["bring_english"]} if said.get("bring_english") else {}
    changed = {
        "english": {"question_en": said.get("words"), "answer_en": said.get("english"), **brings},
        "facility": {"facility": said.get("facility")},
    }.get(field, {field: said.get("words")})
    publishing.publish(turn, entry.code, {name: str(value or "") for name, value in changed.items()})
    ways = [choice(f"answer.show:{entry.code}", "teach-look")]
    if field in publishing.ENGLISH:  # which says nothing of it in English now
        ways.append(choice(f"answer.field:{entry.code}/english", "answer-english"))
    text = Text("answer-changed", {"question": listing.named(publishing.of_code(turn, entry.code))})
    turn.send(Message(text=text, choices=tuple(ways), lasting=True))


FIND = Form("find-answer", (Question("code", _ask_find, _read_find),), _found, cancelled="teach-left")
EDIT = Form(
    "edit",
    (
        Question("words", _ask_words, _read_words, wanted=lambda turn: _field(turn) != "facility"),
        Question("english", _ask_english, drafting.read_answer, wanted=lambda turn: _field(turn) == "english"),
        Question(
            "bring_english",
            _ask_bring_english,
            drafting.read_answer,
            wanted=lambda turn: _field(turn) == "english" and bool(_edited_entry(turn).bring),
        ),
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
