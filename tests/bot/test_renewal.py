"""Renewal: what one process is taught, every process reads with, and nothing is built anew for it."""

from bot.community import Base
from bot.renewal import Renewal
from handlers.dispatch import Dispatch
from handlers.errands import router
from handlers.understanding import understand
from storage import answers, people, phrases, settings
from storage.times import to_ms
from storage.transaction import Transaction
from tests.bot.stage import MORNING, Service, demo_community

WORDS = "上上下下那个铁盒子不动弹了"
LABEL = "request:pub.elevator"


def another_process(service: Service) -> tuple[Dispatch, Renewal]:
    community = demo_community()
    dispatch = Dispatch(router(), community)
    return dispatch, Renewal(service.database, dispatch, Base(community.pack, community.snapshot, to_ms(MORNING)))


def sure(dispatch: Dispatch, words: str = WORDS) -> str | None:
    match = understand(words, dispatch.community.snapshot).sure
    return match.label if match else None


def teach(tx: Transaction, state: str) -> None:
    by = people.read_by_code(tx, "陈主任")
    assert by is not None
    number = phrases.propose(tx, LABEL, WORDS, WORDS, phrases.CONFIRMED, MORNING)
    phrases.decide(tx, number, state, by.id, MORNING)
    settings.write(tx, settings.TAUGHT, str(tx.new_id()))


async def test_a_phrase_is_used_and_used_no_more(service: Service) -> None:
    dispatch, renewal = another_process(service)
    await renewal.step()
    assert dispatch.community is not None and sure(dispatch) != LABEL
    await service.database.turn(lambda tx: teach(tx, phrases.USED))
    assert sure(dispatch) != LABEL
    await renewal.step()
    assert sure(dispatch) == LABEL
    await service.database.turn(lambda tx: teach(tx, phrases.DECLINED))
    await renewal.step()
    assert sure(dispatch) != LABEL


async def test_a_question_made_in_chat_is_understood(service: Service) -> None:
    dispatch, renewal = another_process(service)

    def write(tx: Transaction) -> None:
        by = people.read_by_code(tx, "陈主任")
        assert by is not None
        said = {"question": ("", "小区里能飞无人机吗"), "answer": ("", "不能")}
        answers.write(tx, "chat_1", said, by.id, MORNING, made=True)
        settings.write(tx, settings.TAUGHT, "1")

    await service.database.turn(write)
    await renewal.step()
    assert sure(dispatch, "小区里能飞无人机吗") == "faq:chat_1"
    assert dispatch.community.pack.faq[-1].answer == "不能"


async def test_nothing_new_changes_nothing(service: Service) -> None:
    dispatch, renewal = another_process(service)
    before = dispatch.community
    await renewal.step()
    await renewal.step()
    assert dispatch.community is before


async def test_phrases_of_what_the_pack_names_no_longer_are_left_out(service: Service) -> None:
    dispatch, renewal = another_process(service)

    def write(tx: Transaction) -> None:
        by = people.read_by_code(tx, "陈主任")
        assert by is not None
        number = phrases.propose(tx, "request:gone.item", WORDS, WORDS, phrases.CONFIRMED, MORNING)
        phrases.decide(tx, number, phrases.USED, by.id, MORNING)
        settings.write(tx, settings.TAUGHT, "1")

    await service.database.turn(write)
    await renewal.step()
    assert sure(dispatch) != "request:gone.item"
