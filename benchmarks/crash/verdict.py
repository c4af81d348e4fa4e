"""What became of everything: the people's log, the tables and the Bot API's record, compared."""

from collections import Counter
from dataclasses import asdict, dataclass
from itertools import pairwise

from benchmarks.crash.people import Log
from benchmarks.crash.town import ACCOUNT
from storage import line, request_events, service_requests
from storage.database import Database
from storage.transaction import Transaction
from tests.botapi import BotApi

# Each at most once in a life without mishaps.
MOVES = ("submit", "accept", "dispatch", "claim", "contact", "start", "finish", "confirm", "rate")

UPDATES = "SELECT update_key FROM inbox WHERE account = :account AND state = 'done'"
REQUESTS = "SELECT id FROM service_requests ORDER BY id"
ROWS = """
SELECT o.id, a.chat_key, o.kind, o.state, o.message_id, o.attempts FROM outbox o JOIN addresses a ON a.id = o.address_id
WHERE o.account = :account ORDER BY o.id
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`lost`: updates, effects and messages that are missing. `doubled_effects`: effects beyond the one of each act.
    `repeated_messages`: messages that people got more often than they were said. `faults` tells them one by one."""

    updates: int
    lost: int
    doubled_effects: int
    repeated_messages: int
    faults: tuple[str, ...] = ()

    def figures(self) -> dict[str, int]:
        """The numbers."""
        return {name: value for name, value in asdict(self).items() if name != "faults"}


async def judge(database: Database, api: BotApi, log: Log) -> Verdict:
    """The verdict, once everything has come to rest."""
    lost, doubled = await database.read(lambda tx: _effects(tx, log))
    missing, repeated = await database.read(lambda tx: _messages(tx, api))
    waiting = [f"update {number} was never taken" for number in (*api.pending, *api.dropped)]
    faults = (*lost, *missing, *waiting)
    return Verdict(len(log.updates), len(faults), len(doubled), repeated, (*faults, *doubled))


def _effects(tx: Transaction, log: Log) -> tuple[list[str], list[str]]:
    taken = Counter(row["update_key"] for row in tx.all(UPDATES, account=ACCOUNT))
    lost = [f"update {number} is not in the inbox" for number in log.updates if not taken[str(number)]]
    doubled = [f"update {number} counted {n} times" for number, n in taken.items() if n > 1]
    counted = Counter[str]()
    for row in tx.all(REQUESTS):
        counted[_examine(tx, row["id"], log, lost, doubled)] += 1
    lost += [f"{mark} was sent off and is not there" for mark in log.sent_off if not counted[mark]]
    doubled += [f"{mark} is there {n} times" for mark, n in counted.items() if n > 1 or mark not in log.sent_off]
    return lost, doubled


def _examine(tx: Transaction, request_id: int, log: Log, lost: list[str], doubled: list[str]) -> str:
    """Looks at one request; returns its mark."""
    request = service_requests.read(tx, request_id)
    if request is None:
        raise LookupError("a request that was just listed")
    mark = request.details.words.rpartition(" ")[2]
    history = request_events.of_request(tx, request_id)
    moves = Counter(event.move for event in history)
    expected = {
        "submit": mark in log.sent_off,
        "finish": str(request_id) in log.finished,
        "confirm": mark in log.solved,
    }
    lost += [f"{mark}: no {move}" for move, wanted in expected.items() if wanted and not moves[move]]
    doubled += [f"{mark}: {n} times {move}" for move, n in moves.items() if n > 1 or move not in MOVES]
    doubled += [f"{mark}: {move} by nobody" for move, wanted in expected.items() if moves[move] and not wanted]
    chain = [(before.to_state, after.from_state) for before, after in pairwise(history)]
    doubled += [f"{mark}: from {left} to {came}" for left, came in chain if left != came]
    if mark in log.rated and request.stars is None:
        lost.append(f"{mark}: no stars")
    if mark in log.praised and request.feedback != f"谢谢 {mark}":
        lost.append(f"{mark}: no words of thanks")
    said = [each.said.words for each in line.of_request(tx, request_id, 100)]
    lost += [f"{mark}: nothing was passed on"] * (mark in log.talked and f"我在家等 {mark}" not in said)
    doubled += [f"{mark}: passed on {words}" for words, n in Counter(said).items() if n > 1]
    if str(request_id) in log.finished and request.note != f"办好了 {request_id}":
        lost.append(f"{mark}: no note, or another one's")
    return mark


def _messages(tx: Transaction, api: BotApi) -> tuple[list[str], int]:
    """Messages that were committed and never arrived; and how many arrived more often than they were said."""
    missing: list[str] = []
    said = Counter[str]()
    known: set[tuple[str, str]] = set()
    arrived = {(str(sent.chat_id), str(sent.message_id)) for sent in api.sent}
    for row in tx.all(ROWS, account=ACCOUNT):
        place = (row["chat_key"], row["message_id"])
        if row["state"] != "sent" or place not in arrived:
            missing.append(f"message {row['id']} ({row['kind']}) is {row['state']} after {row['attempts']} attempts")
        elif place not in known:  # an edit names a message that is known, unless it had to be said anew
            known.add(place)
            said[row["chat_key"]] += 1
    return missing, len(api.sent) - said.total()
