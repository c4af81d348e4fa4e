"""What the tests of the four things known share: seats of the station's people, a card, a note, a thought."""

from storage import addresses, cards, life_notes, people, thoughts
from storage.life_notes import Known
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, RESIDENT, SEATS, Service

LIAISON, DEPUTY, SECRETARY = "131", "132", "143"
FOREIGN_LIAISON, FOREIGN_SECRETARY, FOREIGN_MEMBER, STREET = "156", "157", "104", "161"
STATION = {
    LIAISON: "联络员小林",
    DEPUTY: "联络员小秦",
    SECRETARY: "书记老何",
    FOREIGN_LIAISON: "联络员小余",
    FOREIGN_SECRETARY: "书记老方",
    FOREIGN_MEMBER: "赵奶奶",
    STREET: "街道王主任",
}
WORDS = "女儿在外地，一个人住"
MIND = "想多和人说说话"


def person_id(tx: Transaction, user: str) -> int:
    """The person who sits at an address."""
    found = people.read_by_code(tx, {**SEATS, **STATION}[user])
    assert found is not None
    return found.id


async def seat(service: Service) -> None:
    """Gives the station's people, and some of the next station, an address."""

    def work(tx: Transaction) -> None:
        for user in STATION:
            addresses.create(tx, account=ACCOUNT, user=user, chat=user, person_id=person_id(tx, user), now=MORNING)

    await service.database.turn(work)


async def card_of(service: Service, user: str = RESIDENT) -> cards.Card:
    """Somebody's card; its liaison is 联络员小林, its deputy 联络员小秦."""

    def work(tx: Transaction) -> cards.Card:
        found = cards.of_person(tx, person_id(tx, user))
        assert found is not None
        assert (found.liaison_id, found.deputy_id) == (person_id(tx, LIAISON), person_id(tx, DEPUTY))
        return found

    return await service.database.read(work)


async def noted(service: Service, words: str = WORDS, author: str = LIAISON, topic: str = "family") -> int:
    """A note about the resident; returns its id."""

    def work(tx: Transaction) -> int:
        known, resident = Known(topic, "visit", words), person_id(tx, RESIDENT)
        return life_notes.create(tx, resident, card.place_id, known, person_id(tx, author), service.clock.now())

    card = await card_of(service)
    return await service.database.turn(work)


async def thought(service: Service, words: str = MIND) -> None:
    """What the resident wrote for their liaison."""
    card = await card_of(service)
    now = service.clock.now()
    await service.database.turn(lambda tx: thoughts.write(tx, person_id(tx, RESIDENT), card.place_id, words, now))


async def looks(service: Service, user: str, what: str) -> int:
    """How often it is logged that somebody was shown this of the resident."""
    ids = await service.database.read(lambda tx: (person_id(tx, RESIDENT), person_id(tx, user)))
    where = "subject_id = :subject AND actor_id = :actor AND what = :what"
    return await service.count("reveals", where, subject=ids[0], actor=ids[1], what=what)
