"""Own visits: what is kept of the visits to somebody, for themselves: when, how, what was written down and promised."""

from typing import Any

from handlers.message import Text
from handlers.turn import Speaker
from storage import people, promises, visit_records, visits, worries
from storage.days import to_text
from storage.visits import Visit

ALL = 10_000  # of anything that one person has

Data = dict[str, Any]


def collect(speaker: Speaker, person_id: int) -> Data:
    """As plain data, for the files that somebody takes along."""
    tx = speaker.tx
    return {
        "visits": [_visit(speaker, each) for each in visits.of_person(tx, person_id, ALL)],
        "promises": [
            {"what": each.what, "day": to_text(each.day), "state": each.state, "who": _name(speaker, each.owner_id)}
            for each in promises.of_person(tx, person_id, ALL)
        ],
        "worries": [
            {"at": each.raised_at, "reason": each.cause, "words": each.note, "who": _name(speaker, each.raised_by)}
            for each in worries.of_person(tx, person_id, ALL)
        ],
    }


def summary(speaker: Speaker, person_id: int) -> list[Text]:
    """A line for the summary of one's data; none where nobody came."""
    n = visit_records.count_of_person(speaker.tx, person_id)
    return [Text("own-line-visits", {"n": n})] if n else []


def _visit(speaker: Speaker, visit: Visit) -> Data:
    record = visit_records.of_visit(speaker.tx, visit.id)
    how = visit_records.CALL if visit.as_call else visit_records.VISIT
    goers = [each for each in (visit.visitor_id, visit.second_id) if each is not None]
    return {
        "day": to_text(visit.day),
        "kind": how if record is None else record.how,
        "reason": visit.kind,
        "state": visit.state,
        "who": [_name(speaker, each) for each in goers],
        "needs": "" if record is None else record.needs,
        "words": "" if record is None else record.words,
        "note": [each.note for each in visits.moves(speaker.tx, visit.id) if each.note],
    }


def _name(speaker: Speaker, person_id: int | None) -> str:
    return "" if person_id is None else people.read(speaker.tx, person_id).name
