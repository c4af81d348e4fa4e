"""Sending and publishing go together: an item is sent to who subscribed; a broadcast becomes an item of its topic."""

from handlers import permissions
from handlers.audience import audience
from handlers.audience.audience import Audience
from handlers.broadcasts import content
from handlers.broadcasts.composing import composing, drafting, previewing
from handlers.broadcasts.content import Content
from handlers.errors import Refused
from handlers.message import choice
from handlers.notices import reading, subjects
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcasts, notices, places
from storage.broadcasts import ROUTINE

NOWHERE = "none"


def send(turn: Turn) -> None:
    """A draft with the words of an item, for those who subscribed to its topic; it is looked at before it goes."""
    notice = notices.read(turn.tx, turn.argument_id())
    if notice is None or notice.state != notices.PUBLISHED:
        raise Refused("news-withdrawn")
    permissions.require(turn, reading.PUBLISH, path=places.read(turn.tx, notice.place_id).path)
    said = Content(title=notice.title, words=notice.words)
    draft = broadcasts.create(
        turn.tx,
        place_id=notice.place_id,
        drafter_id=turn.person.id,
        kind=ROUTINE,
        body=content.encode(said),
        words=said.whole,
        audience=audience.encode(Audience(places=(notice.place_id,), subjects=(notice.subject,))),
        now=turn.now,
    )
    composing.go_on(turn, draft)


def ask_where(turn: Turn) -> None:
    """Under which topic shall everybody be able to read a broadcast?"""
    broadcast = drafting.own_draft(turn)
    if broadcast.kind != ROUTINE or broadcast.team_id is not None:
        raise Refused("choice-unknown")
    ways = [choice(f"news.place:{broadcast.id}/{code}", f"audience-subject-{code}") for code in subjects.SUBJECTS]
    turn.say("news-under-what", *ways, choice(f"news.place:{broadcast.id}/{NOWHERE}", "news-nowhere"))


def put(turn: Turn) -> None:
    """It will stand under this topic once it has gone out; or nowhere."""
    turn.argument, _, code = turn.argument.partition("/")
    broadcast = drafting.own_draft(turn)
    if code not in (*subjects.SUBJECTS, NOWHERE) or broadcast.kind != ROUTINE or broadcast.team_id is not None:
        raise Refused("choice-unknown")
    broadcasts.set_subject(turn.tx, broadcast.id, None if code == NOWHERE else code)
    if code == NOWHERE:
        turn.say("news-not-public")
    else:
        turn.say("news-will-be-public", subject=subjects.name(code))
    previewing.show(turn, broadcasts.get(turn.tx, broadcast.id))


ROUTES = (
    Route("press", "news.send", send),
    Route("press", "news.under", ask_where),
    Route("press", "news.place", put),
)
