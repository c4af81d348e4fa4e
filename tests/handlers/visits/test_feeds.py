"""Ways to people's cards and calendars: what a code leads to, and that nothing of a calendar outlives who leaves."""

import pytest

from handlers.community import Entrances
from storage import addresses, feeds, people
from storage.transaction import Transaction
from tests.bot.stage import ACCOUNT, MORNING, Service

LIAISON = "131"


@pytest.mark.parametrize(
    ("entrances", "link"),
    [
        (Entrances("https://linli.example", "bot"), "https://linli.example/c/abc"),
        (Entrances("", "bot"), "https://t.me/bot?start=card-abc"),
        (Entrances(), ""),
    ],
)
def test_a_code_leads_to_our_page_or_else_to_the_bot(entrances: Entrances, link: str) -> None:
    assert entrances.card_link("abc") == link


async def test_who_leaves_has_no_calendar_any_more(service: Service) -> None:
    def seat(tx: Transaction) -> None:
        liaison = people.read_by_code(tx, "联络员小林")
        assert liaison is not None
        addresses.create(tx, account=ACCOUNT, user=LIAISON, chat=LIAISON, person_id=liaison.id, now=MORNING)
        feeds.renew(tx, liaison.id, MORNING)

    await service.database.turn(seat)
    assert await service.count("calendar_feeds") == 1
    await service.press(LIAISON, "leave.sure")
    assert await service.count("calendar_feeds") == 0
