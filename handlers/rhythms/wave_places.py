"""A place in a wave: somebody's visit before a festival gets its day, if they are visited for it at all."""

from dataclasses import replace
from typing import Literal, TypeAlias

from handlers.rhythms import festivals, planning
from handlers.rhythms.placing import Plan
from handlers.turn import Speaker
from storage import cards, rhythms, visit_plans, visits, waves
from storage.visit_plans import Other
from storage.waves import ToVisit, Wave

Outcome: TypeAlias = Literal["placed", "merged", "unplaced", "left out"]


def find(plan: Plan, wave: Wave, each: ToVisit) -> Outcome:
    """Plans somebody's visit of a wave; their card is locked.

    placed: it has a day (a routine visit of these days becomes it); merged: other visits leave no day apart from them;
    unplaced: no room; left out: they are not visited for this festival, or their visit of it was ended before.
    """
    first = max(wave.first, each.paused_until or wave.first)
    if not _is_visited(wave, each):
        return "left out"
    others = plan.others(each.card.person_id, first, wave.last)
    theirs = [other for other in others if other.wave_id == wave.id]
    if theirs:
        return "placed" if any(other.counts for other in theirs) else "left out"
    if _taken_over(plan, wave, others):
        return "placed"
    visitor, days = plan.visitor(each.card, wave.last)
    made = [other.day for other in others if other.counts]
    among = planning.span(first, wave.last)
    if not any(planning.fits(days, None, day, made) for day in among):
        return "merged" if any(planning.fits(days, None, day, ()) for day in among) else "unplaced"
    day = None if visitor is None else planning.best(days, plan.load(visitor), each.home_id, among, made)
    if day is None:
        return "unplaced"
    plan.put(each.card, visits.FESTIVAL, day, visitor, each.home_id, wave_id=wave.id)
    return "placed"


def join(speaker: Speaker, card_id: int) -> None:
    """Somebody is back from a pause: the waves that run meanwhile take them in. Their card is locked."""
    each = waves.of_card(speaker.tx, card_id)
    on = speaker.now.astimezone(speaker.community.zone).date()
    running = waves.running(speaker.tx, each.card.place_id, on)
    if not running:
        return
    plan = Plan(speaker)
    for wave in running:
        if find(plan, wave, replace(each, paused_until=None)) == "placed":
            waves.take_along(speaker.tx, wave.id, card_id)


def _is_visited(wave: Wave, each: ToVisit) -> bool:
    if each.card.wish == cards.NONE or each.rhythm == rhythms.ENDED:
        return False
    away = each.rhythm == rhythms.PAUSED and (each.paused_until is None or each.paused_until > wave.last)
    return not away and festivals.BY_NAME[wave.festival].whom(each.card.about)


def _taken_over(plan: Plan, wave: Wave, others: list[Other]) -> bool:
    """A routine visit that is planned for these days counts as the festival's."""
    days = (wave.first, wave.last)
    found = (
        other
        for other in others
        if other.kind == visits.ROUTINE and other.state == visits.PLANNED and days[0] <= other.day <= days[1]
    )
    routine = next((other for other in found if other.day >= plan.days.first), None)
    return routine is not None and visit_plans.set_festival(plan.speaker.tx, routine.id, wave.id)
