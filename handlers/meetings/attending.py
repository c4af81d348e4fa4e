"""Attending: yes, no, or somebody else for me; a changed mind is welcome until it begins."""

from handlers import forms
from handlers.broadcasts import says
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.meetings import meeting_card
from handlers.message import Lane, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding import normalise_phone
from storage import broadcasts, meeting_proxies, meetings, people, recipients
from storage.broadcasts import MEETING, Broadcast
from storage.meeting_proxies import AGREED, DECLINED, Proxy
from storage.meetings import OFF, Meeting
from storage.phones import Phone
from storage.recipients import Recipient

YES, NO, PROXY = "yes", "no", "proxy"
MOST_NAME = 30  # characters


def yes(turn: Turn) -> None:
    """They come."""
    _answer(turn, YES)


def no(turn: Turn) -> None:
    """They do not come."""
    _answer(turn, NO)


def proxy(turn: Turn) -> None:
    """Somebody comes for them: asks who."""
    broadcast, _, _ = _invitation(turn, turn.argument_id())
    forms.start(turn, FOR_ME, invitation=str(broadcast.id))


def agree(turn: Turn) -> None:
    """The proxy comes; whoever asked hears so."""
    named, meeting, title = _asked(turn)
    _settle(turn, named, AGREED, "standin-agreed-told", title)
    if meeting is None:
        turn.say("standin-agreed", title=title)
    else:
        turn.say("standin-agreed-when", **meeting_card.facts(meeting))


def decline(turn: Turn) -> None:
    """The proxy cannot come either; whoever asked hears so, and may choose anew."""
    named, _, title = _asked(turn)
    _settle(turn, named, DECLINED, "standin-declined-told", title)
    turn.say("standin-declined")


def _answer(turn: Turn, answer: str) -> None:
    broadcast, recipient, meeting = _invitation(turn, turn.argument_id())
    _without_proxy(turn, broadcast)
    recipients.answer(turn.tx, recipient.id, answer, turn.now)
    if meeting is None or answer == NO:
        turn.say(f"attend-{answer}", title=says.title(broadcast))
    else:
        turn.say("attend-yes-when", **meeting_card.facts(meeting))


def _invitation(turn: Turn, broadcast_id: int) -> tuple[Broadcast, Recipient, Meeting | None]:
    """An invitation on whose list the person is, and its meeting. Refused for others, and where it is too late."""
    broadcast = broadcasts.read(turn.tx, broadcast_id)
    recipient = recipients.of_person(turn.tx, broadcast_id, turn.person.id)
    if broadcast is None or broadcast.kind != MEETING or recipient is None:
        raise Refused("not-allowed", closes_form=True)
    meeting = meetings.of_invitation(turn.tx, broadcast.id)
    if meeting is not None and meeting.state == OFF:
        raise Refused("attend-off", closes_form=True, title=meeting.title)
    begins_at = broadcast.expires_at if meeting is None else meeting.starts_at
    if begins_at is not None and begins_at <= turn.now:
        raise Refused("attend-too-late", closes_form=True)
    return broadcast, recipient, meeting


def _without_proxy(turn: Turn, broadcast: Broadcast) -> None:
    """Nobody comes for them any more; whoever was asked to hears so."""
    named = meeting_proxies.for_person(turn.tx, broadcast.id, turn.person.id)
    if named is None:
        return
    meeting_proxies.drop(turn.tx, broadcast.id, turn.person.id)
    if named.proxy_id is not None and named.state != DECLINED:
        values = {"name": meeting_card.name_of(turn, turn.person.id), "title": says.title(broadcast)}
        turn.tell(named.proxy_id, Message(text=Text("standin-not-needed", values), lane=Lane.REMINDERS))


def _ask_who(turn: Turn) -> Message:
    return Message(text=Text("standin-ask"))


def _read_who(turn: Turn) -> list[str]:
    """[the name, the number]: one of them may be empty."""
    contact = turn.incoming.contact
    words = " ".join(turn.incoming.text.split())
    number = next(iter(turn.reading.phones), None) or normalise_phone(contact.phone if contact else words)
    name = "" if number is not None and contact is not None else _without_digits(words) if number else words
    if number is None and not 0 < len(name) <= MOST_NAME:
        raise Again("standin-please")
    if turn.person.phone is not None and number == turn.person.phone.e164:
        raise Again("standin-yourself")
    return [name[:MOST_NAME], number or ""]


def _without_digits(words: str) -> str:
    return " ".join("".join(each for each in words if not (each.isdigit() or each in "+-()，,:：")).split())


def _named(turn: Turn) -> None:
    broadcast, recipient, meeting = _invitation(turn, int(turn.dialogue.answers["invitation"]))
    name, number = turn.dialogue.answers["who"]
    _without_proxy(turn, broadcast)
    known = _with_number(turn, str(number))
    named = meeting_proxies.name(turn.tx, broadcast.id, turn.person.id, str(name), known, turn.now)
    recipients.answer(turn.tx, recipient.id, PROXY, turn.now)
    if known is not None:
        _ask_proxy(turn, named, known, meeting, says.title(broadcast))
    turn.say("attend-proxy-number" if number else "attend-proxy", name=str(name), title=says.title(broadcast))


def _with_number(turn: Turn, number: str) -> int | None:
    """Somebody here with this number. Whether there is one, the asker is not told: the proxy answers or does not."""
    known = people.with_phone(turn.tx, Phone(number)) if number else []
    return next((each.id for each in known if each.state == "joined" and each.id != turn.person.id), None)


def _ask_proxy(turn: Turn, named: Proxy, person_id: int, meeting: Meeting | None, title: str) -> None:
    values: dict[str, object] = {"name": meeting_card.name_of(turn, turn.person.id), "title": title}
    key = "standin-please-come"
    if meeting is not None:
        key, values = "standin-please-come-when", values | meeting_card.facts(meeting)
    ways = (choice(f"standin.yes:{named.id}", "standin-yes"), choice(f"standin.no:{named.id}", "standin-no"))
    turn.tell(person_id, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS, lasting=True))


def _asked(turn: Turn) -> tuple[Proxy, Meeting | None, str]:
    """Whom the person is asked to stand in for. Refused where nobody asks them any more."""
    named = meeting_proxies.read(turn.tx, turn.argument_id())
    if named is None or named.proxy_id != turn.person.id:
        raise Refused("form-stale")
    meeting = meetings.of_invitation(turn.tx, named.broadcast_id)
    if meeting is not None and (meeting.state == OFF or meeting.starts_at <= turn.now):
        raise Refused("attend-too-late")
    broadcast = broadcasts.read(turn.tx, named.broadcast_id)
    return named, meeting, "" if broadcast is None else says.title(broadcast)


def _settle(speaker: Turn, named: Proxy, state: str, key: str, title: str) -> None:
    if not meeting_proxies.answer(speaker.tx, named.id, speaker.person.id, state):
        raise Refused("form-stale")
    values = {"name": meeting_card.name_of(speaker, speaker.person.id), "title": title}
    ways = meeting_card.answers(named.broadcast_id) if state == DECLINED else ()
    speaker.tell(named.person_id, Message(text=Text(key, values), choices=ways, lane=Lane.REMINDERS))


def proxies(speaker: Speaker, broadcast_id: int, limit: int) -> list[Proxy]:
    """Those here who come for others."""
    found = meeting_proxies.of_invitation(speaker.tx, broadcast_id, limit)
    return [each for each in found if each.proxy_id is not None and each.state == AGREED]


FOR_ME = Form("attendproxy", (Question("who", _ask_who, _read_who, number=True),), _named, cancelled="attend-left")
FORMS = (FOR_ME,)
ROUTES = (
    Route("press", "bc.yes", yes),
    Route("press", "bc.no", no),
    Route("press", "bc.proxy", proxy),
    Route("press", "standin.yes", agree),
    Route("press", "standin.no", decline),
)
