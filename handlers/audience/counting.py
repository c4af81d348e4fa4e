"""Counting: how many an audience has, and ten of them: at once where they are few, by a worker where they are many."""

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from handlers import cards
from handlers.audience import audience as audiences
from handlers.audience import wording
from handlers.audience.audience import Audience
from handlers.message import Lane, Message, Text
from handlers.turn import Speaker, Turn
from handlers.understanding.names import HONOURS, SURNAME
from storage import addresses, broadcasts, people, tasks
from storage.audience import START, Found, people_in, slices
from storage.audience_terms import Wanted
from storage.broadcasts import Broadcast

COUNT = "count audience"
SAMPLES = 10
SLICE = 500
AT_ONCE = 2_000  # rows looked at in a turn: some 10 ms
LOOKED_AT = 6_000  # rows looked at before somebody presses "send"
FULL_NAME = re.compile(rf"(?P<surname>{SURNAME})(?P<given>[\u3400-\u9fff]{{1,2}})")
HONOURED = re.compile(rf".+(?:{HONOURS})")


@dataclass(slots=True)
class Tally:
    """How many have a chat with us (`n`), of them who unsubscribed, and how many can only be phoned; and some of them,
    each with the same chance."""

    n: int = 0
    unsubscribed: int = 0
    by_phone: int = 0
    samples: list[int] = field(default_factory=list)

    def add(self, found: Iterable[Found], rng: random.Random) -> None:
        """Counts more people."""
        for each in found:
            if each.by_phone:
                self.by_phone += 1
                continue
            self.n += 1
            self.unsubscribed += each.unsubscribed
            if len(self.samples) < SAMPLES:
                self.samples.append(each.person_id)
            elif (place := rng.randrange(self.n)) < SAMPLES:
                self.samples[place] = each.person_id


def count(speaker: Speaker, audience: Audience) -> Tally | None:
    """How many they are; None where that takes longer than a turn should: a worker must count."""
    wanted, tally, cursor, left = _wanted(speaker, audience), Tally(), START, AT_ONCE
    while left > 0:
        windows, reached = slices(speaker.tx, wanted, cursor, SLICE)
        for window in windows:
            tally.add(people_in(speaker.tx, wanted, window), speaker.community.rng)
        if reached is None:
            return tally
        cursor, left = reached, left - SLICE
    return None


def at_least(speaker: Speaker, broadcast: Broadcast, number: int) -> bool:
    """Whether it goes to so many, or more. Also where it cannot be known quickly: then it may well be."""
    wanted = audiences.wanted(speaker, audiences.of(broadcast))
    found, cursor, left = 0, START, LOOKED_AT
    while left > 0:
        windows, reached = slices(speaker.tx, wanted, cursor, SLICE)
        found += sum(1 for window in windows for _ in people_in(speaker.tx, wanted, window))
        if found >= number or reached is None:
            return found >= number
        cursor, left = reached, left - SLICE
    return True


def lines(speaker: Speaker, audience: Audience, tally: Tally) -> Text:
    """How many, what becomes of those whom it does not reach, and some of them by first name and building."""
    found = [Text("audience-count" if tally.n else "audience-count-none", {"n": tally.n})]
    if tally.unsubscribed:
        found.append(Text("audience-count-unsubscribed", {"n": tally.unsubscribed}))
    if tally.by_phone:
        found.append(Text("audience-count-by-phone", {"n": tally.by_phone}))
    if audience.alone:
        found.append(Text("audience-no-names"))  # whoever lives alone is not told about by a list
    elif tally.samples:
        found.append(Text("audience-samples", {"who": [_sample(speaker, each) for each in tally.samples]}))
    return cards.joined(found)


def have_counted(turn: Turn, subject_id: int, audience: Audience) -> None:
    """Leaves the counting to a worker. `subject_id`: the broadcast whose audience it is."""
    payload = {
        "address": turn.address.id,
        "person": turn.person.id,
        "broadcast": subject_id,
        "audience": audiences.encode(audience),
    }
    tasks.add(turn.tx, COUNT, json.dumps(payload), turn.now)


def tell(speaker: Speaker, address_id: int, broadcast_id: int, audience: Audience, tally: Tally) -> None:
    """Says what a worker has counted, unless another audience was chosen meanwhile."""
    broadcast = broadcasts.read(speaker.tx, broadcast_id)
    if broadcast is None or audiences.of(broadcast) != audience:
        return
    values = {"whom": wording.said(speaker, audience), "count": lines(speaker, audience, tally)}
    message = Message(text=Text("audience-counted", values), lane=Lane.REPLIES)
    speaker.put(addresses.read(speaker.tx, address_id), message)


def tell_failure(speaker: Speaker, address_id: int) -> None:
    """Says that they could not be counted."""
    speaker.put(addresses.read(speaker.tx, address_id), Message(text=Text("audience-not-counted")))


def first_name(name: str) -> str:
    """What one calls somebody of whom no more need be told: 秀英, Mary; names like 王阿姨 as they are."""
    full = FULL_NAME.fullmatch(name)
    if full is not None and not HONOURED.fullmatch(name):
        return full["given"]
    return name.split()[0] if name.isascii() and name.strip() else name


def _wanted(speaker: Speaker, audience: Audience) -> Wanted:
    return audiences.wanted(speaker, audience, by_phone=True)


def _sample(speaker: Speaker, person_id: int) -> Text:
    person = people.read(speaker.tx, person_id)
    values = {"name": first_name(person.name) or cards.NOTHING, "where": cards.area(speaker, person.place_id)}
    return Text("audience-sample" if person.place_id is not None else "audience-sample-name", values)
