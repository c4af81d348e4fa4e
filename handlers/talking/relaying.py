"""Relaying: what one of a request's people says goes to the others, under the speaker's name, with all its files.

Nobody's number or account is in it. A message with files waits until they are with us, so that an album stays one.
"""

from collections.abc import Iterable

from handlers import attachments, cards
from handlers.helping import holding, promises, task_card
from handlers.incoming import Position
from handlers.life import clocks, lifecycle
from handlers.message import Message, Text, choice
from handlers.turn import Speaker, Turn
from handlers.understanding import find_phones, normalise_phone, redact
from storage import addresses, assignments, reveals, service_requests, teams, volunteers
from storage import line as talks
from storage.line import LineMedium, LineMessage, Said
from storage.phones import Phone
from storage.service_requests import ServiceRequest

PHONE = "phone in words"  # what is logged where a number was typed or shared in a talk


def those_on(speaker: Speaker, request: ServiceRequest) -> list[int]:
    """Who is on a request's line now: its residents, and those who have it in hand. Nobody where nobody has."""
    if request.state not in lifecycle.HELD:
        return []
    return list(dict.fromkeys((*request.people, *holding.helpers(speaker, request))))


def names_of(speaker: Speaker, request: ServiceRequest, but: int) -> list[Text]:
    """Who else is on the line, by name."""
    return [name_of(speaker, request, person) for person in those_on(speaker, request) if person != but]


def name_of(speaker: Speaker, request: ServiceRequest, person_id: int) -> Text:
    """Who speaks, as the others are told: name, and of a helper the team and the badge."""
    name = holding.name_of(speaker, person_id)
    part = next((each for each in assignments.of_request(speaker.tx, request.id) if each.person_id == person_id), None)
    if part is None or part.team_id is None:
        return Text("line-name", {"name": name})
    team, member = teams.read(speaker.tx, part.team_id), volunteers.member(speaker.tx, person_id, part.team_id)
    if member is None:
        return Text("line-helper", {"name": name, "team": cards.team_name(team)})
    return Text("line-helper-badge", {"name": name, "team": cards.team_name(team), "badge": member.badge})


def pass_on(
    turn: Turn, request: ServiceRequest, about: LineMessage | None, danger: tuple[str, ...] = ()
) -> LineMessage | None:
    """Passes on what came with this event; `about` is what it answers, `danger` the numbers that the speaker was shown.

    Returns the message as it was stored; None where there is nothing in it that could be passed on.
    """
    said, media_ids = _said(turn, danger), attachments.keep(turn)
    if not (said.words or said.point or said.phone or media_ids):
        return None
    request = _heard(turn, request)
    message = talks.create(
        turn.tx,
        request_id=request.id,
        sender_id=turn.person.id,
        address_id=turn.address.id,
        message=turn.incoming.message,
        about_id=about.id if about else None,
        said=said,
        phones=bool(_phones(said)),
        media_ids=media_ids,
        now=turn.now,
    )
    _deliver(turn, request, message)
    return message


def reword(speaker: Speaker, request: ServiceRequest, message: LineMessage, words: str) -> None:
    """The speaker has changed the words: so do the copies."""
    said = Said(words, message.said.point, message.said.phone, message.said.danger)
    new = set(_phones(said)) - set(_phones(message.said))
    talks.set_said(speaker.tx, message.id, said, phones=bool(_phones(said)))
    if message.state == "passed":
        _rewrite(speaker, request, message, said)
        if new:
            _log(speaker, request, message, those_on(speaker, request))


def hide_phones(speaker: Speaker, request: ServiceRequest, said: Iterable[LineMessage], person_id: int) -> None:
    """The task is over for somebody: phone numbers disappear from their copies of what was said."""
    for message in said:
        if message.phones and message.state == "passed":
            words = Said(redact(message.said.words), message.said.point, "", message.said.danger)
            _rewrite(speaker, request, message, words, person_id)


def arrived(speaker: Speaker, media_id: int) -> None:
    """A file's bytes are with us: the messages that waited for it go out, where it was the last."""
    for number in talks.with_medium(speaker.tx, media_id):
        message = talks.lock(speaker.tx, number)
        request = service_requests.read(speaker.tx, message.request_id) if message else None
        if message is None or request is None or message.state != "fetching":
            continue
        if message.sender_id in those_on(speaker, request):
            _deliver(speaker, request, message)
        else:
            talks.set_state(speaker.tx, message.id, "lost")
            _tell_sender(speaker, message, Text("line-too-late", {"number": request.number}))


def lost(speaker: Speaker, media_id: int) -> None:
    """A file never will be with us: its message goes out without it, and is lost where nothing else is in it."""
    talks.lose(speaker.tx, media_id)
    arrived(speaker, media_id)


def what(said: Said, files: list[LineMedium]) -> Text:
    """What somebody sends without a word."""
    if files:
        return Text(f"line-{files[0].kind}", {"n": len(files)})
    return Text("line-place") if said.point else Text("line-put-away")


def _said(turn: Turn, danger: tuple[str, ...]) -> Said:
    incoming = turn.incoming
    point = incoming.position
    return Said(
        words=incoming.text.strip(),
        point=(point.latitude, point.longitude) if point else None,
        phone=(normalise_phone(incoming.contact.phone) or incoming.contact.phone) if incoming.contact else "",
        danger=danger,
    )


def _phones(said: Said) -> tuple[str, ...]:
    return (*find_phones(said.words), *((said.phone,) if said.phone else ()))


def _heard(turn: Turn, request: ServiceRequest) -> ServiceRequest:
    """A helper's first word to the resident is the first contact, and shows that the helper is on it."""
    if turn.person.id not in holding.helpers(turn, request):
        return request
    request = service_requests.lock(turn.tx, request.id) or request
    part, item = holding.of_helper(turn, request, turn.person.id), turn.item(request.item)
    if part is None or item is None:
        return request
    first = part.contacted_at is None
    if lifecycle.allowed("contact", request, turn.now):
        request = lifecycle.make(turn, request, "contact", actor_id=turn.person.id)
    part.contacted_at = part.contacted_at or turn.now
    promises.heard(turn, request, item, part)
    if first:
        task_card.refresh(turn, request, item, part)
    return request


def _deliver(speaker: Speaker, request: ServiceRequest, message: LineMessage) -> None:
    """Tells the others, once all files are with us or lost."""
    files = talks.media(speaker.tx, message.id)
    if any(each.digest is None and not each.lost for each in files):
        return
    files = [each for each in files if each.digest is not None]
    said = message.said
    if not (said.words or said.point or said.phone or files):
        talks.set_state(speaker.tx, message.id, "lost")
        return
    copy = _copy(speaker, request, message, said, files)
    readers = [person for person in those_on(speaker, request) if person != message.sender_id]
    reached = [person for person in readers if speaker.tell(person, copy)]
    talks.set_state(speaker.tx, message.id, "passed")
    if message.phones:
        _log(speaker, request, message, reached)
    if not reached:
        _tell_sender(speaker, message, Text("line-unreached", {"phone": speaker.community.pack.desk.phone}))


def _rewrite(
    speaker: Speaker, request: ServiceRequest, message: LineMessage, said: Said, only: int | None = None
) -> None:
    files = [each for each in talks.media(speaker.tx, message.id) if each.digest is not None]
    speaker.edit(talks.key_of(message.id), _copy(speaker, request, message, said, files), only)


def _copy(
    speaker: Speaker, request: ServiceRequest, message: LineMessage, said: Said, files: list[LineMedium]
) -> Message:
    """A message as the others see it. An album has no button: the channels show one only below a message by itself."""
    item = speaker.item(request.item)
    by_the_wall = item is not None and item.urgency in clocks.BY_THE_WALL
    sensitive = item is None or item.sensitive
    return Message(
        text=_words(speaker, request, message, said, files, in_words=sensitive),
        choices=(choice(f"line.reply:{message.id}", "line-reply"),) if len(files) < 2 else (),
        key=talks.key_of(message.id),
        media=tuple(each.digest for each in files if each.digest),
        position=Position(*said.point) if said.point and not sensitive else None,
        reply_to=talks.key_of(message.about_id) if message.about_id else None,
        lasting=True,
        silent=not by_the_wall and speaker.community.quiet_until(speaker.now) is not None,
        sensitive=sensitive,
    )


def _words(
    speaker: Speaker,
    request: ServiceRequest,
    message: LineMessage,
    said: Said,
    files: list[LineMedium],
    *,
    in_words: bool,
) -> Text:
    """Who speaks, and the words; where there are none, what it is that they send. `in_words`: a place as figures."""
    lines = [
        Text("plain", {"text": said.words}) if said.words else None,
        Text("line-phone", {"phone": _shown_phone(said.phone)}) if said.phone else None,
        Text("line-point", {"point": "{:.5f},{:.5f}".format(*said.point)}) if said.point and in_words else None,
    ]
    if not any(lines):
        lines.append(what(said, files))
    if said.danger:
        lines.append(Text("line-danger", {"call": list(said.danger)}))
    return Text("line-said", {"who": name_of(speaker, request, message.sender_id), "words": cards.joined(lines)})


def _shown_phone(number: str) -> Phone | str:
    try:
        return Phone(number)
    except ValueError:
        return number


def _log(speaker: Speaker, request: ServiceRequest, message: LineMessage, readers: Iterable[int]) -> None:
    for reader in readers:
        reveals.add(speaker.tx, message.sender_id, reader, request.id, PHONE, speaker.now)


def _tell_sender(speaker: Speaker, message: LineMessage, text: Text) -> None:
    speaker.put(addresses.read(speaker.tx, message.address_id), Message(text=text))
