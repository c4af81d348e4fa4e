"""Volunteers: on duty or on leave, how many tasks at once; and the jobs that keep their figures true."""

from datetime import datetime, time, timedelta

from handlers import cards, permissions
from handlers.desk import shifting
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice
from handlers.offering import unclaimed
from handlers.routing import Job, Route
from handlers.turn import Speaker, Turn
from storage import assignments, teams, volunteers
from storage.volunteers import Volunteer

SLICE = 20
LEAVES = (1, 3, 7, 30)  # days
LOADS = (1, 2, 3, 5)  # tasks at once
COUNTED_EVERY = timedelta(seconds=30)


def show(turn: Turn) -> None:
    """One's own badge, duty and load, and what can be changed; of the desk's staff, their shift."""
    if not volunteers.of_person(turn.tx, turn.person.id) and permissions.may(turn.roles, "answer hotline"):
        shifting.show(turn)
        return
    own = _own(turn)
    lines = [_line(turn, each) for each in own]
    values = {"lines": cards.joined(lines), "n": len(assignments.held_by(turn.tx, turn.person.id)), "most": own[0].most}
    resting = any(each.duty != "on" for each in own)
    first = choice("duty.on", "duty-on") if resting else choice("duty.off", "duty-off")
    ways = (first, choice("duty.leave", "duty-leave"), choice("duty.most", "duty-most"))
    turn.send(Message(text=Text("duty-is", values), choices=ways))


def go_on(turn: Turn) -> None:
    """On duty from now on."""
    for each in _own(turn):
        volunteers.set_duty(turn.tx, each.id, "on")
    turn.say("duty-now-on")


def go_off(turn: Turn) -> None:
    """Off duty, until they say otherwise; what was on offer to them goes to others."""
    for each in _own(turn):
        volunteers.set_duty(turn.tx, each.id, "off")
    unclaimed.withdraw_from(turn)
    turn.say("duty-now-off", choice("duty.on", "duty-on"))


def ask_leave(turn: Turn) -> None:
    """How long?"""
    _own(turn)
    turn.say("duty-how-long", *(choice(f"duty.until:{days}", "duty-days", n=days) for days in LEAVES))


def take_leave(turn: Turn) -> None:
    """On leave until the end of a day; it ends by itself."""
    days = turn.argument_id()
    if days not in LEAVES:
        raise Refused("choice-unknown")
    until = _end_of_day(turn, days)
    for each in _own(turn):
        volunteers.set_duty(turn.tx, each.id, "leave", until)
    unclaimed.withdraw_from(turn)
    turn.say("duty-now-leave", choice("duty.on", "duty-back"), until=until)


def ask_most(turn: Turn) -> None:
    """How many tasks at once?"""
    _own(turn)
    turn.say("duty-how-many", *(choice(f"duty.load:{most}", "duty-load", n=most) for most in LOADS))


def set_most(turn: Turn) -> None:
    """Keeps how many tasks at once."""
    most = turn.argument_id()
    if most not in LOADS:
        raise Refused("choice-unknown")
    for each in _own(turn):
        volunteers.set_most(turn.tx, each.id, most)
    turn.say("duty-load-kept", n=most)


def end_leaves(speaker: Speaker) -> bool:
    """Whose leave is over is on duty again, and hears it once."""
    due = volunteers.back(speaker.tx, speaker.now, SLICE)
    for each in sorted(due, key=lambda volunteer: volunteer.id):
        volunteers.set_duty(speaker.tx, each.id, "on")
    for person_id in dict.fromkeys(each.person_id for each in due):
        speaker.tell(person_id, Message(text=Text("duty-leave-over"), lane=Lane.REMINDERS))
    return len(due) == SLICE


def count(speaker: Speaker) -> bool:
    """Brings figures up to date: of those of whom there is news, and where time alone changes them."""
    fresh = volunteers.take_news(speaker.tx, SLICE)
    aged = volunteers.to_recount(speaker.tx, speaker.now, SLICE)
    found = [each.id for person in fresh for each in volunteers.of_person(speaker.tx, person)]
    for number in sorted({*found, *(each.id for each in aged)}):
        volunteers.recount(speaker.tx, number, speaker.now)
    return SLICE in (len(fresh), len(aged))


def _own(turn: Turn) -> list[Volunteer]:
    """The person's memberships. Refused where there is none."""
    own = volunteers.of_person(turn.tx, turn.person.id)
    if not own:
        raise Refused("not-allowed")
    return own


def _line(turn: Turn, volunteer: Volunteer) -> Text:
    duty = Text(f"duty-state-{volunteer.duty}", {"until": volunteer.leave_until or turn.now})
    team = cards.team_name(teams.read(turn.tx, volunteer.team_id))
    return Text("duty-line", {"team": team, "badge": volunteer.badge, "duty": duty})


def _end_of_day(turn: Turn, days: int) -> datetime:
    """The midnight after which they are back: "one day" is today."""
    here = turn.now.astimezone(turn.community.zone)
    midnight = datetime.combine(here.date() + timedelta(days=days), time(), here.tzinfo)
    return midnight.astimezone(turn.now.tzinfo)


ROUTES = (
    Route("command", "duty", show, menu="volunteer leader desk coordinator"),
    Route("press", "duty.on", go_on),
    Route("press", "duty.off", go_off),
    Route("press", "duty.leave", ask_leave),
    Route("press", "duty.until", take_leave),
    Route("press", "duty.most", ask_most),
    Route("press", "duty.load", set_most),
)
JOBS = (
    Job("leaves that are over", timedelta(minutes=1), end_leaves, next_due=volunteers.next_back),
    Job("figures of volunteers", COUNTED_EVERY, count, next_due=volunteers.next_count),
)
