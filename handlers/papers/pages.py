"""Pages: what those who send documents and polls see of them: how many have answered, who has not, and what to do."""

from handlers.audience import saved
from handlers.broadcasts import content, says
from handlers.broadcasts.composing import composing, drafting
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.papers import choices, particulars, poll_results, reminding, schedule, standing
from handlers.papers.schedule import ASKED
from handlers.routing import Route
from handlers.turn import Turn
from storage import broadcast_media, broadcast_trail, broadcasts, documents, polls
from storage.broadcasts import DOCUMENT, DRAFT, DROPPED, Broadcast
from storage.documents import Document
from storage.polls import Poll

ROLES = "leader desk coordinator secretary"
PAGE = 8
LOOKED_AT = 100  # of the latest broadcasts of a person or a unit
UNITS = 5


def show_all(turn: Turn) -> None:
    """The documents and polls that the person sent, or may look at, the latest first."""
    drafting.must(turn)
    at = min(turn.argument_id(), LOOKED_AT) if turn.argument else 0
    found = _all(turn)
    shown: list[Choice] = [_line(turn, each) for each in found[at : at + PAGE]]
    if len(found) > at + PAGE:
        shown.append(choice(f"papers.all:{at + PAGE}", "more"))
    if not shown:
        turn.say("papers-none", choice("broadcast.new", "broadcast-new"))
        return
    turn.send(Message(text=Text("papers-all"), choices=tuple(shown), lasting=True))


def show(turn: Turn) -> None:
    """One of them, with what can be done about it."""
    broadcast = look(turn)
    document, poll = (each.of_broadcast(turn.tx, broadcast.id) for each in (documents, polls))
    if isinstance(document, Document):
        _show_document(turn, broadcast, document)
    elif isinstance(poll, Poll):
        _show_poll(turn, broadcast, poll)
    else:
        raise Refused("paper-gone")


def remind(turn: Turn) -> None:
    """Reminds those who have not answered; once a day."""
    broadcast = look(turn)
    document, poll = documents.of_broadcast(turn.tx, broadcast.id), polls.of_broadcast(turn.tx, broadcast.id)
    if not standing.holds(turn, broadcast) or (poll is not None and poll.closed_at is not None):
        raise Refused("paper-taken-back")
    asked_at = document.asked_at if document else poll.asked_at if poll else None
    if asked_at is not None and turn.now - asked_at < schedule.AGAIN:
        raise Refused("paper-reminded-before", at=asked_at)
    if document is not None:
        documents.set_step(turn.tx, document.id, ASKED, turn.now)
        documents.set_asked(turn.tx, document.id, turn.now)
    elif poll is not None:
        polls.set_step(turn.tx, poll.id, ASKED, turn.now)
        polls.set_asked(turn.tx, poll.id, turn.now)
    turn.say("paper-reminding")


def new_version(turn: Turn) -> None:
    """A new version of a document: a draft with the same words, for the same people, who are asked again."""
    known = look(turn)
    document = documents.of_broadcast(turn.tx, known.id)
    if document is None or known.state == DRAFT:
        raise Refused("paper-gone")
    draft = _like(turn, known)
    documents.create(turn.tx, draft.id, None, paper_id=document.paper_id)
    turn.say("paper-new-version", title=says.title(known))
    particulars.start(turn, composing.PARTICULARS, draft)


def rules(turn: Turn) -> None:
    """Asks for deadline or rules of a draft anew."""
    broadcast = drafting.own_draft(turn)
    if broadcast.kind not in particulars.KINDS:
        raise Refused("choice-unknown")
    particulars.start(turn, composing.PARTICULARS, broadcast)


def end_poll(turn: Turn) -> None:
    """Asks whether a vote is really to end now."""
    broadcast, _ = _open_poll(turn)
    yes = choice(f"poll.ended:{broadcast.id}", "poll-end-yes")
    turn.say("poll-end-sure", yes, choice(f"papers.show:{broadcast.id}", "poll-end-no"), title=says.title(broadcast))


def ended(turn: Turn) -> None:
    """A vote ends now."""
    _, poll = _open_poll(turn)
    if not reminding.end(turn, poll):
        raise Refused("poll-over")
    turn.say("poll-ended")


def result(turn: Turn) -> None:
    """The result, for who may look at it."""
    broadcast = look(turn)
    poll = polls.of_broadcast(turn.tx, broadcast.id)
    if poll is None:
        raise Refused("paper-gone")
    turn.send(poll_results.message(turn, broadcast, poll, _tell_all(broadcast, poll)))


def look(turn: Turn) -> Broadcast:
    """The broadcast that a press names. Raises Refused for who may not look at it."""
    broadcast = broadcasts.read(turn.tx, turn.argument_id())
    if broadcast is None or broadcast.state == DROPPED or not saved.may_look(turn, broadcast):
        raise Refused("not-allowed")
    return broadcast


def _like(turn: Turn, known: Broadcast) -> Broadcast:
    """A draft with the same words and files, for the same people."""
    draft = broadcasts.create(
        turn.tx,
        place_id=known.place_id,
        team_id=known.team_id,
        drafter_id=turn.person.id,
        kind=known.kind,
        body=known.body,
        words=content.of(known).whole,
        audience=known.audience,
        now=turn.now,
    )
    broadcast_media.put(turn.tx, draft.id, [each.id for each in broadcast_media.of_broadcast(turn.tx, known.id)])
    broadcast_trail.add(turn.tx, draft.id, composing.DRAFTED, turn.person.id, turn.now)
    return draft


def _all(turn: Turn) -> list[Broadcast]:
    tx, own = turn.tx, turn.person.id
    found = {each.id: each for each in broadcasts.of_drafter(tx, own, LOOKED_AT)}
    places = dict.fromkeys(held.place_id for held in turn.roles if held.role in ("coordinator", "secretary"))
    for place_id in list(places)[:UNITS]:
        found |= {each.id: each for each in broadcasts.of_place(tx, place_id, LOOKED_AT)}
    latest = sorted(found.values(), key=lambda each: each.id, reverse=True)
    return [each for each in latest if each.kind in particulars.KINDS and each.state not in (DRAFT, DROPPED)]


def _line(turn: Turn, broadcast: Broadcast) -> Choice:
    values: dict[str, object] = {"title": says.title(broadcast)}
    if broadcast.kind == DOCUMENT:
        document = documents.of_broadcast(turn.tx, broadcast.id)
        values |= {"read": document.reads if document else 0, "n": broadcast.people}
        return choice(f"papers.show:{broadcast.id}", "papers-document", **values)
    poll = polls.of_broadcast(turn.tx, broadcast.id)
    key = "papers-poll-over" if poll and poll.closed_at else "papers-poll"
    return choice(f"papers.show:{broadcast.id}", key, n=poll.ballots if poll else 0, **values)


def _show_document(turn: Turn, broadcast: Broadcast, document: Document) -> None:
    number = broadcast.id
    values = {
        "title": says.title(broadcast),
        "foot": choices.document_foot(document),
        "state": Text(f"broadcast-state-{broadcast.state}"),
        "read": document.reads,
        "n": broadcast.people,
    }
    ways = [choice(f"paper.unread:{number}", "paper-who-not"), choice(f"paper.remind:{number}", "paper-remind")]
    ways.append(choice(f"paper.again:{number}", "paper-again"))
    out = broadcast.state in standing.OUT
    shown = (*(ways if out else ()), choice("papers.all", "papers-back"))
    turn.send(Message(text=Text("paper-page", values), choices=shown, lasting=True))


def _show_poll(turn: Turn, broadcast: Broadcast, poll: Poll) -> None:
    number = broadcast.id
    if poll.closed_at is not None:
        turn.send(poll_results.message(turn, broadcast, poll, _tell_all(broadcast, poll)))
        return
    values = {
        "title": says.title(broadcast),
        "foot": choices.poll_foot(poll),
        "state": Text(f"broadcast-state-{broadcast.state}"),
        "ballots": poll_results.ballots(poll),
        "n": broadcast.people,
    }
    ways = [choice(f"paper.remind:{number}", "poll-remind"), choice(f"poll.end:{number}", "poll-end")]
    if not poll.rules.secret:
        ways.insert(0, choice(f"poll.votes:{number}", "poll-see-votes"))
    out = broadcast.state in standing.OUT
    shown = (*(ways if out else ()), choice("papers.all", "papers-back"))
    turn.send(Message(text=Text("poll-page", values), choices=shown, lasting=True))


def _tell_all(broadcast: Broadcast, poll: Poll) -> tuple[Choice, ...]:
    if poll.closed_at is None:
        return ()
    own = [] if poll.rules.secret else [choice(f"poll.votes:{broadcast.id}", "poll-see-votes")]
    return (*poll_results.ways(poll), *own)


def _open_poll(turn: Turn) -> tuple[Broadcast, Poll]:
    broadcast = look(turn)
    found = polls.of_broadcast(turn.tx, broadcast.id)
    poll = None if found is None else polls.lock(turn.tx, found.id)
    if poll is None or poll.closed_at is not None:
        raise Refused("poll-over")
    return broadcast, poll


ROUTES = (
    Route("command", "papers", show_all, menu=ROLES),
    Route("press", "papers.all", show_all),
    Route("press", "papers.show", show),
    Route("press", "paper.remind", remind),
    Route("press", "paper.again", new_version),
    Route("press", "paper.rules", rules),
    Route("press", "poll.end", end_poll),
    Route("press", "poll.ended", ended),
    Route("press", "poll.result", result),
)
