"""Inviting: the invitation of a meeting is drafted, with what stands on the agenda, and goes the way of a broadcast."""

from handlers import cards, texts
from handlers.broadcasts import content
from handlers.broadcasts.composing import composing
from handlers.broadcasts.content import MOST_TITLE, Content
from handlers.errors import Refused
from handlers.meetings import collecting, invitation, meeting_card, rights
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from storage import broadcasts, meeting_lists, meeting_proxies, meetings
from storage.broadcasts import DRAFT, MEETING, REFUSED, Broadcast
from storage.meeting_proxies import DECLINED
from storage.meetings import PLANNED, Meeting

PAGE = 20
ANSWERED = ("yes", "proxy")


def invite(turn: Turn) -> None:
    """Drafts the invitation; one that is a draft already is gone on with."""
    meeting = rights.held(turn, turn.argument_id())
    if meeting.state != PLANNED or meeting.starts_at <= turn.now:
        raise Refused("meeting-over")
    stands = invitation.stands(turn, meeting)
    if stands == invitation.WAITS:
        raise Refused("meeting-invitation-waits")
    if stands in invitation.OUT:
        raise Refused("meeting-invited-already", choice(f"meeting.coming:{meeting.id}/0", "meeting-way-coming"))
    draft = _draft(turn, meeting) or _write(turn, meeting)
    composing.go_on(turn, draft)


def remind_convenor(speaker: Speaker, meeting: Meeting) -> None:
    """A week before: the agenda stands, and nobody has been invited yet."""
    if invitation.stands(speaker, meeting) in (*invitation.OUT, invitation.WAITS):
        return
    values = {"title": meeting.title, "n": len(collecting.accepted(speaker, meeting))}
    ways = (
        choice(f"meeting.invite:{meeting.id}", "meeting-way-invite"),
        choice(f"agenda.list:{meeting.id}", "meeting-way-agenda"),
    )
    meeting_card.tell_convenor(
        speaker,
        meeting,
        Message(text=Text("meeting-invite-now", values), choices=ways, lane=Lane.REMINDERS, lasting=True),
    )


def coming(turn: Turn) -> None:
    """Who comes, and who sends somebody, by name, a page at a time."""
    turn.argument, _, after = turn.argument.partition("/")
    meeting = rights.held(turn, turn.argument_id())
    if meeting.broadcast_id is None:
        raise Refused("meeting-not-invited-yet")
    number = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else 0
    said = {each: meeting_lists.with_answer(turn.tx, meeting.broadcast_id, each, number, PAGE + 1) for each in ANSWERED}
    shown = sorted((person_id, answer) for answer, people in said.items() for person_id in people)
    lines = [Text("meeting-coming" if shown else "meeting-coming-none", {"title": meeting.title})]
    lines += [_guest(turn, meeting.broadcast_id, person_id, answer) for person_id, answer in shown[:PAGE]]
    back = choice(f"meeting.show:{meeting.id}", "meeting-back")
    following = shown[PAGE - 1][0] if len(shown) > PAGE else None
    on = () if following is None else (choice(f"meeting.coming:{meeting.id}/{following}", "more"),)
    turn.send(Message(text=cards.joined(lines), choices=(*on, back), lasting=True))


def words(speaker: Speaker, meeting: Meeting, language: str) -> str:
    """What an invitation says besides its title."""
    items = collecting.accepted(speaker, meeting)
    lines = [Text("invitation-facts", meeting_card.facts(meeting))]
    if items:
        lines.append(Text("invitation-agenda"))
        lines += [
            Text(f"invitation-line-{each.kind}", {"n": number, "words": each.words})
            for number, each in enumerate(items, 1)
        ]
    lines.append(Text("invitation-please"))
    said = [texts.render(each, language, speaker.community.zone) for each in lines]
    while len("\n".join(said)) > content.MOST_WORDS:  # the last of a long agenda are told at the meeting
        said.pop(-2)
    return "\n".join(said)


def _guest(turn: Turn, broadcast_id: int, person_id: int, answer: str) -> Text:
    name = meeting_card.name_of(turn, person_id)
    proxy = meeting_proxies.for_person(turn.tx, broadcast_id, person_id) if answer == "proxy" else None
    if proxy is None:
        return Text("meeting-guest" if answer == "yes" else "meeting-guest-proxy", {"name": name})
    called = proxy.name or (cards.NOTHING if proxy.proxy_id is None else meeting_card.name_of(turn, proxy.proxy_id))
    key = "meeting-guest-proxy-no" if proxy.state == DECLINED else "meeting-guest-by"
    return Text(key, {"name": name, "proxy": called})


def _draft(turn: Turn, meeting: Meeting) -> Broadcast | None:
    """The person's draft of its invitation, if there is one."""
    if meeting.broadcast_id is None:
        return None
    broadcast = broadcasts.lock(turn.tx, meeting.broadcast_id)
    if broadcast is None or broadcast.drafter_id != turn.person.id or broadcast.state not in (DRAFT, REFUSED):
        return None
    if broadcast.state == REFUSED:
        broadcasts.move(turn.tx, broadcast.id, REFUSED, DRAFT)
    return broadcasts.get(turn.tx, broadcast.id)


def _write(turn: Turn, meeting: Meeting) -> Broadcast:
    said = Content(meeting.title[:MOST_TITLE], words(turn, meeting, turn.person.language))
    broadcast = broadcasts.create(
        turn.tx,
        place_id=meeting.place_id,
        drafter_id=turn.person.id,
        kind=MEETING,
        body=content.encode(said),
        words=said.whole,
        audience="",
        now=turn.now,
        expires_at=meeting.starts_at,
    )
    meetings.set_invitation(turn.tx, meeting.id, broadcast.id)
    return broadcast


ROUTES = (
    Route("press", "meeting.invite", invite),
    Route("press", "meeting.coming", coming),
)
