"""Choices: what a document or a poll asks of those who get it, and by which rules."""

from handlers.message import Choice, Text, choice, named_choice
from handlers.turn import Speaker
from storage import documents, polls
from storage.broadcasts import DOCUMENT, POLL, Broadcast
from storage.documents import Document
from storage.polls import PERSON, Poll

AT_ONCE = 3  # options that stand in the message itself: with "unsubscribe" four


def of(speaker: Speaker, broadcast: Broadcast) -> tuple[Choice, ...]:
    """What can be answered to a document or a poll."""
    if broadcast.kind == DOCUMENT:
        return (choice(f"bc.read:{broadcast.id}", "broadcast-read"),)
    poll = polls.of_broadcast(speaker.tx, broadcast.id)
    if poll is None or poll.rules.most > 1 or len(poll.rules.options) > AT_ONCE:
        return (choice(f"poll.open:{broadcast.id}", "poll-go"),)
    return tuple(named_choice(f"poll.vote:{broadcast.id}/{at}", name) for at, name in enumerate(poll.rules.options))


def foot(speaker: Speaker, broadcast: Broadcast) -> Text | None:
    """The line below its words: version and deadline, or the rules of the vote."""
    if broadcast.kind == DOCUMENT:
        document = documents.of_broadcast(speaker.tx, broadcast.id)
        return None if document is None else document_foot(document)
    poll = polls.of_broadcast(speaker.tx, broadcast.id) if broadcast.kind == POLL else None
    return None if poll is None else poll_foot(poll)


def document_foot(document: Document) -> Text:
    """Which version it is, and until when it is to be read."""
    version = "first" if document.version == 1 else "newer"
    if document.deadline_at is None:
        return Text(f"paper-foot-{version}", {"version": document.version})
    return Text(f"paper-foot-{version}-until", {"version": document.version, "at": document.deadline_at})


def poll_foot(poll: Poll) -> Text:
    """Who votes, whether by name, how many one may choose, until when."""
    rules = poll.rules
    values = {
        "per": Text("poll-per-person" if rules.per == PERSON else "poll-per-household"),
        "how": Text("poll-secret" if rules.secret else "poll-named"),
        "most": how_many(poll),
        "at": rules.closes_at,
    }
    return Text("poll-foot", values)


def how_many(poll: Poll) -> Text:
    """How many options one may choose."""
    if poll.rules.most == 1:
        return Text("poll-one-option")
    every = poll.rules.most >= len(poll.rules.options)
    return Text("poll-any-options") if every else Text("poll-most-options", {"n": poll.rules.most})
