"""Waves: five weeks before a festival a station's visits for it get their days, liaison by liaison, slice by slice.

Its secretaries hear the plan, and for whom no room was found.
"""

from collections import Counter
from datetime import timedelta

from handlers import cards as request_cards
from handlers import permissions, staff
from handlers.errors import Refused
from handlers.message import Lane, Message, Text, choice, named_choice
from handlers.rhythms import festivals, wave_places
from handlers.rhythms.placing import Plan
from handlers.routing import Job, Route
from handlers.turn import Speaker, Turn
from handlers.visits import day_words
from storage import cards, people, places
from storage import waves as stored
from storage.waves import Wave

SLICE = 40  # cards in one transaction
MOST_STATIONS = 50
KEPT = timedelta(days=730)
MOST_SHOWN = 30  # of those for whom there was no room


def plan_waves(speaker: Speaker) -> bool:
    """Begins the waves whose time has come, and plans a slice of one; whether there is more."""
    if _begin(speaker):
        return True
    wave = stored.to_plan(speaker.tx)
    if wave is None:
        return False
    plan_slice(speaker, wave)
    return True


def plan_slice(speaker: Speaker, wave: Wave) -> None:
    """Plans the next cards of a wave; where none is left, the wave is planned."""
    tx = speaker.tx
    liaison_id = stored.next_liaison(tx, wave)
    found = stored.to_visit(tx, wave, liaison_id, SLICE)
    plan = Plan(speaker)
    now = stored.lock(tx, wave.id)
    if now != wave:
        return  # another process has planned this slice meanwhile
    if not found:
        _finish(speaker, wave)
        return
    outcomes: Counter[str] = Counter()
    # Who needs it most gets a day first, and neighbours one after the other.
    for each in sorted(found, key=lambda one: (not festivals.in_need(one.card.about), one.home_id or 0, one.card.id)):
        outcome = wave_places.find(plan, wave, each)
        outcomes[outcome] += 1
        if outcome == "unplaced":
            stored.leave(tx, wave.id, each.card.id)
    to = (liaison_id, found[-1].card.id)
    stored.advance(tx, wave, to, outcomes["placed"], outcomes["merged"], outcomes["unplaced"])


def forget_old(speaker: Speaker) -> bool:
    """Waves go when the notes of their visits do; whether there was any. A rule of the nightly job."""
    return stored.drop_old(speaker.tx, day_words.today(speaker.community, speaker.now) - KEPT, SLICE) > 0


def show_days(turn: Turn) -> None:
    """How many visits of a wave each day has."""
    wave = _own(turn)
    days = stored.each_day(turn.tx, wave)
    if not days:
        raise Refused("wave-no-days")
    lines = [Text("wave-day", {"day": day_words.said(turn.community, day), "n": n}) for day, n in days]
    turn.say("wave-days", festival=_name(wave), lines=request_cards.joined(lines))


def show_left(turn: Turn) -> None:
    """For whom no room was found, by name: each opens the card."""
    wave = _own(turn)
    found = stored.leftovers(turn.tx, wave.id, MOST_SHOWN)
    locked = [card for card_id in found if (card := cards.read(turn.tx, card_id)) is not None]
    ways = [named_choice(f"person.show:{card.id}", people.read(turn.tx, card.person_id).name) for card in locked]
    turn.say("wave-left" if ways else "wave-left-none", *ways, festival=_name(wave))


def _begin(speaker: Speaker) -> bool:
    begun = False
    for festival, year in festivals.current(day_words.today(speaker.community, speaker.now)):
        first, last = festival.days(year)
        for place_id in stored.without(speaker.tx, festival.name, year, MOST_STATIONS):
            stored.create(speaker.tx, place_id, festival.name, year, first, last, speaker.now)
            begun = True
    return begun


def _finish(speaker: Speaker, wave: Wave) -> None:
    stored.finish(speaker.tx, wave.id)
    if wave.placed + wave.unplaced == 0 or not stored.tell(speaker.tx, wave.id, speaker.now):
        return
    ways = [choice(f"wave.days:{wave.id}", "wave-days-way")] if wave.placed else []
    if wave.unplaced:
        ways.append(choice(f"wave.left:{wave.id}", "wave-left-way", n=wave.unplaced))
    values = {"placed": wave.placed, "merged": wave.merged, "unplaced": wave.unplaced, "festival": _name(wave)}
    span = {
        "first": day_words.said(speaker.community, wave.first),
        "last": day_words.said(speaker.community, wave.last),
    }
    text = Text("wave-planned", {**values, **span})
    message = Message(text=text, choices=tuple(ways), lane=Lane.REMINDERS, lasting=True)
    staff.tell(speaker, wave.place_id, message, of_roles=("secretary",))


def _own(turn: Turn) -> Wave:
    """The wave that a press names. Refused unless its station is the person's."""
    wave = stored.read(turn.tx, turn.argument_id())
    if wave is None:
        raise Refused("choice-unknown")
    permissions.require(turn, "assign visits", path=places.read(turn.tx, wave.place_id).path)
    return wave


def _name(wave: Wave) -> Text:
    return Text(f"festival-{wave.festival.replace('_', '-')}")


ROUTES = (
    Route("press", "wave.days", show_days),
    Route("press", "wave.left", show_left),
)
JOBS = (Job("plan festival visits", timedelta(hours=1), plan_waves),)
