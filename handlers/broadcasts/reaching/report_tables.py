"""The report's tables: one row for each unit and one for all, and what it was about; pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import texts
from handlers.broadcasts.reaching import totals
from handlers.broadcasts.reaching.totals import Totals
from handlers.message import Named, Text
from handlers.packs.tables import Table, Value
from storage import calls, recipients

USUAL = (recipients.KNOWN, recipients.HELP, recipients.CANNOT)
Number = Callable[[Totals], int]


def _state(name: str) -> Number:
    return lambda total: total.states[name]


def _answer(name: str) -> Number:
    return lambda total: total.answers[name]


def _calls(name: str) -> Number:
    return lambda total: total.calls[name]


# The parts of a unit's bar: who answered in the chat, who needs help, who was told by phone, who got it and is silent,
# and who was not reached.
PARTS = ("answered", "help", "phoned", "silent", "missed")
# Each column: the key of its title, its number, and whether it stands there also where nobody counts.
COLUMNS: tuple[tuple[str, Number, bool], ...] = (
    ("bc-column-people", lambda total: total.people, True),
    ("bc-column-sent", _state(recipients.SENT), True),
    *((f"bc-column-{each}", _answer(each), each in USUAL) for each in totals.NAMED),
    ("bc-column-silent", lambda total: total.silent, True),
    ("bc-column-gone", _state(recipients.GONE), True),
    ("bc-column-unknown", _state(recipients.UNKNOWN), True),
    ("bc-column-to-call", _calls(totals.TO_CALL), False),
    ("bc-column-no-answer", _calls(calls.NO_ANSWER), False),
    ("bc-column-unsent", lambda total: total.pending + total.states[recipients.EXPIRED], False),
    ("bc-column-held", _state(recipients.HELD), False),
    ("bc-column-left-out", _state(recipients.LEFT_OUT), False),
)


def tables(
    title: str,
    times: tuple[datetime | None, datetime | None, datetime],
    total: Totals,
    units: list[tuple[Named, Totals]],
    language: str,
    zone: ZoneInfo,
) -> dict[str, Table]:
    """The sheets by their names: the units with all together, and what it was. `times`: when it began and ended
    (None: it has not), and when this was counted; all UTC."""

    def said(key: str, **values: object) -> str:
        return texts.render(Text(key, values), language, zone)

    shown = [column for column in COLUMNS if column[2] or any(column[1](each) for each in (total, *_of(units)))]
    head: list[Value] = [said("bc-column-unit"), *(said(key) for key, _, _ in shown)]
    rows: Table = [head]
    for name, each in [*units, (Named(said("bc-report-all"), said("bc-report-all")), total)]:
        spoken = name.en if language == "en" and name.en else name.zh
        rows.append([spoken, *(number(each) for _, number, _ in shown)])
    keys = ("bc-report-began", "bc-report-ended", "bc-report-counted")
    moments = zip(keys, times, strict=True)
    about: Table = [[said("bc-report-about"), ""], [said("bc-report-title"), title]]
    about += [[said(key), said("plain", text=at) if at else said("nothing")] for key, at in moments]
    return {said("bc-report-units"): rows, said("bc-report-about"): about}


def parts(total: Totals) -> tuple[int, ...]:
    """The parts of a bar, in the order of PARTS; who still waits for the message is in none of them."""
    others = (recipients.HELP, recipients.PHONED, recipients.MOVED)
    answered = sum(number for name, number in total.answers.items() if name not in others)
    missed = total.missed + total.answers[recipients.MOVED]
    return answered, total.answers[recipients.HELP], total.answers[recipients.PHONED], total.silent, missed


def in_order(units: Mapping[int, Totals], names: Mapping[int, Named]) -> list[tuple[Named, Totals]]:
    """The units with their names, the largest first."""
    found = [(names[place_id], total) for place_id, total in units.items()]
    return sorted(found, key=lambda each: (-each[1].people, each[0].zh))


def _of(units: list[tuple[Named, Totals]]) -> list[Totals]:
    return [total for _, total in units]
