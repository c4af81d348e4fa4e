"""Writing: the title, the words and the things of a broadcast, as its drafter sends them."""

from collections.abc import Callable
from functools import partial

from handlers import attachments, formatting, forms
from handlers.broadcasts.content import KINDS_OF_FILES, MOST_FILES, MOST_TITLE, MOST_WORDS, Content
from handlers.forms import Again, Form, Question, Stay, pick
from handlers.incoming import Position
from handlers.message import Choice, Message, Text, choice
from handlers.turn import Turn
from handlers.understanding import agrees, disagrees, way_of
from storage import media

TITLE, WORDS, THINGS = "title", "words", "things"
FILES, PLACE = "files", "place"  # what came along, in the answers
DONE, NONE = "done", "none"
# What says that nothing more is to come along, whatever it means elsewhere.
ENOUGH = frozenset(
    (
        *("不用", "不用了", "不加", "不加了", "不要", "不要了", "没有", "没有了", "没了", "无", "写好了", "就这些"),
        *("nothing", "none", "nomore", "done", "that'sall", "thatsall", "nothanks"),
    )
)


def written(turn: Turn) -> Content:
    """What the answers say. Files are kept apart: see `files`."""
    answers = turn.dialogue.answers
    point = answers.get(PLACE)
    position = Position(*point) if point else None
    return Content(title=answers.get(TITLE) or "", words=answers.get(WORDS) or "", position=position)


def files(turn: Turn) -> list[int]:
    """The files that have come so far."""
    return list(turn.dialogue.answers.get(FILES, ()))


def questions(form: Callable[[], Form], wanted: Callable[[str, Turn], bool]) -> tuple[Question, ...]:
    """The three questions, for a form of which only those are asked that `wanted` names."""
    return (
        Question(TITLE, _ask_title, _read_title, partial(wanted, TITLE), quotes=True),
        Question(WORDS, _ask_words, _read_words, partial(wanted, WORDS), quotes=True),
        Question(
            THINGS,
            _ask_things,
            lambda turn: _read_things(form(), turn),
            partial(wanted, THINGS),
            skip=True,
            talk=True,
            quotes=True,
        ),
    )


def _ask_title(turn: Turn) -> Message:
    return Message(text=Text("broadcast-ask-title", {"most": MOST_TITLE}))


def _read_title(turn: Turn) -> str:
    """The title. Words of several lines are a title and what follows it."""
    came = _take_things(turn)
    text = turn.incoming.text.strip()
    if not text:
        raise Again("broadcast-title-please-kept" if came else "broadcast-title-please")
    first, _, rest = text.partition("\n")
    title = " ".join(formatting.unmarked(first).split())
    if not title:
        raise Again("broadcast-title-please")
    if len(title) > MOST_TITLE:
        raise Again("broadcast-title-long", most=MOST_TITLE, n=len(title))
    if rest.strip() and WORDS not in turn.dialogue.answers:
        turn.dialogue.answers[WORDS] = checked(turn, rest.strip())
    return title


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("broadcast-ask-words"))


def _read_words(turn: Turn) -> str:
    came = _take_things(turn)
    text = turn.incoming.text.strip()
    if not text:
        raise Again("broadcast-words-please-kept" if came else "broadcast-words-please")
    return checked(turn, text)


def checked(turn: Turn, words: str) -> str:
    """The words, where they can be sent. What is odd about them is told; what cannot be sent, raises Again."""
    if len(words) > MOST_WORDS or turn.incoming.cut:
        raise Again("broadcast-words-long", most=MOST_WORDS, n=len(words))
    if formatting.unpaired(words):
        turn.say("broadcast-unpaired")
    if turn.reading.emergency is not None:
        turn.say("broadcast-no-alarm")  # whoever writes of fire has not called for help, and must know it
    return words


def _ask_things(turn: Turn) -> Message:
    come = _come(turn)
    if come is None:
        text = Text("broadcast-ask-things", {"most": MOST_FILES})
        return Message(text=text, choices=(_way(turn, DONE, "no"), *_on()))
    ways = (_way(turn, DONE, "done"), _way(turn, NONE, "none"), *_on())
    return Message(text=Text("broadcast-things-come", {"what": come}), choices=ways)


def _read_things(form: Form, turn: Turn) -> bool:
    """True where nothing more is to come. Raises Again after whatever came, and for the next."""
    if turn.argument == DONE:
        return True
    if turn.argument == NONE:
        _forget(turn)
        raise Again
    came = _take_things(turn)
    text = turn.incoming.text.strip()
    if came:
        if text:
            _add_words(turn, text)
        raise Again
    if agrees(text) or disagrees(text) or "".join(text.lower().split()) in ENOUGH:
        return True
    if not text:
        raise Again("broadcast-things-please")
    way = way_of(text)
    if way is not None:
        {"skip": forms.skip, "back": forms.back, "cancel": forms.cancel}[way](turn, form)
        raise Stay
    _add_words(turn, text)
    raise Again("broadcast-words-added")


def _add_words(turn: Turn, text: str) -> None:
    """More words after those there are."""
    known = turn.dialogue.answers.get(WORDS)
    turn.dialogue.answers[WORDS] = checked(turn, f"{known}\n{text}" if known else text)


def _take_things(turn: Turn) -> bool:
    """Keeps the files and the place of this event; False where there are none that go along."""
    answers = turn.dialogue.answers
    if turn.incoming.position is not None:
        answers[PLACE] = [turn.incoming.position.latitude, turn.incoming.position.longitude]
    usable = [each for each in turn.incoming.media if each.kind in KINDS_OF_FILES]
    if len(usable) < len(turn.incoming.media):
        turn.say("broadcast-no-stickers")
    known = files(turn)
    kept = [each for each in attachments.keep(turn) if media.read(turn.tx, each).kind in KINDS_OF_FILES]
    fresh = list(dict.fromkeys([*known, *kept]))
    if len(fresh) > MOST_FILES:
        turn.say("broadcast-too-many", most=MOST_FILES, n=len(fresh))
    if kept:
        answers[FILES] = fresh[:MOST_FILES]
    return bool(kept) or turn.incoming.position is not None


def _forget(turn: Turn) -> None:
    turn.dialogue.answers.pop(FILES, None)
    turn.dialogue.answers.pop(PLACE, None)


def _come(turn: Turn) -> Text | None:
    """What has come so far, in words; None where nothing has."""
    kinds = [media.read(turn.tx, each).kind for each in files(turn)]
    parts = [Text(f"broadcast-n-{kind}", {"n": kinds.count(kind)}) for kind in KINDS_OF_FILES if kind in kinds]
    if turn.dialogue.answers.get(PLACE):
        parts.append(Text("broadcast-a-place"))
    return Text("plain", {"text": parts}) if parts else None


def _way(turn: Turn, value: str, label: str) -> Choice:
    return pick(str(turn.dialogue.form), THINGS, value, f"broadcast-things-{label}")


def _on() -> tuple[Choice, ...]:
    return choice("form.back", "form-back"), choice("form.cancel", "form-cancel")
