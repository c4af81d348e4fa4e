"""Telling: the result of a vote as a draft for all who were asked; it goes out the usual way."""

from handlers import texts
from handlers.audience import audience as audiences
from handlers.audience.audience import Audience
from handlers.broadcasts import content, says
from handlers.broadcasts.composing import composing
from handlers.broadcasts.content import MOST_TITLE, Content
from handlers.errors import Refused
from handlers.message import Text
from handlers.papers import pages, poll_results
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_media, broadcast_trail, broadcasts, media, polls
from storage.broadcasts import ROUTINE


def tell_all(turn: Turn) -> None:
    """A draft with the result, its picture, and those who were asked; it is looked at, and sent as any other."""
    asked = pages.look(turn)
    poll = polls.of_broadcast(turn.tx, asked.id)
    if poll is None or poll.closed_at is None or not poll_results.ways(poll):
        raise Refused("poll-nothing-to-tell")
    audience = Audience(list_of=asked.id)
    if not audiences.allowed(turn, audience):
        raise Refused("not-allowed")

    def said(text: Text) -> str:
        return texts.render(text, turn.person.language, turn.community.zone)

    title = said(Text("poll-result-title", {"title": says.title(asked)}))[:MOST_TITLE]
    told = Content(title=title, words="\n".join(said(each) for each in poll_results.lines(poll)))
    draft = broadcasts.create(
        turn.tx,
        place_id=asked.place_id,
        team_id=asked.team_id,
        drafter_id=turn.person.id,
        kind=ROUTINE,
        body=content.encode(told),
        words=told.whole,
        audience=audiences.encode(audience),
        now=turn.now,
    )
    picture = media.by_digest(turn.tx, poll.picture) if poll.picture else None
    if picture is not None:
        broadcast_media.put(turn.tx, draft.id, [picture.id])
    broadcast_trail.add(turn.tx, draft.id, composing.DRAFTED, turn.person.id, turn.now)
    composing.go_on(turn, broadcasts.get(turn.tx, draft.id))


ROUTES = (Route("press", "poll.tell", tell_all),)
