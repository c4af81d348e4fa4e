"""Consents: what somebody agreed to, shown with its date, taken back by one tap; a no is not asked about again.

Service: that we keep what is needed at all. Sensitive: that we write down health, money and the like (asked for by
itself, with the reason, when the first such request is sent off). Proxy: that somebody else asks in one's name.
Board: that a pledge stands on the public board.
"""

from handlers import forms
from handlers.asking import helped
from handlers.errors import Refused
from handlers.following import followers
from handlers.forms import Again, Question
from handlers.membership import leaving
from handlers.message import Choice, Message, Named, Text, choice
from handlers.privacy import forgetting
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import agrees, way_of
from storage import consents, own_data, people, pledges, service_requests
from storage.consents import BOARD, PROXY, SENSITIVE, SERVICE, Consent
from storage.service_requests import ServiceRequest

ALL = 10_000  # more requests than one person makes
SHOWN = 20
NOES = ("不", "不同意", "不行", "不要", "不用", "no")


def needs_sensitive_consent(turn: Turn) -> bool:
    """Whether the open form asks for something delicate for this person, who has not agreed to writing it down.

    Somebody else's matter is theirs to agree to: the question that goes to them says what is written down.
    """
    answers = turn.dialogue.answers
    item = turn.item(str(answers.get("item") or ""))
    if item is None or not item.sensitive or item.urgency == "emergency" or helped.for_another(turn):
        return False
    return not consents.holds(turn.tx, turn.person.id, SENSITIVE)


def declined(turn: Turn) -> bool:
    """After the form: the person did not agree, so nothing is sent off or kept. False where they did, or need not."""
    if turn.dialogue.answers.get(QUESTION.name) != "no":
        return False
    forgetting.media(turn, turn.dialogue.answers.get("media", []))
    desk = turn.community.pack.desk
    turn.say("consent-sensitive-no", phone=desk.phone, hours=Named(desk.hours, desk.hours_en))
    return True


def show(turn: Turn) -> None:
    """What the person agreed to, since when, and what taking it back means."""
    lines, ways = [Text("consent-list")], []
    for each in _current(turn):
        lines.append(_line(turn, each))
        if each.holds:
            ways.append(_way_back(turn, each))
    turn.send(Message(text=_joined(lines), choices=tuple(ways[:SHOWN])))


def withdraw(turn: Turn) -> None:
    """One tap: the consent is taken back, and what follows from it is done and said."""
    consent = consents.read(turn.tx, turn.argument_id())
    if consent is None or consent.person_id != turn.person.id or not consent.holds:
        raise Refused("form-stale")
    if consent.purpose == SERVICE:
        leaving.leave_all(turn)
        return
    consents.withdraw(turn.tx, consent.id, turn.person.id, turn.now)
    if consent.purpose == BOARD:
        pledges.forget(turn.tx, turn.person.id)
    else:
        _undo(turn, _concerned(turn, consent))
    if consent.other_id is not None:
        turn.tell(consent.other_id, Message(text=Text("consent-proxy-over", {"name": turn.person.name})))
    turn.say(f"consent-{consent.purpose}-withdrawn", **_other(turn, consent))


def _undo(turn: Turn, requests: list[ServiceRequest]) -> None:
    """What was asked for under a consent that holds no more: the open is withdrawn, and all of it is emptied."""
    followers.lock(turn, [request.id for request in requests])
    for number in sorted(request.id for request in requests):
        request = service_requests.lock(turn.tx, number)
        item = turn.item(request.item) if request else None
        if request is not None and not forgetting.keeps(item, request):
            forgetting.empty(turn, forgetting.withdraw(turn, request))


def _concerned(turn: Turn, consent: Consent) -> list[ServiceRequest]:
    if consent.purpose == PROXY:
        asked = own_data.asked_for(turn.tx, turn.person.id, ALL)
        return [one for one in asked if one.person_id == consent.other_id and one.closed_at is None]
    own = service_requests.of_person(turn.tx, turn.person.id, ALL) + own_data.asked_for(turn.tx, turn.person.id, ALL)
    delicate = []
    for one in own:
        item = turn.item(one.item)
        if item is not None and item.sensitive and turn.person.id == (one.helped_id or one.person_id):
            delicate.append(one)
    return delicate


def _current(turn: Turn) -> list[Consent]:
    """The last answer to each purpose."""
    latest: dict[tuple[str, int | None], Consent] = {}
    for each in consents.of_person(turn.tx, turn.person.id):
        latest[each.purpose, each.other_id] = each
    return list(latest.values())


def _line(turn: Turn, consent: Consent) -> Text:
    values = {**_other(turn, consent), "at": consent.withdrawn_at or consent.refused_at or consent.given_at}
    state = "given" if consent.holds else "taken-back" if consent.given_at else "refused"
    return Text(f"consent-{state}", {"what": Text(f"consent-{consent.purpose}", values), "at": values["at"]})


def _way_back(turn: Turn, consent: Consent) -> Choice:
    return choice(f"consent.withdraw:{consent.id}", f"consent-{consent.purpose}-withdraw", **_other(turn, consent))


def _other(turn: Turn, consent: Consent) -> dict[str, object]:
    name = people.read(turn.tx, consent.other_id).name if consent.other_id is not None else ""
    return {"other": name}


def _joined(lines: list[Text]) -> Text:
    *before, whole = lines
    for line in reversed(before):
        whole = Text("two-lines", {"first": line, "second": whole})
    return whole


def _ask(turn: Turn) -> Message:
    """Why it is asked. Whoever said no before is told so, and is not asked for reasons again."""
    before = consents.latest(turn.tx, turn.person.id, SENSITIVE)
    desk = turn.community.pack.desk
    key = "consent-sensitive-ask" if before is None else "consent-sensitive-before"
    form = str(turn.dialogue.form)
    return Message(
        text=Text(key, {"phone": desk.phone}),
        choices=(
            forms.pick(form, QUESTION.name, "yes", "join-agree"),
            forms.pick(form, QUESTION.name, "no", "consent-sensitive-refuse"),
        ),
    )


def _read(turn: Turn) -> str:
    said = turn.incoming.text.strip().lower()
    if turn.argument == "yes" or agrees(said) or said in ("同意", "agree"):
        consents.give(turn.tx, turn.person.id, SENSITIVE, turn.now)
        return "yes"
    if turn.argument == "no" or said in NOES or way_of(said) == "cancel":
        if consents.latest(turn.tx, turn.person.id, SENSITIVE) is None:
            consents.refuse(turn.tx, turn.person.id, SENSITIVE, turn.now)
        return "no"
    raise Again("consent-press-please")


QUESTION = Question("sensitive", _ask, _read, wanted=needs_sensitive_consent)
ROUTES = (Route("press", "consent.list", show), Route("press", "consent.withdraw", withdraw))
