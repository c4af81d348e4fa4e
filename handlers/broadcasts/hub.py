"""The hub of broadcasts: what one writes, what waits for one's yes, and all that one has written."""

from handlers.audience import audience as audiences
from handlers.audience import wording
from handlers.broadcasts import content, ways
from handlers.broadcasts.composing import composing, drafting, time_words
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_media, broadcast_trail, broadcasts
from storage.broadcasts import DRAFT, DROPPED, REFUSED, Broadcast

PAGE = 8
MOST_WAYS = 4
ROLES = "leader desk coordinator secretary"


def show(turn: Turn) -> None:
    """What can be done with broadcasts."""
    drafting.must(turn)
    turn.say(
        "broadcast-hub",
        choice("broadcast.new", "broadcast-new"),
        choice("broadcast.own", "broadcast-own"),
        choice("approve.list", "broadcast-to-approve"),
        choice("broadcast.more", "broadcast-more"),
    )


def more(turn: Turn) -> None:
    """What else there is."""
    drafting.must(turn)
    turn.say("broadcast-more-what", choice("audience.saved", "broadcast-saved-audiences"))


def own(turn: Turn) -> None:
    """What one has written, the latest first, some at a time."""
    drafting.must(turn)
    before = turn.argument_id() if turn.argument else 1 << 62
    found = broadcasts.of_drafter(turn.tx, turn.person.id, PAGE + 1, before)
    shown = found[:PAGE]
    if not shown:
        turn.say("broadcast-none-yet", choice("broadcast.new", "broadcast-new"))
        return
    lines = [_line(each) for each in shown]
    if len(found) > PAGE:
        lines.append(choice(f"broadcast.own:{shown[-1].id}", "more"))
    turn.send(Message(text=Text("broadcast-yours"), choices=tuple(lines), lasting=True))


def see(turn: Turn) -> None:
    """One of one's own: a draft goes on where it was left; of all others how they stand."""
    broadcast = drafting.own(turn)
    if broadcast.state == DRAFT:
        _draft(turn, broadcast)
        return
    turn.say("broadcast-card", *_ways(turn, broadcast), **_values(turn, broadcast))


def drop(turn: Turn) -> None:
    """Asks whether a draft is really to be thrown away."""
    broadcast = drafting.own_draft(turn)
    yes = choice(f"broadcast.dropped:{broadcast.id}", "broadcast-drop-yes")
    no = choice(f"broadcast.see:{broadcast.id}", "broadcast-drop-no")
    turn.say("broadcast-drop-sure", yes, no, title=_title(broadcast))


def dropped(turn: Turn) -> None:
    """Throws a draft away, with all that it said."""
    broadcast = drafting.own_draft(turn)
    if not broadcasts.move(turn.tx, broadcast.id, DRAFT, DROPPED):
        raise Refused("broadcast-no-draft-now")
    content.keep(turn, broadcast, content.Content())
    broadcast_media.put(turn.tx, broadcast.id, ())
    broadcast_trail.add(turn.tx, broadcast.id, DROPPED, turn.person.id, turn.now)
    turn.say("broadcast-dropped", title=_title(broadcast))


def copy(turn: Turn) -> None:
    """A new draft that says the same to the same people: to be looked at, and changed, before it goes out."""
    known = drafting.own(turn)
    fresh = broadcasts.create(
        turn.tx,
        place_id=known.place_id,
        team_id=known.team_id,
        drafter_id=turn.person.id,
        kind=known.kind,
        body=known.body,
        words=content.of(known).whole,
        audience=known.audience,
        now=turn.now,
        silent_after=known.silent_after,
    )
    files = [each.id for each in broadcast_media.of_broadcast(turn.tx, known.id)]
    broadcast_media.put(turn.tx, fresh.id, files)
    broadcast_trail.add(turn.tx, fresh.id, composing.DRAFTED, turn.person.id, turn.now)
    composing.go_on(turn, fresh)


def back(turn: Turn) -> None:
    """One that waits is a draft again, to be changed."""
    composing.go_on(turn, drafting.take_back(turn, drafting.own(turn)))


def go_on(turn: Turn) -> None:
    """Goes on with a draft."""
    composing.go_on(turn, drafting.own_draft(turn))


def _draft(turn: Turn, broadcast: Broadcast) -> None:
    number = broadcast.id
    own = (
        choice(f"broadcast.go-on:{number}", "broadcast-go-on"),
        choice(f"broadcast.change:{number}", "broadcast-change"),
        choice(f"broadcast.drop:{number}", "broadcast-drop"),
        choice("broadcast.own", "broadcast-back"),
    )
    turn.say("broadcast-card-draft", *own, **_values(turn, broadcast))


def _ways(turn: Turn, broadcast: Broadcast) -> tuple[Choice, ...]:
    """What can be done with one that is no draft."""
    number, state = broadcast.id, broadcast.state
    if state == REFUSED:
        own = [choice(f"broadcast.change:{number}", "broadcast-change")]
    elif state in drafting.WAITS:
        own = [choice(f"broadcast.back:{number}", "broadcast-take-back"), *ways.of(turn, broadcast)]
    else:
        own = list(ways.of(turn, broadcast))
    copied = [choice(f"broadcast.copy:{number}", "broadcast-copy")] if broadcast.kind in composing.KINDS else []
    return (*own, *copied, choice("broadcast.own", "broadcast-back"))[:MOST_WAYS]


def _values(turn: Turn, broadcast: Broadcast) -> dict[str, object]:
    return {
        "title": _title(broadcast),
        "state": Text(f"broadcast-state-{broadcast.state}"),
        "whom": wording.said(turn, audiences.of(broadcast)),
        "when": time_words.said(turn, broadcast),
        "n": broadcast.people,
    }


def _line(broadcast: Broadcast) -> Choice:
    state = Text(f"broadcast-state-{broadcast.state}")
    return choice(f"broadcast.see:{broadcast.id}", "broadcast-line", title=_title(broadcast), state=state)


def _title(broadcast: Broadcast) -> str:
    return content.of(broadcast).title


ROUTES = (
    Route("command", "broadcast", show, menu=ROLES),
    Route("press", "broadcast.menu", show),
    Route("press", "broadcast.more", more),
    Route("press", "broadcast.own", own),
    Route("press", "broadcast.see", see),
    Route("press", "broadcast.drop", drop),
    Route("press", "broadcast.dropped", dropped),
    Route("press", "broadcast.copy", copy),
    Route("press", "broadcast.back", back),
    Route("press", "broadcast.go-on", go_on),
)
