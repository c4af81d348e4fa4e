"""Lists by name: who has not read a document; who voted for what, where the vote is not secret. For the senders alone.

Whoever is named there can see in their own data who looked.
"""

from handlers import cards
from handlers.errors import Refused
from handlers.message import Choice, Message, Text, choice
from handlers.papers import pages, standing
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import documents, people, polls, recipients, reveals, votes
from storage.polls import Poll
from storage.recipients import LEFT_OUT, Recipient
from storage.votes import Vote

PAGE = 10
WINDOW = 500  # rows of a list that are looked at in one go
WINDOWS = 6
LISTED, VOTES = "unread list", "votes"  # in the log of who was shown what


def unread(turn: Turn) -> None:
    """Who has not read a document, ten at a time, and how it stands with each of them."""
    turn.argument, _, after = turn.argument.partition("/")
    broadcast = pages.look(turn)
    if documents.of_broadcast(turn.tx, broadcast.id) is None:
        raise Refused("paper-gone")
    found, last = silent(turn, broadcast.id, _number(after), PAGE)
    lines = [Text("paper-unread"), *(_unread_line(turn, each) for each in found)]
    if not found:
        lines = [Text("paper-unread-none" if last is None else "paper-unread-further")]
    more = () if last is None else (choice(f"paper.unread:{broadcast.id}/{last}", "more"),)
    ways = (*more, choice(f"paper.remind:{broadcast.id}", "paper-remind"))
    ways += (choice(f"papers.show:{broadcast.id}", "papers-back"),)
    for each in found:
        reveals.add(turn.tx, each.person_id, turn.person.id, None, LISTED, turn.now)
    turn.send(Message(text=cards.joined(lines), choices=ways, lasting=True, sensitive=True))


def voted(turn: Turn) -> None:
    """Who voted for what, ten at a time. Refused where the vote is secret."""
    turn.argument, _, after = turn.argument.partition("/")
    broadcast = pages.look(turn)
    poll = polls.of_broadcast(turn.tx, broadcast.id)
    if poll is None or poll.rules.secret:
        raise Refused("not-allowed")
    found = votes.page(turn.tx, poll.id, _number(after), PAGE + 1)
    lines = [Text("poll-votes" if found else "poll-votes-none")]
    lines += [_vote_line(turn, poll, each) for each in found[:PAGE]]
    more = (choice(f"poll.votes:{broadcast.id}/{found[PAGE - 1].id}", "more"),) if len(found) > PAGE else ()
    ways: tuple[Choice, ...] = (*more, choice(f"papers.show:{broadcast.id}", "papers-back"))
    for each in found[:PAGE]:
        if each.person_id is not None:
            reveals.add(turn.tx, each.person_id, turn.person.id, None, VOTES, turn.now)
    turn.send(Message(text=cards.joined(lines), choices=ways, lasting=True, sensitive=True))


def silent(speaker: Speaker, broadcast_id: int, after: int, most: int) -> tuple[list[Recipient], int | None]:
    """Those on a list who have not answered, after a person; and the last person that was looked at, None at its end.

    Where many in a row have answered, it stops early: nobody waits for a long list.
    """
    found: list[Recipient] = []
    for _ in range(WINDOWS):
        rows = recipients.page(speaker.tx, broadcast_id, after, WINDOW)
        for row in rows:
            if row.answer is None and row.state != LEFT_OUT:
                if len(found) == most:
                    return found, found[-1].person_id
                found.append(row)
        if len(rows) < WINDOW:
            return found, None
        after = rows[-1].person_id
    return found, after


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _unread_line(turn: Turn, recipient: Recipient) -> Text:
    person = people.read(turn.tx, recipient.person_id)
    reached = recipient.state in standing.REACHED
    how = "paper-not-yet" if reached else "paper-on-its-way" if recipient.state in UNDERWAY else "paper-no-way"
    values = {"name": person.name or cards.NOTHING, "where": cards.area(turn, person.place_id), "how": Text(how)}
    return Text("paper-unread-line", values)


def _vote_line(turn: Turn, poll: Poll, vote: Vote) -> Text:
    name: object = Text("poll-voter-left")
    if vote.person_id is not None:
        name = people.read(turn.tx, vote.person_id).name or cards.NOTHING
    chosen = [poll.rules.options[each] for each in vote.picks if each < len(poll.rules.options)]
    return Text("poll-vote-line", {"name": name, "chosen": chosen})


UNDERWAY = (recipients.QUEUED, recipients.HELD, recipients.WAITING)
ROUTES = (
    Route("press", "paper.unread", unread),
    Route("press", "poll.votes", voted),
)
