"""Arranging: a visit gets its day and its visitor, and the reminders that belong to it."""

from datetime import date, datetime

from handlers.turn import Speaker
from handlers.visits import steps
from storage import visits
from storage.visits import Visit


def arrange(
    speaker: Speaker,
    *,
    person_id: int,
    place_id: int,
    kind: str,
    day: date,
    visitor_id: int | None,
    second_id: int | None = None,
    due: datetime | None = None,
    as_call: bool = False,
    with_birthday: bool = False,
    occasion_id: int | None = None,
    wave_id: int | None = None,
    actor_id: int | None = None,
) -> Visit:
    """Plans a visit for a day (here); `due` (UTC) is its last moment, without it the end of that day. Tells nobody."""
    step, remind_at = _next(speaker, day)
    visit = visits.create(
        speaker.tx,
        person_id=person_id,
        place_id=place_id,
        kind=kind,
        day=day,
        due=due or steps.end_of(speaker.community, day),
        visitor_id=visitor_id,
        second_id=second_id,
        as_call=as_call,
        with_birthday=with_birthday,
        occasion_id=occasion_id,
        wave_id=wave_id,
        step=step,
        remind_at=remind_at,
        now=speaker.now,
    )
    visits.add_move(speaker.tx, visit.id, "plan", actor_id, speaker.now, day=day)
    return visit


def postpone(speaker: Speaker, visit: Visit, day: date, actor_id: int | None, note: str = "") -> bool:
    """Another day for a planned visit, with its reminders; False where it is not planned any more. Tells nobody.

    The last moment of an agreed visit stays what the person was promised.
    """
    step, remind_at = _next(speaker, day)
    due = visit.due if visit.occasion_id is not None else steps.end_of(speaker.community, day)
    if not visits.set_day(speaker.tx, visit.id, day, due, step, remind_at):
        return False
    visits.add_move(speaker.tx, visit.id, "postpone", actor_id, speaker.now, day=day, note=note)
    return True


def _next(speaker: Speaker, day: date) -> tuple[str | None, datetime | None]:
    found = steps.coming(speaker.community, day, speaker.now)
    return (None, None) if found is None else (found[0].name, found[1])
