"""Who is behind an address: the address and its person in one look, since every turn begins with it."""

from storage import people
from storage.addresses import Address
from storage.people import Person
from storage.transaction import Transaction

FIND = f"""
SELECT {people.COLUMNS}, a.id AS address_id, a.chat_key, a.thread_key, a.team_id, a.language AS address_language,
    a.state AS address_state, a.seen_at
FROM addresses a JOIN people p ON p.id = a.person_id WHERE a.account = :account AND a.user_key = :user
"""


def find(tx: Transaction, account: str, user: str) -> tuple[Address, Person] | None:
    """The address of somebody on a channel, and the person; None where it belongs to nobody."""
    row = tx.one(FIND, account=account, user=user)
    if row is None:
        return None
    address = Address(
        id=row["address_id"],
        account=account,
        user=user,
        chat=row["chat_key"],
        thread=row["thread_key"],
        person_id=row["id"],
        team_id=row["team_id"],
        language=row["address_language"],
        state=row["address_state"],
        seen_at=row["seen_at"],
    )
    return address, people.opened(tx, row)
