"""Reminding: who has not read a document, or has not voted, is reminded; deadlines and votes end; slice by slice.

A step goes through the list no faster than an account sends, so that nothing heaps up in the outbox.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.broadcasts import says
from handlers.message import Lane, Message, Text, choice
from handlers.papers import acknowledging, poll_results, schedule, standing, voting
from handlers.papers.schedule import ASKED, END, REMIND, TIDY
from handlers.routing import Job
from handlers.turn import Speaker
from storage import broadcasts, documents, people, polls, recipients, votes
from storage.broadcasts import Broadcast
from storage.documents import Document
from storage.polls import Poll
from storage.recipients import Recipient

EVERY = timedelta(seconds=2)
SLICE = 50  # people looked at: Telegram takes 30 messages a second (channels.md)
FORGOTTEN = 2_000  # voters forgotten at once: some 10 ms


@dataclass(frozen=True, slots=True)
class Matter:
    """A document or a poll as the job sees it."""

    broadcast: Broadcast
    step: str
    after_id: int
    end: datetime | None
    set_step: Callable[[str | None, datetime | None, int], None]
    tell: Callable[[Recipient], bool]


def look_at_documents(speaker: Speaker) -> bool:
    """Does the next step of the document that has been due longest; returns whether there may be more."""
    number = documents.due(speaker.tx, speaker.now)
    document = None if number is None else documents.lock(speaker.tx, number)
    if document is None or document.step is None:
        return False
    broadcast = broadcasts.get(speaker.tx, document.broadcast_id)
    if _superseded(speaker, document) or not standing.holds(speaker, broadcast):
        documents.set_step(speaker.tx, document.id, None, None)
        return True
    if document.step == END:
        documents.set_step(speaker.tx, document.id, None, None)
        _tell_deadline(speaker, broadcast, document)
        return True
    return _remind(speaker, _of_document(speaker, broadcast, document))


def look_at_polls(speaker: Speaker) -> bool:
    """The same for polls: they are closed at their time."""
    number = polls.due(speaker.tx, speaker.now)
    poll = None if number is None else polls.lock(speaker.tx, number)
    if poll is None or poll.step is None:
        return False
    if poll.step == TIDY:
        if votes.forget_voters(speaker.tx, poll.id, FORGOTTEN) < FORGOTTEN:
            polls.set_step(speaker.tx, poll.id, None, None)
        return True
    broadcast = broadcasts.get(speaker.tx, poll.broadcast_id)
    if not standing.holds(speaker, broadcast):
        polls.set_step(speaker.tx, poll.id, None, None)
        return True
    if poll.step == END:
        end(speaker, poll)
        return True
    return _remind(speaker, _of_poll(speaker, broadcast, poll))


def end(speaker: Speaker, poll: Poll) -> bool:
    """The vote is over: the result is told, and who has voted is forgotten; False where it was over before."""
    if not polls.close(speaker.tx, poll.id, speaker.now):
        return False
    polls.set_step(speaker.tx, poll.id, TIDY, speaker.now)
    poll_results.order(speaker, poll)
    return True


def _superseded(speaker: Speaker, document: Document) -> bool:
    latest = documents.latest(speaker.tx, document.paper_id)
    return latest is not None and latest.version > document.version


def _remind(speaker: Speaker, matter: Matter) -> bool:
    """A slice of the list; at its end the next step is set."""
    began = matter.broadcast.began_at
    fresh = matter.step == REMIND and began is not None and speaker.now - began < schedule.NEW
    found = [] if fresh else recipients.page(speaker.tx, matter.broadcast.id, matter.after_id, SLICE)
    told = sum(matter.tell(each) for each in found if standing.to_remind(speaker, each))
    if len(found) < SLICE:
        matter.set_step(*schedule.after(matter.end, speaker.now), 0)
        return True
    pause = EVERY if told else timedelta(0)
    matter.set_step(matter.step, speaker.now + pause, found[-1].person_id)
    return not told


def _of_document(speaker: Speaker, broadcast: Broadcast, document: Document) -> Matter:
    until = Text("paper-until-any")
    if document.deadline_at is not None:
        until = Text("paper-until", {"at": document.deadline_at})
    message = acknowledging.reminder(says.title(broadcast), broadcast.id, until)

    def set_step(step: str | None, next_at: datetime | None, after: int) -> None:
        documents.set_step(speaker.tx, document.id, step, next_at, after)

    def tell(recipient: Recipient) -> bool:
        return speaker.tell(recipient.person_id, message)

    return Matter(broadcast, document.step or ASKED, document.after_id, document.deadline_at, set_step, tell)


def _of_poll(speaker: Speaker, broadcast: Broadcast, poll: Poll) -> Matter:
    text = Text("poll-reminder", {"title": says.title(broadcast), "at": poll.rules.closes_at})
    message = Message(text=text, choices=(choice(f"poll.open:{broadcast.id}", "poll-go"),), lane=Lane.REMINDERS)

    def set_step(step: str | None, next_at: datetime | None, after: int) -> None:
        polls.set_step(speaker.tx, poll.id, step, next_at, after)

    def tell(recipient: Recipient) -> bool:
        voted = voting.has_voted(speaker, poll, people.read(speaker.tx, recipient.person_id))
        return not voted and speaker.tell(recipient.person_id, message)

    return Matter(broadcast, poll.step or ASKED, poll.after_id, poll.rules.closes_at, set_step, tell)


def _tell_deadline(speaker: Speaker, broadcast: Broadcast, document: Document) -> None:
    """The sender hears how many have read it by now."""
    values = {"title": says.title(broadcast), "read": document.reads, "n": broadcast.people}
    way = choice(f"paper.unread:{broadcast.id}", "paper-who-not")
    ways = (way,) if document.reads < broadcast.people else ()
    text = Text("paper-deadline-over", values)
    speaker.tell(broadcast.drafter_id, Message(text=text, choices=ways, lane=Lane.REMINDERS, lasting=True))


JOBS = (
    Job("deadlines of documents", EVERY, look_at_documents, documents.next_due),
    Job("ends of polls", EVERY, look_at_polls, polls.next_due),
)
