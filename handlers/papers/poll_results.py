"""Poll results: what came of a vote, in words and as a picture that a worker draws once it is closed.

Of a secret vote with few ballots nothing is told: it would tell who chose what. While a vote is on, only how many have
voted is told, to whoever sends it.
"""

import json
from dataclasses import replace

from handlers import cards, permissions, staff
from handlers.broadcasts import says
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.turn import Speaker
from storage import broadcasts, media, places, polls, roles, tasks
from storage.broadcasts import Broadcast
from storage.polls import PERSON, Poll

DRAW = "draw poll"  # the task
FEWEST = 5  # ballots of a secret vote that are told
WHO = ("coordinator", "secretary")


def hidden(poll: Poll) -> bool:
    """Whether too few have voted secretly for the result to be told."""
    return poll.rules.secret and poll.ballots < FEWEST


def shares(poll: Poll) -> list[tuple[str, int, int]]:
    """(option, how many chose it, which share of the ballots that is in per cent), in the order of the ballot."""
    whole = max(poll.ballots, 1)
    return [
        (name, number, round(100 * number / whole))
        for name, number in zip(poll.rules.options, poll.counts, strict=True)
    ]


def lines(poll: Poll) -> list[Text]:
    """The result, option by option; or that there is none to tell."""
    if poll.ballots == 0:
        return [Text("poll-nobody")]
    if hidden(poll):
        return [Text("poll-too-few", {"fewest": FEWEST})]
    found = [Text("poll-line", {"option": name, "n": n, "share": share}) for name, n, share in shares(poll)]
    return [*found, ballots(poll)]


def ballots(poll: Poll) -> Text:
    """How many have voted: people or households."""
    return Text("poll-ballots" if poll.rules.per == PERSON else "poll-ballots-homes", {"n": poll.ballots})


def message(speaker: Speaker, broadcast: Broadcast, poll: Poll, below: tuple[Choice, ...] = ()) -> Message:
    """The result as it is told: with its picture, where that is drawn and still kept."""
    head = Text("poll-result", {"title": says.title(broadcast)})
    if poll.closed_at is None:
        return Message(text=cards.joined([head, Text("poll-counting")]))
    files = (poll.picture,) if poll.picture and media.by_digest(speaker.tx, poll.picture) is not None else ()
    return Message(text=cards.joined([head, *lines(poll)]), choices=below, media=files, lasting=bool(below))


def ways(poll: Poll) -> tuple[Choice, ...]:
    """What can be done with a result: telling everybody, where there is something to tell."""
    if poll.ballots == 0 or hidden(poll):
        return ()
    return (choice(f"poll.tell:{poll.broadcast_id}", "poll-tell-all"),)


def order(speaker: Speaker, poll: Poll) -> None:
    """The vote is over: its result is told, with a picture where there is something to draw."""
    if not ways(poll):
        tell(speaker, poll.broadcast_id)
        return
    tasks.add(speaker.tx, DRAW, json.dumps({"broadcast": poll.broadcast_id}), speaker.now)


def drawn(speaker: Speaker, broadcast_id: int, digest: str) -> None:
    """The picture is there."""
    poll = polls.of_broadcast(speaker.tx, broadcast_id)
    if poll is not None:
        polls.set_picture(speaker.tx, poll.id, digest)
        tell(speaker, broadcast_id)


def tell(speaker: Speaker, broadcast_id: int) -> None:
    """Tells the result to whoever sent the poll; where they are gone, to those who look after the unit."""
    broadcast = broadcasts.read(speaker.tx, broadcast_id)
    poll = None if broadcast is None else polls.of_broadcast(speaker.tx, broadcast.id)
    if broadcast is None or poll is None:
        return
    told = message(speaker, broadcast, poll, ways(poll))
    news = replace(told, lane=Lane.REMINDERS)
    if not (_still_theirs(speaker, broadcast) and speaker.tell(broadcast.drafter_id, news)):
        staff.tell(speaker, broadcast.place_id, news, but=broadcast.drafter_id, of_roles=WHO)


def _still_theirs(speaker: Speaker, broadcast: Broadcast) -> bool:
    held = roles.of_person(speaker.tx, broadcast.drafter_id)
    path = places.read(speaker.tx, broadcast.place_id).path
    return permissions.may(held, "draft broadcast", path=path, team_id=broadcast.team_id)
