"""Emergencies: before and above everything. The number to call comes first, then one or two steps, then our people."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

from handlers import attachments, cards, staff
from handlers.asking import caller_slip, submitting
from handlers.danger import alerting, for_callers
from handlers.errors import Refused
from handlers.helping import holding
from handlers.message import Lane, Message, Text, choice
from handlers.occasions import raising
from handlers.packs.model import EmergencyGuide
from handlers.routing import Route
from handlers.turn import Speaker, Turn
from handlers.understanding import Danger, Match, normalise_phone
from storage import request_changes, reveals, service_requests
from storage.service_requests import Details, ServiceRequest

SAME_AFFAIR = timedelta(minutes=30)  # further words of danger within this time belong to the same emergency
WORDS_KEPT = 500
MOST_DANGERS = 3  # whose steps are shown together
DOUBTED = "doubted"  # where the words of an unanswered yes/no question wait in the dialogue


def alarm(turn: Turn, danger: Danger) -> None:
    """Words of danger: number and steps at once, then our people on duty. Never waits for anything."""
    first_lines(turn, danger)
    raise_alarm(turn, danger.code, turn.incoming.text[:WORDS_KEPT])


def show(turn: Turn, danger: Danger) -> None:
    """Words that may mean danger, where steps do no harm: number and steps at once, and the question."""
    first_lines(turn, danger)
    ask(turn, danger)


def ask(turn: Turn, danger: Danger) -> None:
    """Words that may mean danger: one question, the number in it."""
    turn.dialogue.answers[DOUBTED] = {
        "text": turn.incoming.text[:WORDS_KEPT],
        "matches": [[match.code, match.score] for match in _harmless(turn)[:3]],
        "beside": list(danger.beside),
        "at": turn.now.isoformat(),
    }
    # In a group everybody sees the question: its buttons name whom it was asked.
    asked = f"{turn.person.id}" if turn.incoming.group else ""
    turn.send(
        Message(
            text=Text("emergency-ask", {"call": list(danger.call) or ["110"]}),
            choices=(
                choice(f"emergency.yes:{danger.code}/{asked}".rstrip("/"), "emergency-yes"),
                choice(f"emergency.no:{asked}".rstrip(":"), "emergency-no"),
            ),
            lane=Lane.URGENT,
        )
    )


def may_go_on(speaker: Speaker, person_id: int, answers: Mapping[str, Any]) -> bool:
    """Whether somebody has an emergency that is not over, or was lately asked about one and has not said no.

    `answers`: those of the person's dialogue.
    """
    asked = answers.get(DOUBTED, {}).get("at")
    if asked is not None and speaker.now - datetime.fromisoformat(asked) < SAME_AFFAIR:
        return True
    return any(_goes_on(speaker, request) for request in service_requests.of_person(speaker.tx, person_id))


def confirmed(turn: Turn) -> None:
    """Yes, somebody is in danger."""
    code, _, asked = turn.argument.partition("/")
    only_asked(turn, asked)
    doubted = turn.dialogue.answers.pop(DOUBTED, {"text": ""})
    picked(turn, code, doubted["text"], doubted.get("beside", ()))


def only_asked(turn: Turn, asked: str) -> None:
    """A question in a group is for the one whom its button names: anybody else is refused, and told what to do."""
    if turn.incoming.group and asked != str(turn.person.id):
        raise Refused("emergency-not-asked")


def picked(turn: Turn, code: str, words: str, beside: Iterable[str] = ()) -> None:
    """An emergency that was named by a button: number and steps at once, then our people."""
    guides = {one: guide for one in (code, *beside) if (guide := _guide(turn, one)) is not None}
    if code not in guides:
        raise Refused("choice-unknown")
    numbers = dict.fromkeys(number for guide in guides.values() for number in _numbers(turn, guide))
    first_lines(turn, Danger(code, "alarm", "", tuple(numbers), beside=tuple(guides)[1:]))
    raise_alarm(turn, code, words)


def more(turn: Turn) -> bool:
    """Soon after an alarm: a position, a phone number, and whatever somebody writes who has not joined, belong to it
    and go straight to our people. False where there was no alarm lately."""
    request = _lately(turn)
    if request is None or not _belongs(turn, request):
        return False
    incoming, point = turn.incoming, turn.incoming.position
    where = f"{point.latitude:.5f},{point.longitude:.5f}" if point else ""
    if turn.reading.places:
        where = incoming.text[:WORDS_KEPT]
    phone = (normalise_phone(incoming.contact.phone) or "") if incoming.contact else ""
    _add(turn, request, where, phone or next(iter(turn.reading.phones), ""))
    _pass_on(turn, request, " ".join(filter(None, (incoming.text[:WORDS_KEPT], phone))))
    turn.say("emergency-located" if point and not incoming.text else "emergency-passed-on")
    return True


def _belongs(turn: Turn, request: ServiceRequest) -> bool:
    """A newcomer's words all do; somebody else's where they bring the place or the phone number that is missing."""
    incoming, known = turn.incoming, request.details
    if turn.person.state != "joined" or incoming.position is not None or incoming.contact is not None:
        return True
    brings = (turn.reading.phones and not known.phone) or (turn.reading.places and not known.address)
    return bool(brings) or not (known.phone or known.address)


def _harmless(turn: Turn) -> list[Match]:
    """What words that only sound like danger may mean otherwise."""
    found = ((match, turn.item(match.code)) for match in turn.reading.items)
    return [match for match, item in found if item is not None and item.urgency != "emergency"]


def _pass_on(turn: Turn, request: ServiceRequest, words: str) -> int:
    """Tells our people, and whoever sees to it, what came after the alarm; returns how many were told."""
    item = turn.item(request.item)
    key = "staff-emergency-more" if words else "staff-emergency-place"
    values = {"number": request.number, "words": words} if words else {"number": request.number}
    message = Message(
        text=Text(key, values),
        position=turn.incoming.position,
        lane=Lane.URGENT,
        key=f"more:{request.id}",
        sensitive=item is not None and item.sensitive,
    )
    whom = dict.fromkeys((*holding.helpers(turn, request), *staff.of_place(turn, request.home_id)))
    on_duty = [person for person in whom if person != turn.person.id]
    if not on_duty:
        on_duty = [person for person in staff.even_away(turn, request.home_id) if person != turn.person.id]
    if turn.incoming.position or turn.incoming.contact or turn.reading.phones or turn.reading.places:
        for subject, reader in product(request.people, on_duty):
            reveals.add(turn.tx, subject, reader, request.id, "address and phone", turn.now)
    return sum(turn.tell(reader, message) for reader in on_duty)


def _lately(turn: Turn) -> ServiceRequest | None:
    recent = next(iter(service_requests.of_person(turn.tx, turn.person.id, limit=1)), None)
    if recent is None or not _goes_on(turn, recent):  # over: what comes now is another danger
        return None
    return recent if turn.now - recent.created_at < SAME_AFFAIR else None


def _goes_on(speaker: Speaker, request: ServiceRequest) -> bool:
    item = speaker.item(request.item)
    return bool(item and item.urgency == "emergency" and request.closed_at is None and request.state != "done")


def _add(turn: Turn, request: ServiceRequest, where: str, phone: str) -> None:
    """What came later stands on the card of whoever looks at the request from now on."""
    for media_id in attachments.keep(turn):
        service_requests.add_medium(turn.tx, request.id, media_id)
    known = request.details
    address = " ".join(filter(None, (known.address, where)))
    details = replace(known, address=address, phone=known.phone or phone)
    request_changes.set_details(turn.tx, request.id, details)


def first_lines(turn: Turn, danger: Danger) -> None:
    """The number first, then what to do, then what not to do; then the button that sends where one is."""
    guide = _guide(turn, danger.code)
    english = turn.person.language == "en"
    lines = (guide.steps_en if english else guide.steps) if guide else ()
    others = [_guide(turn, code) for code in danger.beside[: MOST_DANGERS - 1]]
    if others:  # of several dangers the first step each
        lines = tuple((each.steps_en if english else each.steps)[0] for each in (guide, *others) if each)
    avoid = "" if guide is None or guide.helpers_only else (guide.avoid_en if english else guide.avoid)
    turn.send(
        Message(
            text=Text(
                "emergency-first",
                {
                    "call": list(danger.call) or ["110", "120"],
                    "steps": "\n".join([*lines, *([avoid] if avoid else [])]),
                },
            ),
            wants="position",
            lane=Lane.URGENT,
        )
    )


def raise_alarm(turn: Turn, code: str, words: str) -> None:
    """Opens an emergency at once, with what is known, and tells those on duty, again and again until one answers."""
    item, recent = turn.item(code), _lately(turn)
    if item is None:
        raise Refused("choice-unknown")
    slip = caller_slip.of(turn, words)
    if slip is not None:
        for_callers.raise_alarm(turn, slip, item, words)
        return
    if recent is not None and recent.item == code:
        _add(turn, recent, "", "")
        turn.say("emergency-passed-on" if _pass_on(turn, recent, words) else "emergency-alone", number=recent.number)
        return
    details = Details(
        words=words,
        address=cards.full_address(turn, turn.person.place_id, turn.person.door),
        phone=turn.person.phone.e164 if turn.person.phone else "",
    )
    request = submitting.submit(turn, item, details, turn.person.place_id, attachments.keep(turn), consent="emergency")
    told = alerting.alert(turn, request, item, but=turn.person.id)
    reachable = "emergency-told" if details.phone else "emergency-told-ask-phone"
    key = reachable if told else "emergency-alone"
    turn.say(key, choice(f"emergency.off:{request.id}", "emergency-off"), number=request.number)
    raising.from_request(turn, request)


def _guide(turn: Turn, code: str) -> EmergencyGuide | None:
    return next((guide for guide in turn.community.pack.emergency.guides if guide.code == code), None)


def _numbers(turn: Turn, guide: EmergencyGuide) -> tuple[str, ...]:
    phones = {handler.code: handler.phone for handler in turn.community.pack.handlers}
    numbers = [phones.get(entry) or entry for entry in guide.call]
    return tuple(number for number in numbers if number[:1].isdigit())


ROUTES = (Route("press", "emergency.yes", confirmed, where="anywhere", before_joining=True),)
