"""Reminding: the job that does what falls due of meetings; whoever is told of one among many is told in slices."""

from datetime import datetime, timedelta

from handlers.meetings import acting, attending, collecting, inviting, meeting_card, recording, steps
from handlers.message import Lane, Message, Text
from handlers.routing import Job
from handlers.turn import Speaker
from storage import meeting_actions, meetings, people, recipients
from storage.meetings import HELD, OFF, PLANNED, Meeting
from storage.recipients import SENT, UNKNOWN, Recipient
from storage.transaction import Transaction

EVERY = timedelta(seconds=5)
SLICE = 100  # people told: about 40 ms
MEETINGS = 3
MOST_PROXIES = 200
TO = {  # who is told: those who answered so (None: not yet)
    steps.EVE: ("yes", None),
    steps.HOURS: ("yes", None),
    steps.MOVED: ("yes", "no", "proxy", None),
    steps.OFF: ("yes", "proxy", None),
}
ASKS = (steps.EVE, steps.HOURS, steps.MOVED)  # these can be answered


def remind(speaker: Speaker) -> bool:
    """What is due of meetings, a slice; then of what was agreed there. True where there may be more."""
    due = meetings.due(speaker.tx, speaker.now, MEETINGS)
    unfinished = [each for each in due if not _do(speaker, each)]
    return bool(unfinished) or len(due) == MEETINGS or acting.remind(speaker)


def _do(speaker: Speaker, meeting: Meeting) -> bool:
    """A step of a meeting; False where it goes on with the next slice."""
    name = meeting.step
    if name == steps.PROXIES:
        told = recording.tell_proxies(speaker, meeting)
        at = None if told else speaker.now + recording.LOOK_EVERY
        meetings.set_step(speaker.tx, meeting.id, None if told else name, at)
        return True
    if name in steps.TELLING and steps.of_use(meeting.starts_at, name, speaker.now) and not _tell(speaker, meeting):
        return False
    if meeting.state == PLANNED and name is not None and steps.of_use(meeting.starts_at, name, speaker.now):
        _say(speaker, meeting, name)
    _go_on(speaker, meeting)
    return True


def _say(speaker: Speaker, meeting: Meeting, name: str) -> None:
    """What is said to one, or to few."""
    if name == steps.COLLECT:
        collecting.ask_all(speaker, meeting)
    elif name == steps.INVITE:
        inviting.remind_convenor(speaker, meeting)
    elif name in (steps.MINUTES, *steps.CHASE):
        recording.ask_minutes(speaker, meeting, again=name != steps.MINUTES)
    elif name == steps.CLOSE:
        meetings.end(speaker.tx, meeting.id, HELD, speaker.now)


def _go_on(speaker: Speaker, meeting: Meeting) -> None:
    after = steps.INVITE if meeting.step == steps.MOVED else meeting.step
    coming = steps.following(meeting.starts_at, after, speaker.now, speaker.community.zone)
    over = meeting.state == OFF or coming is None or (meeting.minutes and meeting.state == HELD)
    name, at = (None, None) if over or coming is None else coming
    meetings.set_step(speaker.tx, meeting.id, name, at)


def _tell(speaker: Speaker, meeting: Meeting) -> bool:
    """The next of those invited; True where all have been told, then those who come for others, too."""
    if meeting.broadcast_id is None:
        return True
    page = recipients.page(speaker.tx, meeting.broadcast_id, meeting.come_to, SLICE)
    for each in page:
        if each.state in (SENT, UNKNOWN) and each.answer in TO[meeting.step or ""] and _wants(speaker, each):
            speaker.tell(each.person_id, _message(speaker, meeting, each.answer))
    if len(page) == SLICE:
        meetings.come_to(speaker.tx, meeting.id, page[-1].person_id)
        return False
    for proxy in attending.proxies(speaker, meeting.broadcast_id, MOST_PROXIES):
        if proxy.proxy_id is not None:
            speaker.tell(proxy.proxy_id, _message(speaker, meeting, attending.PROXY, proxy=True))
    return True


def _wants(speaker: Speaker, recipient: Recipient) -> bool:
    """Whoever unsubscribed is reminded only of what they said yes to."""
    return recipient.answer is not None or people.read(speaker.tx, recipient.person_id).unsubscribed_at is None


def _message(speaker: Speaker, meeting: Meeting, answer: str | None, proxy: bool = False) -> Message:
    """What is said; a mind can be changed by it. Who comes for somebody else is on no list, and answers them."""
    name, told = str(meeting.step), (steps.MOVED, steps.OFF)
    asks = name in ASKS and meeting.broadcast_id is not None and not proxy
    ways = meeting_card.answers(meeting.broadcast_id) if asks and meeting.broadcast_id is not None else ()
    key = f"meeting-told-{name}" if name in told or answer is not None else f"meeting-told-{name}-ask"
    return Message(
        text=Text(key, meeting_card.facts(meeting)),
        choices=ways,
        lane=Lane.BROADCASTS,
        lasting=True,
        expires_in=None if name in told else meeting.starts_at - speaker.now,
    )


def next_due(tx: Transaction) -> datetime | None:
    """When something is to be done or said next."""
    both = (meetings.next_due(tx), meeting_actions.next_due(tx))
    return min((each for each in both if each is not None), default=None)


JOBS = (Job("reminding of meetings", EVERY, remind, next_due),)
