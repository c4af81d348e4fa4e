"""What is said later about a sensitive request is as sensitive as its first words."""

from handlers.message import decode
from storage import sending
from storage.transaction import Transaction
from tests.bot.stage import HELPER, RESIDENT, Service

MAKE_SENSITIVE = """
UPDATE service_requests SET item = (SELECT code FROM items WHERE sensitive = 1 AND urgency = 'normal' LIMIT 1)
"""


def shown_plainly(tx: Transaction, key: str) -> list[bool]:
    """For each message whose key begins so: whether a channel may show it as it is."""
    rows = tx.all("SELECT id FROM outbox WHERE key LIKE :key", key=f"{key}:%")
    found = [sending.read(tx, row["id"]) for row in rows]
    return [not decode(one.body).sensitive for one in found if one is not None]


async def test_a_correction_and_a_helpers_note_are_not_shown_plainly(here: Service) -> None:
    await here.press_in_group(HELPER, await here.ask_for_lamp())
    await here.database.turn(lambda tx: tx.run(MAKE_SENSITIVE))
    await here.say(RESIDENT, "我妈瘫痪了，离不开人", edited=True)
    assert await here.database.read(lambda tx: shown_plainly(tx, "corrected")) == [False]
    request = await here.database.read(lambda tx: tx.get("SELECT id FROM service_requests")["id"])
    await here.press(HELPER, f"help.finish:{request}")
    await here.say(HELPER, "陪老人去了医院")
    assert await here.database.read(lambda tx: shown_plainly(tx, "outcome")) == [False]
