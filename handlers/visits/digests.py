"""Digests: what a visitor hears in the morning, in one message: whom they visit today, tomorrow, in three days."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from handlers import cards as request_cards
from handlers.message import Choice, Lane, Message, Text, choice
from handlers.turn import Speaker
from handlers.visits import day_words, visit_card, visitors
from storage import addresses, outbox, people, promises, visit_overviews
from storage.visits import Visit

AHEAD = (0, 1, 3)  # days: steps.LADDER tells the visitor so long before
SHOWN = 12  # visits by name; the overview shows all
LOOKED_AT = 40  # visits of one visitor
MOST_PROMISES = 5


def key_of(hearer_id: int, visitor_id: int | None) -> str:
    """The key of the morning's message; whoever stands in for another gets one more for them."""
    return f"visits:{hearer_id}" if visitor_id in (None, hearer_id) else f"visits:{hearer_id}/{visitor_id}"


def tell(speaker: Speaker, hearer_id: int, visitor_id: int | None, due: Iterable[Visit]) -> None:
    """Tells somebody what a visitor (often themselves) has before them, and of `due` also what is late.

    One that still waits to be sent is replaced: after a standstill the newest state comes, once.
    """
    found = _visits(speaker, hearer_id, visitor_id, due)
    owed = promises.open_of_owner(speaker.tx, hearer_id, MOST_PROMISES) if visitor_id in (None, hearer_id) else []
    today = day_words.today(speaker.community, speaker.now)
    owed = [each for each in owed if each.day <= today]
    if not found and not owed:
        return
    lines = [*_heads(speaker, hearer_id, visitor_id, found, len(owed)), *_lines(speaker, found)]
    choices = [*_choices(speaker, found), *(_promise(speaker, each.id, each.person_id) for each in owed)]
    say(speaker, hearer_id, key_of(hearer_id, visitor_id), request_cards.joined(lines), choices)


def say(speaker: Speaker, hearer_id: int, key: str, text: Text, choices: Sequence[Choice] = ()) -> bool:
    """Says a keyed message in the lane of reminders, instead of an earlier one that still waits to be sent."""
    message = Message(text=text, choices=tuple(choices), key=key, lane=Lane.REMINDERS, lasting=True)
    address = addresses.reachable(speaker.tx, hearer_id)
    if address is None:
        return False
    if outbox.waits(speaker.tx, key, address.id):
        speaker.edit(key, message, hearer_id)
    else:
        speaker.put(address, message)
    return True


def line(speaker: Speaker, visit: Visit) -> Text:
    """Whom, and in which building; whether a call will do."""
    values = {"name": visit_card.name_of(speaker, visit), "home": visit_card.home_of(speaker, visit)}
    return Text("visit-line-call" if visit.as_call else "visit-line", values)


def _visits(speaker: Speaker, hearer_id: int, visitor_id: int | None, due: Iterable[Visit]) -> list[Visit]:
    """What is due now, and what else the visitor has on the days that a digest speaks of; late ones first.

    Whoever stands in hears only of those that come to them: another's may stand in for others.
    """
    today = day_words.today(speaker.community, speaker.now)
    found = {each.id: each for each in due}
    if visitor_id is not None:
        ahead = {today + timedelta(days=days) for days in AHEAD}
        planned = visit_overviews.planned_for(speaker.tx, [visitor_id], today, max(ahead), LOOKED_AT)
        theirs = [each for each in planned if each.day in ahead]
        if visitor_id != hearer_id:
            theirs = [each for each in theirs if (hearer_id, visitor_id) in visitors.hearers(speaker, each)]
        found |= {each.id: each for each in theirs}
    return sorted(found.values(), key=lambda each: (each.day, each.id))


def _heads(speaker: Speaker, hearer_id: int, visitor_id: int | None, found: Sequence[Visit], owed: int) -> list[Text]:
    today = day_words.today(speaker.community, speaker.now)
    counts = {when: sum(_when(each.day, today) == when for each in found) for when in WHENS}
    parts = [Text(f"visit-n-{when}", {"n": n}) for when, n in counts.items() if n]
    lines = []
    if visitor_id is not None and visitor_id != hearer_id:
        lines.append(Text("visit-digest-for", {"name": people.read(speaker.tx, visitor_id).name}))
    if visitor_id is None and found:
        lines.append(Text("visit-digest-nobody"))
    if parts:
        lines.append(Text("visit-digest", {"parts": parts}))
    if owed:
        lines.append(Text("visit-digest-promises", {"n": owed}))
    return lines


def _lines(speaker: Speaker, found: Sequence[Visit]) -> list[Text]:
    """A line for each of the days, with names and buildings."""
    today = day_words.today(speaker.community, speaker.now)
    shown, left = found[:SHOWN], len(found[SHOWN:])
    lines = []
    for when in WHENS:
        named = [line(speaker, each) for each in shown if _when(each.day, today) == when]
        if named:
            lines.append(Text(f"visit-on-{when}", {"people": named}))
    return [*lines, *([Text("visit-digest-more", {"n": left})] if left else [])]


def _choices(speaker: Speaker, found: Sequence[Visit]) -> list[Choice]:
    return [
        choice(f"visit.show:{each.id}", "visit-open", name=visit_card.name_of(speaker, each)) for each in found[:SHOWN]
    ]


def _promise(speaker: Speaker, promise_id: int, person_id: int) -> Choice:
    name = people.read(speaker.tx, person_id).name or request_cards.NOTHING
    return choice(f"promise.show:{promise_id}", "promise-open", name=name)


WHENS = ("late", "today", "tomorrow", "after", "soon")  # the last: three days from now, or later


def _when(day: date, today: date) -> str:
    return WHENS[min(max((day - today).days, -1), 3) + 1]
