"""Somebody with a card who is visited, with all that hangs on it: words that lie sealed, each in a place of its own."""

from storage import (
    appraisal_rounds,
    cards,
    pledges,
    promises,
    visit_records,
    visits,
    worries,
    yearly_reports,
)
from storage.cards import About
from storage.transaction import Transaction
from storage.yearly_reports import Body
from tests.storage.samples import NOW

SAID = {
    "card's group": "独自住的老人家",
    "card's token": "token-of-a-service-card",
    "visit's needs": "想装一个扶手",
    "visit's words": "盼着女儿回来",
    "move of a visit": "她去喝喜酒了",
    "promise": "带一副老花镜",
    "worry": "敲门没有人应",
    "yearly report": "帮邻居修了三次灯",
    "pledge": "每周扫一次楼道",
}


def write(tx: Transaction, person_id: int, place_id: int) -> None:
    """A service card, a visit with all that hangs on it, and what a member reports and pledges."""
    made = _visit(tx, person_id, place_id)
    visits.add_move(tx, made, "postpone", person_id, NOW, note=SAID["move of a visit"])
    record = visit_records.create(tx, made, person_id, person_id, visit_records.VISIT, NOW.date(), NOW)
    said = {"needs": SAID["visit's needs"], "words": SAID["visit's words"]}
    visit_records.write(tx, record.id, person_id, how=visit_records.VISIT, day=NOW.date(), now=NOW, **said)
    promises.create(
        tx,
        visit_id=made,
        person_id=person_id,
        owner_id=person_id,
        what=SAID["promise"],
        day=NOW.date(),
        request_id=None,
        remind_at=None,
        now=NOW,
    )
    worries.create(
        tx,
        person_id=person_id,
        place_id=place_id,
        cause=worries.WORD,
        visit_id=made,
        raised_by=person_id,
        note=SAID["worry"],
        now=NOW,
    )
    held = appraisal_rounds.create(tx, place_id, NOW.date(), "open", NOW, person_id, NOW)
    report = yearly_reports.create(tx, held.id, person_id)
    yearly_reports.set_body(tx, report.id, Body({}, (), (SAID["yearly report"],)))
    shown = {"name": True, "roles": True, "teams": True}
    pledges.put_up(tx, place_id=place_id, person_id=person_id, words=SAID["pledge"], now=NOW, **shown)


def _visit(tx: Transaction, person_id: int, place_id: int) -> int:
    """Somebody with a card is visited; returns the visit's id."""
    cards.create(
        tx,
        number=cards.new_number(tx),
        token=SAID["card's token"],
        person_id=person_id,
        place_id=place_id,
        liaison_id=None,
        deputy_id=None,
        about=About(True, (SAID["card's group"],), None),
        source="chat",
        now=NOW,
    )
    made = visits.create(
        tx,
        person_id=person_id,
        place_id=place_id,
        kind=visits.ROUTINE,
        day=NOW.date(),
        due=NOW,
        visitor_id=None,
        step=None,
        remind_at=None,
        now=NOW,
    )
    return made.id
