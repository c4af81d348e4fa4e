"""Publishing: a coordinator or secretary makes something public for their unit, corrects it, or takes it down."""

from handlers import forms, permissions
from handlers.errors import Refused
from handlers.forms import Again, Form, Question, pick
from handlers.message import Message, Text, choice
from handlers.notices import reading, subjects
from handlers.routing import Route
from handlers.turn import Turn
from storage import notices, places
from storage.notices import Notice

MOST_TITLE, MOST_WORDS = 60, 2_000  # characters
YES = "yes"


def write(turn: Turn) -> None:
    """Something new is to be public."""
    permissions.require(turn, reading.PUBLISH)
    forms.start(turn, PUBLISH)


def correct(turn: Turn) -> None:
    """Other words for an item, at the same address."""
    notice = _held(turn, turn.argument_id())
    forms.start(turn, CORRECT, notice=str(notice.id), subject=notice.subject)


def withdraw(turn: Turn) -> None:
    """An item is public no more; its address says so."""
    notice = _held(turn, turn.argument_id())
    if not notices.withdraw(turn.tx, notice.id, turn.now):
        raise Refused("news-withdrawn")
    turn.say("news-taken-down", title=notice.title)


def _held(turn: Turn, notice_id: int) -> Notice:
    notice = notices.read(turn.tx, notice_id)
    if notice is None or notice.state != notices.PUBLISHED:
        raise Refused("news-withdrawn", closes_form=True)
    permissions.require(turn, reading.PUBLISH, path=places.read(turn.tx, notice.place_id).path)
    return notice


def _ask_subject(turn: Turn) -> Message:
    ways = tuple(pick(PUBLISH.name, "subject", code, f"audience-subject-{code}") for code in subjects.SUBJECTS)
    return Message(text=Text("news-ask-subject"), choices=ways)


def _read_subject(turn: Turn) -> str:
    if turn.argument not in subjects.SUBJECTS:
        raise Again("news-ask-subject")
    return turn.argument


def _ask_title(turn: Turn) -> Message:
    return Message(text=Text("news-ask-title", {"most": MOST_TITLE}))


def _read_title(turn: Turn) -> str:
    title = " ".join(turn.incoming.text.split())
    if not title:
        raise Again("news-words-please")
    if len(title) > MOST_TITLE:
        raise Again("news-too-long", most=MOST_TITLE, length=len(title))
    return title


def _ask_words(turn: Turn) -> Message:
    return Message(text=Text("news-ask-words", {"most": MOST_WORDS}))


def _read_words(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    if not words:
        raise Again("news-words-please")
    if len(words) > MOST_WORDS:
        raise Again("news-too-long", most=MOST_WORDS, length=len(words))
    return words


def _ask_sure(turn: Turn) -> Message:
    answers = turn.dialogue.answers
    form = turn.dialogue.form or PUBLISH.name
    values = {"subject": subjects.name(answers["subject"]), "title": answers["title"], "words": answers["words"]}
    return Message(text=Text("news-preview", values), choices=(pick(form, "sure", YES, "news-publish"),))


def _read_sure(turn: Turn) -> str:
    if turn.argument != YES:
        raise Again("news-tap-please")
    return YES


def _publish(turn: Turn) -> None:
    """Everybody can read it now."""
    permissions.require(turn, reading.PUBLISH)
    answers = turn.dialogue.answers
    place_id = next(held.place_id for held in turn.roles if permissions.may([held], reading.PUBLISH))
    notice = notices.create(
        turn.tx,
        place_id=place_id,
        subject=answers["subject"],
        title=answers["title"],
        words=answers["words"],
        author_id=turn.person.id,
        now=turn.now,
    )
    if notice is not None:
        _done(turn, notice, "news-published")


def _correct(turn: Turn) -> None:
    """The item reads otherwise from now on."""
    answers = turn.dialogue.answers
    notice = _held(turn, int(answers["notice"]))
    notices.change(turn.tx, notice.id, answers["title"], answers["words"], turn.now)
    _done(turn, notice, "news-changed")


def _done(turn: Turn, notice: Notice, key: str) -> None:
    turn.say(key, choice(f"news.item:{notice.id}", "news-look"), choice(f"news.send:{notice.id}", "news-send"))


TEXT = (
    Question("title", _ask_title, _read_title, quotes=True),
    Question("words", _ask_words, _read_words, quotes=True),
    Question("sure", _ask_sure, _read_sure, quotes=True),
)
PUBLISH = Form("publish", (Question("subject", _ask_subject, _read_subject), *TEXT), _publish, cancelled="news-left")
CORRECT = Form("publishanew", TEXT, _correct, cancelled="news-left")
FORMS = (PUBLISH, CORRECT)
ROUTES = (
    Route("press", "news.write", write),
    Route("press", "news.correct", correct),
    Route("press", "news.withdraw", withdraw),
)
