"""Answers to an offer: a yes is arranged, a no is silent, and a change of mind is welcome at any time.

Of a no nobody is told: the refusal changes nothing else, and the question is not asked again.
"""

from handlers.errors import Refused
from handlers.message import Message, Text, choice
from handlers.occasions import agreeing, naming, offer_clock, offering_visits, station, violence, withdrawal
from handlers.routing import Route
from handlers.turn import Turn
from storage import occasions, people
from storage.occasions import Occasion

CAN_ANSWER = (*occasions.OPEN, occasions.UNANSWERED)
NO_MISTAKE = 0  # what a neighbour's button names where nobody was asked


def yes(turn: Turn) -> None:
    """They may come."""
    settle(turn, _own(turn), call=False)


def call(turn: Turn) -> None:
    """They may call first."""
    settle(turn, _own(turn), call=True)


def no(turn: Turn) -> None:
    """No, thank you."""
    _decline(turn, _own(turn))
    turn.say("care-no-thanks")


def settle(turn: Turn, occasion: Occasion, *, call: bool) -> None:
    """A yes of the person themselves: it is arranged, and they hear who comes, and until when.

    Where nobody may be sent, they hear of a call, as anybody would whom nobody is named for.
    """
    call = call or violence.forbids(turn, occasion)
    pair, until = _agree(turn, occasion, call=call)
    off = choice(f"care.off:{occasion.id}", "care-off")
    if pair is None:
        turn.say("care-arranged-call-somebody" if call else "care-arranged-somebody", off, until=until)
    else:
        key = "care-arranged-call" if call else "care-arranged"
        turn.say(key, off, who=station.name(turn, pair), until=until)


def off(turn: Turn) -> None:
    """They do not want it any more, or it was a false alarm: whoever was to go hears it kindly."""
    occasion = occasions.read(turn.tx, turn.argument_id())
    if occasion is None or occasion.person_id != turn.person.id:
        raise Refused("care-not-yours")
    if withdrawal.withdraw(turn, occasion.id, turn.person.id) is None:
        raise Refused("care-over")
    turn.say("care-off-done")


def mistake(turn: Turn) -> None:
    """Whoever spoke of somebody was wrong. They hear the same, whatever became of it."""
    occasion = occasions.read(turn.tx, turn.argument_id())
    if occasion is not None and occasion.raised_by == turn.person.id:
        if occasion.state == occasions.SAFETY:
            violence.doubted(turn, occasion)
        else:
            _withdrawn_by_another(turn, occasion)
    turn.say("care-mistake-thanks")


def again(turn: Turn) -> None:
    """A visit fell away since somebody else said that there was nothing; they want it all the same."""
    occasion = occasions.lock(turn.tx, turn.argument_id())
    if occasion is None or occasion.person_id != turn.person.id:
        raise Refused("care-not-yours")
    if occasion.state != occasions.WITHDRAWN:
        raise Refused("care-over")
    settle(turn, occasion, call=False)


def by_phone(turn: Turn) -> None:
    """One of our people has called, and writes down what they heard."""
    number, _, answer = turn.argument.partition("/")
    turn.argument = number
    occasion = occasions.lock(turn.tx, turn.argument_id())
    if occasion is None or not offering_visits.may_record(turn, occasion):
        raise Refused("not-allowed")
    if occasion.state not in (occasions.CALLING, occasions.UNANSWERED):
        raise Refused("care-over")
    if answer == "none":
        _not_reached(turn, occasion)
        return
    if answer not in ("yes", "call", "no"):
        raise Refused("choice-unknown")
    if answer == "no":
        _decline(turn, occasion)
    else:
        _agree(turn, occasion, call=answer == "call")
    key = "care-noted-no" if answer == "no" else "care-noted-yes"
    turn.edit(offering_visits.call_key(occasion.id), Message(text=Text("care-called", {"by": turn.person.name})))
    turn.say(key, name=station.name(turn, occasion.person_id))


def name(turn: Turn) -> None:
    """The secretary names somebody who goes; where two are to go, the second one is asked for next."""
    occasion, who = naming.named(turn)
    turn.say("care-named-thanks", name=station.name(turn, who))
    agreeing.complete(turn, occasion, knew=[each for each in naming.goers(turn, occasion) if each != who])
    if station.is_reached(turn, people.read(turn.tx, occasion.person_id)):
        values = {"who": station.name(turn, who)}
        turn.tell(occasion.person_id, Message(text=Text("care-who-comes", values)))


def _own(turn: Turn) -> Occasion:
    """The offer that this person is to answer, locked. Refused where it is not theirs, or settled."""
    occasion = occasions.lock(turn.tx, turn.argument_id())
    if occasion is None or occasion.person_id != turn.person.id:
        raise Refused("care-not-yours")
    if occasion.state == occasions.DECLINED:
        raise Refused("care-declined-before", choice("care.begin", "care-after-all"))
    if occasion.state not in CAN_ANSWER:
        raise Refused("care-over")
    return occasion


def _agree(turn: Turn, occasion: Occasion, *, call: bool) -> tuple[int | None, object]:
    state = occasions.CALL_FIRST if call else occasions.AGREED
    occasions.move(turn.tx, occasion, state, answered_at=turn.now, answered_by=turn.person.id)
    return agreeing.arrange(turn, occasion, turn.person.id, call=call)


def _decline(turn: Turn, occasion: Occasion) -> None:
    occasions.move(turn.tx, occasion, occasions.DECLINED, answered_at=turn.now, answered_by=turn.person.id)


def _not_reached(turn: Turn, occasion: Occasion) -> None:
    """They are called again tomorrow, three times in all."""
    if occasion.times + 1 >= offering_visits.MOST_CALLS:
        offer_clock.unanswered(turn, occasion)
    else:
        occasions.move(turn.tx, occasion, occasion.state, due=turn.now + offering_visits.CALL_AGAIN)
    turn.say("care-call-later")


def _withdrawn_by_another(turn: Turn, occasion: Occasion) -> None:
    ended = withdrawal.withdraw(turn, occasion.id, turn.person.id)
    if ended is None or not ended[1]:
        return
    message = Message(text=Text("care-off-by-another"), choices=(choice(f"care.again:{occasion.id}", "care-still"),))
    turn.tell(occasion.person_id, message)


ROUTES = (
    Route("press", "care.yes", yes),
    Route("press", "care.call", call),
    Route("press", "care.no", no),
    Route("press", "care.off", off),
    Route("press", "care.mistake", mistake),
    Route("press", "care.again", again),
    Route("press", "care.by", by_phone),
    Route("press", "care.name", name),
)
