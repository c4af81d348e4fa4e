"""Changing: other words, other things, for a draft; one thing at a time, and then it is looked at again."""

from dataclasses import replace

from handlers import forms
from handlers.broadcasts import content
from handlers.broadcasts.composing import drafting, previewing, writing
from handlers.broadcasts.composing.writing import FILES, PLACE, THINGS, TITLE, WORDS
from handlers.errors import Refused
from handlers.forms import Form
from handlers.message import choice
from handlers.papers import particulars
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_media, broadcasts
from storage.broadcasts import DRAFT, ROUTINE, Broadcast

PART, NUMBER = "part", "broadcast"
PARTS = (TITLE, WORDS, THINGS)


def ask(turn: Turn) -> None:
    """What of a draft is to be changed."""
    broadcast = drafting.own_draft(turn)
    own = [choice(f"broadcast.part:{broadcast.id}/{part}", f"broadcast-part-{part}") for part in PARTS]
    others = [choice(f"broadcast.{way}:{broadcast.id}", f"broadcast-part-{way}") for way in ("whom", "when")]
    if broadcast.kind == ROUTINE and broadcast.team_id is None:
        others.append(choice(f"news.under:{broadcast.id}", "broadcast-part-subject"))
    if broadcast.kind in particulars.KINDS:
        others.append(choice(f"paper.rules:{broadcast.id}", "paper-part-rules"))
    back = choice(f"broadcast.look:{broadcast.id}", "broadcast-look")
    turn.say("broadcast-change-what", *own, *others, back, title=content.of(broadcast).title)


def part(turn: Turn) -> None:
    """Asks for the title, the words or the things anew."""
    turn.argument, _, chosen = turn.argument.partition("/")
    broadcast = drafting.own_draft(turn)
    if chosen not in PARTS:
        raise Refused("choice-unknown")
    said = content.of(broadcast)
    files = [each.id for each in broadcast_media.of_broadcast(turn.tx, broadcast.id)]
    point = said.position
    kept = {FILES: files, PLACE: [point.latitude, point.longitude] if point else None}
    words = {} if chosen == WORDS else {WORDS: said.words}
    forms.start(turn, CHANGE, **{PART: chosen, NUMBER: broadcast.id, **kept, **words})


def _wanted(name: str, turn: Turn) -> bool:
    return turn.dialogue.answers.get(PART) == name


def _changed(turn: Turn) -> None:
    """It says something else now. Whoever agreed to the former words has not agreed to these."""
    broadcast = _draft(turn)
    said, fresh = content.of(broadcast), writing.written(turn)
    title = fresh.title or said.title
    content.keep(turn, broadcast, replace(said, title=title, words=fresh.words, position=fresh.position))
    broadcast_media.put(turn.tx, broadcast.id, writing.files(turn))
    content.settle(turn, broadcasts.get(turn.tx, broadcast.id))
    previewing.show(turn, broadcasts.get(turn.tx, broadcast.id))


def _draft(turn: Turn) -> Broadcast:
    broadcast = broadcasts.lock(turn.tx, int(turn.dialogue.answers[NUMBER]))
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state != DRAFT:
        raise Refused("broadcast-no-draft-now", closes_form=True)
    return broadcast


CHANGE: Form = Form(
    "broadcast-change", writing.questions(lambda: CHANGE, _wanted), _changed, cancelled="broadcast-unchanged"
)
FORMS = (CHANGE,)
ROUTES = (
    Route("press", "broadcast.change", ask),
    Route("press", "broadcast.part", part),
)
