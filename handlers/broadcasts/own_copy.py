"""Own copy: what of broadcasts is one person's: to see, and to take along."""

from typing import Any

from handlers.broadcasts import content
from handlers.message import Text
from handlers.turn import Speaker
from storage import broadcast_people, broadcasts, people

ALL = 10_000

Data = dict[str, Any]


def summary(speaker: Speaker, person_id: int) -> list[Text]:
    """What is kept, in lines; none where there is nothing."""
    lines = []
    if got := broadcast_people.count(speaker.tx, person_id):
        lines.append(Text("own-line-broadcasts", {"n": got}))
    if drafted := broadcast_people.count_drafted(speaker.tx, person_id):
        lines.append(Text("own-line-drafted", {"n": drafted}))
    off = people.read(speaker.tx, person_id).unsubscribed_at
    if off is not None:
        lines.append(Text("own-line-unsubscribed", {"at": off}))
    return lines


def collect(speaker: Speaker, person_id: int) -> Data:
    """The same whole, as plain data: what they were sent and answered, and what they wrote themselves."""
    return {
        "broadcasts": [_got(speaker, each) for each in broadcast_people.of_person(speaker.tx, person_id, ALL)],
        "drafted": [
            {**_says(each), "kind": each.kind, "state": each.state, "created_at": each.created_at}
            for each in broadcasts.of_drafter(speaker.tx, person_id, ALL)
        ],
        "unsubscribed_at": people.read(speaker.tx, person_id).unsubscribed_at,
    }


def _got(speaker: Speaker, got: broadcast_people.Got) -> Data:
    broadcast = broadcasts.get(speaker.tx, got.broadcast_id)
    return {
        **_says(broadcast),
        "kind": broadcast.kind,
        "state": got.state,
        "sent_at": got.sent_at,
        "shown_at": got.shown_at,
        "answer": got.answer,
        "answered_at": got.answered_at,
    }


def _says(broadcast: broadcasts.Broadcast) -> Data:
    said = content.of(broadcast)
    return {"title": said.title, "words": said.words}
