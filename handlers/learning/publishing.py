"""Publishing: an answer goes into force, and whoever wished to hear it is told."""

from datetime import timedelta

from handlers import permissions
from handlers.errors import Refused
from handlers.learning import knowledge, wording
from handlers.message import Message, Named, Text, choice
from handlers.packs.model import FaqEntry
from handlers.routing import Job
from handlers.turn import Speaker, Turn
from handlers.understanding.normal import fold
from storage import answers, phrases, unanswered

AT_ONCE = 20  # people told in the turn itself; a job tells the others
MOST_PHRASES = 5  # of one group, the ones that staff were shown
ENGLISH = ("question", "answer", "bring")  # what an answer says in both languages


def new_code(turn: Turn) -> str:
    """A code for a question that is made in chat."""
    return f"chat_{turn.tx.new_id():x}"


def publish(turn: Turn, code: str | None, changed: dict[str, str]) -> str:
    """Writes an answer: a new one, or what is changed (fields by name) of the one with this code. Returns its code.

    It counts as reviewed today, by whoever agreed to it. What is changed in Chinese alone is no longer said in English:
    an English reader is not to be told what holds no more.
    """
    entry = None if code is None else of_code(turn, code)
    outdated = [f"{field}_en" for field in ENGLISH if field in changed and changed[field] != _was(entry, field)]
    now_says = {**dict.fromkeys(outdated, ""), **changed, "reviewed": today(turn)}
    if entry is None:
        now_says["owner"] = turn.person.name
    was = {field: _was(entry, field) for field in now_says}
    number = code or new_code(turn)
    answers.write(
        turn.tx,
        number,
        {field: (was[field], value) for field, value in now_says.items() if was[field] != value},
        turn.person.id,
        turn.now,
        made=entry is None,
    )
    turn.relearn()
    return number


def settle(turn: Turn, group_id: int, code: str) -> int:
    """A group of questions has its answer: what was asked is learned, whoever wished is told. Returns how many wish.

    Staff were shown the words that are learned. Refused where somebody else has settled it.
    """
    asked = unanswered.in_group(turn.tx, group_id, limit=MOST_PHRASES)
    wishing = unanswered.count_wishing(turn.tx, group_id)
    if not unanswered.settle(turn.tx, group_id, unanswered.ANSWERED, code, turn.now):
        raise Refused("unanswered-over")
    for one in asked:
        learn(turn, one.words, code)
    turn.relearn()
    tell_some(turn)
    return wishing


def learn(turn: Turn, words: str, code: str) -> None:
    """Words that were asked mean this question from now on; those of the desk wait for a coordinator's yes."""
    kept = wording.phrase(turn, words)
    if not kept:
        return
    number = phrases.propose(turn.tx, f"faq:{code}", kept, fold(kept), phrases.ANSWERED, turn.now)
    if permissions.may(turn.roles, "edit answers"):
        phrases.decide(turn.tx, number, phrases.USED, turn.person.id, turn.now)


def tell_some(speaker: Speaker) -> int:
    """Tells the next ones who wished to hear an answer; returns how many."""
    waiting = unanswered.to_tell(speaker.tx, AT_ONCE)
    for one in waiting:
        entry = knowledge.answer(speaker, one.code or "")
        if unanswered.told(speaker.tx, one.id) and entry is not None:
            values = {
                "words": one.words,
                "question": Named(entry.question, entry.question_en or entry.question),
                "answer": Named(entry.answer, entry.answer_en or entry.answer),
            }
            way = choice(f"hotline.ask:{entry.code}", "unanswered-see")
            speaker.tell(one.person_id, Message(text=Text("unanswered-told", values), choices=(way,)))
    return len(waiting)


def tell_more(speaker: Speaker) -> bool:
    """The job: whether there are more to tell."""
    return tell_some(speaker) == AT_ONCE


def of_code(turn: Turn, code: str) -> FaqEntry:
    """The entry with this code. Refused where it is offered no more."""
    entry = knowledge.answer(turn, code)
    if entry is None:
        raise Refused("answer-gone")
    return entry


def today(speaker: Speaker) -> str:
    """The day here, as answers keep it."""
    return speaker.now.astimezone(speaker.community.zone).date().isoformat()


def _was(entry: FaqEntry | None, field: str) -> str:
    value = None if entry is None else getattr(entry, field)
    return "" if value is None else str(value)


JOBS = (
    Job(
        "tell whoever wished to know",
        timedelta(minutes=1),
        tell_more,
        next_due=unanswered.first_to_tell,
    ),
)
