"""Listing: /meetings: what one holds, is invited to, may propose something for, or is to do since the last one."""

from datetime import timedelta

from handlers.errors import Refused
from handlers.meetings import rights
from handlers.message import Choice, Message, Span, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.visits import day_words
from storage import meeting_actions, meetings, places, representatives
from storage.meeting_actions import Action
from storage.meetings import OFF, PLANNED, Meeting
from storage.representatives import AGREED

BACK = timedelta(days=60)  # what was held so long ago is still listed
MOST = 12
MOST_ACTIONS = 20
MOST_LABEL = 20  # characters of a button


def begin(turn: Turn) -> None:
    """The meetings that concern the person, the next first, and what they are to do."""
    found = _concerning(turn)
    ways = [_line(turn, each) for each in found]
    todo = meeting_actions.of_owner(turn.tx, turn.person.id, MOST_ACTIONS, only_open=True)
    if todo:
        ways.insert(0, choice("action.own", "meeting-way-own-actions", n=len(todo)))
    if rights.units(turn):
        ways.append(choice("meeting.new", "meeting-way-new"))
    key = "meeting-list" if found else "meeting-list-none"
    turn.send(Message(text=Text(key), choices=tuple(ways), lasting=True))


def own_actions(turn: Turn) -> None:
    """What the person is to do, the most urgent first."""
    todo = meeting_actions.of_owner(turn.tx, turn.person.id, MOST_ACTIONS, only_open=True)
    if not todo:
        raise Refused("action-none")
    ways = tuple(
        choice(f"action.show:{each.id}", "action-way", what=each.what[:MOST_LABEL], day=_day(turn, each))
        for each in todo
    )
    turn.send(Message(text=Text("action-own", {"n": len(todo)}), choices=ways, lasting=True))


def _concerning(turn: Turn) -> list[Meeting]:
    since = turn.now - BACK
    found = {each.id: each for each in meetings.of_person(turn.tx, turn.person.id, since, MOST)}
    for place_id in _own_places(turn):
        for each in meetings.of_place(turn.tx, place_id, since, MOST):
            ahead = each.state == PLANNED and each.starts_at > turn.now
            if rights.holds(turn, each) or (ahead and rights.may_propose(turn, each)):
                found[each.id] = each
    shown = [each for each in found.values() if each.state != OFF]
    coming = sorted((each for each in shown if each.starts_at > turn.now), key=lambda each: each.starts_at)
    past = sorted((each for each in shown if each.starts_at <= turn.now), key=lambda each: each.starts_at, reverse=True)
    return [*coming, *past][:MOST]


def _own_places(turn: Turn) -> list[int]:
    """Where the person has a role or is a representative, and the place above: units are asked by the one above."""
    own = [each.place_id for each in turn.roles]
    own += [each.place_id for each in representatives.of_person(turn.tx, turn.person.id) if each.state == AGREED]
    found = [places.read(turn.tx, place_id) for place_id in dict.fromkeys(own)]
    above = [each.parent_id for each in found if each.parent_id is not None]
    return list(dict.fromkeys([*(each.id for each in found), *above]))


def _line(turn: Turn, meeting: Meeting) -> Choice:
    return choice(f"meeting.show:{meeting.id}", "meeting-way", title=meeting.title, at=meeting.starts_at)


def _day(turn: Turn, action: Action) -> Span:
    return day_words.said(turn.community, action.day)


ROUTES = (
    Route("command", "meetings", begin, menu="leader desk coordinator secretary"),
    Route("press", "meeting.list", begin),
    Route("press", "action.own", own_actions),
)
