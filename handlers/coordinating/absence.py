"""Absence: staff, leaders and liaisons say until when they are away, and who stands in for them meanwhile."""

from datetime import timedelta

from handlers import forms
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.liaison import covering
from handlers.message import Message, Text, choice, named_choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding import bare_number
from storage import absences, addresses, people, roles, shifts
from storage.roles import RoleHeld

DAYS = (1, 3, 7)
MOST_DAYS = 60
MOST_SHOWN = 10
NOBODY = "0"
COVERED = ("coordinator", "desk", "leader", "liaison", "secretary")


def away(turn: Turn) -> None:
    """Says that one is away; whoever is away already is asked whether they are back."""
    _must_be_staff(turn)
    now = absences.of_person(turn.tx, turn.person.id, turn.now)
    if now is None:
        forms.start(turn, AWAY)
        return
    values = {"until": now.until, "cover": _name(turn, now.cover_id)}
    turn.say("away-now", choice("away.back", "away-back"), **values)


def back(turn: Turn) -> None:
    """One is back; whoever stood in hears it."""
    _must_be_staff(turn)
    now = absences.of_person(turn.tx, turn.person.id, turn.now)
    if now is None:
        raise Refused("away-not")
    absences.end(turn.tx, turn.person.id, turn.now)
    if now.cover_id is not None:
        turn.tell(now.cover_id, Message(text=Text("away-cover-over", {"name": turn.person.name})))
    turn.say("away-welcome")


def colleagues(turn: Turn) -> list[int]:
    """Who may stand in for the person: whoever may do the same at the same place or above, is there and is reached."""
    found = [person for held in turn.roles for person in _of_role(turn, held)]
    able = [each for each in dict.fromkeys(found) if each != turn.person.id]
    there = [each for each in able if absences.of_person(turn.tx, each, turn.now) is None]
    return [each for each in there if addresses.reachable(turn.tx, each) is not None][:MOST_SHOWN]


def _of_role(turn: Turn, held: RoleHeld) -> list[int]:
    """A leader's place is taken by another leader of the team, a desk's also by a coordinator, a liaison's by another
    liaison of the station or its secretary, a secretary's by another secretary."""
    if held.role not in COVERED:
        return []
    upwards = [int(part) for part in reversed(held.path.split("/")) if part]
    if held.role == "liaison":
        return [*roles.holders(turn.tx, "liaison", upwards), *roles.holders(turn.tx, "secretary", upwards)]
    if held.role == "secretary":
        return roles.holders(turn.tx, "secretary", upwards)
    coordinators = roles.holders(turn.tx, "coordinator", upwards)
    if held.role == "leader" and held.team_id is not None:
        members = roles.of_team(turn.tx, held.team_id)
        return [each.person_id for each in members if each.role == "leader"] + coordinators
    desks = roles.holders(turn.tx, "desk", upwards) if held.role == "desk" else []
    return desks + coordinators


def _must_be_staff(turn: Turn) -> None:
    if not any(held.role in COVERED for held in turn.roles):
        raise Refused("not-allowed")


def _ask_days(turn: Turn) -> Message:
    choices = tuple(forms.pick("away", "days", days, "away-days", n=days) for days in DAYS)
    return Message(text=Text("away-how-long"), choices=choices)


def _read_days(turn: Turn) -> int:
    days = bare_number(turn.argument or turn.incoming.text.strip().rstrip("天 days"))
    if days is None or not 1 <= days <= MOST_DAYS:
        raise Again("away-days-please", most=MOST_DAYS)
    return days


def _ask_cover(turn: Turn) -> Message:
    found = colleagues(turn)
    choices = [named_choice(f"away.cover:{each}", people.read(turn.tx, each).name) for each in found]
    return Message(text=Text("away-who"), choices=(*choices, forms.pick("away", "cover", NOBODY, "away-nobody")))


def _read_cover(turn: Turn) -> str:
    words = turn.incoming.text.strip()
    found = colleagues(turn)
    named = [each for each in found if words and people.read(turn.tx, each).name == words]
    picked = named[:1] or [each for each in found if str(each) == turn.argument]
    if not picked and turn.argument != NOBODY:
        raise Again("away-tap-please")
    return str(picked[0]) if picked else NOBODY


def _gone(turn: Turn) -> None:
    answers = turn.dialogue.answers
    cover = None if answers["cover"] == NOBODY else int(answers["cover"])
    until = turn.now + timedelta(days=int(answers["days"]))
    absences.add(turn.tx, turn.person.id, cover, until, turn.now)
    shifts.end(turn.tx, turn.person.id, turn.now)
    covering.tell(turn, cover, until)
    if cover is None:
        covering.replace(turn, until)
        turn.say("away-alone", until=until)
        return
    turn.tell(cover, Message(text=Text("away-you-cover", {"name": turn.person.name, "until": until})))
    turn.say("away-done", until=until, cover=_name(turn, cover))


def _name(turn: Turn, person_id: int | None) -> str | Text:
    return Text("away-nobody-name") if person_id is None else people.read(turn.tx, person_id).name


AWAY = Form(
    "away",
    (Question("days", _ask_days, _read_days, number=True), Question("cover", _ask_cover, _read_cover)),
    _gone,
    cancelled="board-left",
)
FORMS = (AWAY,)
ROUTES = (
    Route("command", "away", away, menu="coordinator desk leader liaison secretary"),
    Route("press", "away.back", back),
)
