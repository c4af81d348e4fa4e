"""Rounds: the secretary sets the day of the branch's meeting, sees how far it is, and ends the appraisal."""

from datetime import date, datetime

from handlers import forms
from handlers.appraisal import appraising, results, schedule, stations
from handlers.errors import Refused
from handlers.forms import Again, Form, Question
from handlers.message import Choice, Message, Text, choice
from handlers.routing import Route
from handlers.turn import Turn
from handlers.understanding.days import find_day
from handlers.understanding.normal import fold
from storage import appraisal_rounds, places, representatives
from storage.appraisal_rounds import APPRAISING, OPEN, PLANNED, Round
from storage.places import Place
from storage.representatives import AGREED

OFFERED = (28, 42)  # days from today that a button sets
MOST_TEXT = 40  # characters in which a day is looked for


def begin(turn: Turn) -> None:
    """/appraisal: for a secretary the station's round, for a representative what there is to appraise."""
    own = stations.own(turn)
    if not own:
        _for_representative(turn)
        return
    if len(own) == 1:
        _show(turn, own[0])
        return
    ways = (Choice(f"appraisal.at:{place.id}", Text("plain", {"text": stations.named(place)})) for place in own)
    turn.say("appraise-which-station", *ways)


def show(turn: Turn) -> None:
    """One station's round."""
    _show(turn, stations.require(turn, turn.argument_id()))


def set_day(turn: Turn) -> None:
    """Asks for the day of the meeting, also where one is set: then it is moved."""
    place = stations.require(turn, turn.argument_id())
    now = appraisal_rounds.current(turn.tx, place.id)
    if now is not None and now.state not in (PLANNED, OPEN):
        raise Refused("appraise-begun")
    forms.start(turn, DAY, place=str(place.id))


def call_off(turn: Turn) -> None:
    """It was set by mistake: as long as nobody has been told, it is simply gone."""
    at = _round(turn)
    if not appraisal_rounds.drop(turn.tx, at.id):
        raise Refused("appraise-told-already")
    turn.say("appraise-called-off")


def ask_end(turn: Turn) -> None:
    """Asks once more: after the end nobody can answer any more."""
    at = _appraised(turn)
    ways = (choice(f"appraisal.end:{at.id}", "appraise-end-yes"), choice(f"appraisal.at:{at.place_id}", "appraise-not"))
    turn.say("appraise-end-sure", *ways)


def end(turn: Turn) -> None:
    """The appraisal ends now; results come within minutes."""
    at = _appraised(turn)
    appraisal_rounds.set_state(turn.tx, at.id, appraisal_rounds.CLOSING)
    appraisal_rounds.set_step(turn.tx, at.id, schedule.CLOSE, turn.now)
    turn.say("appraise-ending")


def _show(turn: Turn, place: Place) -> None:
    at = appraisal_rounds.current(turn.tx, place.id)
    last = appraisal_rounds.last_closed(turn.tx, place.id)
    agreed = representatives.count(turn.tx, place.id)
    ways = [*_ways(place, at), choice(f"delegate.list:{place.id}", "appraise-representatives", n=agreed)]
    if at is None and last is not None:
        ways.append(choice(f"appraisal.list:{last.id}/0", "appraise-last"))
    values = {"place": stations.named(place), "n": agreed, **(_values(turn, at) if at is not None else {})}
    turn.send(
        Message(text=Text(f"appraise-round-{at.state if at is not None else 'none'}", values), choices=tuple(ways))
    )


def _ways(place: Place, at: Round | None) -> list[Choice]:
    if at is None:
        return [choice(f"appraisal.day:{place.id}", "appraise-set-day")]
    who, move = (
        choice(f"appraisal.list:{at.id}/0", "appraise-who"),
        choice(f"appraisal.day:{place.id}", "appraise-move"),
    )
    return {
        PLANNED: [move, choice(f"appraisal.off:{at.id}", "appraise-call-off")],
        OPEN: [who, move],
        APPRAISING: [who, choice(f"appraisal.ask:{at.id}", "appraise-end")],
    }.get(at.state, [])


def _values(turn: Turn, at: Round) -> dict[str, object]:
    first = schedule.at(at.held_on, schedule.LADDER[0], turn.community.zone).date()
    return {
        "day": stations.day(turn, at.held_on),
        "first": stations.day(turn, max(first, _today(turn))),
        "last": stations.day(turn, schedule.last_day(at.held_on)),
        **results.numbers(turn, at),
    }


def _for_representative(turn: Turn) -> None:
    named = [each for each in representatives.of_person(turn.tx, turn.person.id) if each.state == AGREED]
    if not named:
        raise Refused("not-allowed")
    found = (appraisal_rounds.current(turn.tx, each.place_id) for each in named)
    at = next((each for each in found if each is not None and each.state == APPRAISING), None)
    if at is not None:
        turn.argument = str(at.id)
        appraising.open_list(turn)
        return
    place = places.read(turn.tx, named[0].place_id)
    turn.say("delegate-later", choice(f"delegate.quit:{named[0].id}", "delegate-quit"), place=stations.named(place))


def _round(turn: Turn) -> Round:
    """The round that a button names, locked, for its secretary alone. Raises Refused."""
    at = appraisal_rounds.lock(turn.tx, turn.argument_id())
    if at is None:
        raise Refused("not-allowed")
    stations.require(turn, at.place_id)
    return at


def _appraised(turn: Turn) -> Round:
    at = _round(turn)
    if at.state != APPRAISING:
        raise Refused("appraise-over")
    return at


def _today(turn: Turn) -> date:
    return turn.now.astimezone(turn.community.zone).date()


def _ask_day(turn: Turn) -> Message:
    offered = [date.fromordinal(_today(turn).toordinal() + days) for days in OFFERED]
    ways = (
        forms.pick("appraisalday", "day", each.isoformat(), "appraise-day", day=stations.day(turn, each))
        for each in offered
    )
    return Message(text=Text("appraise-ask-day"), choices=tuple(ways))


def _read_day(turn: Turn) -> str:
    found = _named_day(turn)
    if found is None:
        raise Again("appraise-day-please")
    if not schedule.fits(found, _today(turn)):
        raise Again("appraise-day-wrong", days=schedule.FEWEST_DAYS)
    return found.isoformat()


def _named_day(turn: Turn) -> date | None:
    try:
        if turn.argument:
            return date.fromisoformat(turn.argument)
    except ValueError as error:
        raise Refused("choice-unknown") from error
    found = find_day(fold(turn.incoming.text[:MOST_TEXT]), _today(turn))
    return found.first if found is not None and found.first == found.last else None


def _set(turn: Turn) -> None:
    turn.argument = str(turn.dialogue.answers["place"])
    place = stations.require(turn, turn.argument_id())
    held_on = date.fromisoformat(str(turn.dialogue.answers["day"]))
    known = appraisal_rounds.current(turn.tx, place.id)
    at = None if known is None else appraisal_rounds.lock(turn.tx, known.id)
    if at is None:
        begins = _begins(turn, held_on)
        appraisal_rounds.create(turn.tx, place.id, held_on, schedule.DRAFT, begins, turn.person.id, turn.now)
    elif not _move(turn, at, held_on):
        raise Refused("appraise-begun", closes_form=True)
    _show(turn, place)


def _move(turn: Turn, at: Round, held_on: date) -> bool:
    """Another day. Who writes already is told of it, and the ladder begins anew."""
    told = at.state == OPEN
    step, when = (schedule.MOVED, turn.now) if told else (schedule.DRAFT, _begins(turn, held_on))
    return appraisal_rounds.set_day(turn.tx, at.id, held_on, step, when)


def _begins(turn: Turn, held_on: date) -> datetime:
    return max(turn.now, schedule.at(held_on, schedule.LADDER[0], turn.community.zone))


DAY = Form("appraisalday", (Question("day", _ask_day, _read_day),), _set, cancelled="appraise-unchanged")
FORMS = (DAY,)
ROUTES = (
    Route("command", "appraisal", begin, menu="secretary"),
    Route("press", "appraisal.at", show),
    Route("press", "appraisal.day", set_day),
    Route("press", "appraisal.off", call_off),
    Route("press", "appraisal.ask", ask_end),
    Route("press", "appraisal.end", end),
)
