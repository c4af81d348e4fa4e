"""Wording: nothing that tells who or where is kept of what may be learned."""

import pytest

from handlers.arriving import open_turn
from handlers.incoming import Incoming
from handlers.learning import wording
from handlers.turn import Turn
from handlers.understanding import understand
from storage.transaction import Transaction
from tests.bot.stage import MORNING, RESIDENT, Service, demo_community


async def phrase(service: Service, words: str, *names: str) -> str:
    def work(tx: Transaction) -> str:
        turn = _turn(tx, service.event(RESIDENT, words), service)
        return wording.phrase(turn, words, *names)

    return await service.database.turn(work)


def _turn(tx: Transaction, incoming: Incoming, service: Service) -> Turn:
    return open_turn(tx, incoming, understand(incoming.text, demo_community().snapshot), demo_community(), MORNING)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("我是王秀英，电梯又趴窝了，电话13800001111", "电梯又趴窝了"),
        ("电梯又趴窝了！", "电梯又趴窝了"),
        ("和顺里小区3号楼2单元502的电梯又趴窝了", "的电梯又趴窝了"),
        ("3号楼电梯又趴窝了", "电梯又趴窝了"),
        ("王阿姨家的灯不亮", "家的灯不亮"),
        ("一", ""),
        ("13800001111", ""),
        ("……！！", ""),
        ("长" * 81, ""),
        ("很长的话" * 2000, ""),
    ],
)
async def test_what_is_left_of_words(service: Service, words: str, kept: str) -> None:
    assert await phrase(service, words) == kept


async def test_names_that_are_known_go_too(service: Service) -> None:
    assert "翠花" not in await phrase(service, "翠花的轮椅坏了要修", "翠花")


async def test_a_question_for_staff_shows_where_something_was_hidden(service: Service) -> None:
    def work(tx: Transaction) -> str:
        words = "我是王秀英，13800001111，\n狗证在哪办" + "啊" * 500
        return wording.question(_turn(tx, service.event(RESIDENT, words), service), words)

    kept = await service.database.turn(work)
    assert "狗证在哪办" in kept and "秀英" not in kept and "138" not in kept and "▇▇" in kept
    assert len(kept) <= wording.MOST_KEPT
