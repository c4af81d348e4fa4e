"""The desk's group and the topics in it; and what a desk says again and again."""

from storage import addresses, canned_replies, topics
from storage.addresses import Address, group_user
from storage.database import Database
from storage.topics import DeskGroup
from storage.transaction import Transaction
from tests.storage.samples import ACCOUNT, NOW, community, new_person


def new_group(tx: Transaction, chat: str) -> Address:
    made = addresses.create(tx, account=ACCOUNT, user=group_user(chat, None), chat=chat, now=NOW)
    assert made is not None
    return made


def bound(tx: Transaction, chat: str = "-1") -> DeskGroup:
    place = community(tx).district.id
    topics.bind(tx, new_group(tx, chat).id, place, NOW)
    group = topics.group_of(tx, place)
    assert group is not None
    return group


async def test_each_resident_has_one_topic_in_a_group(database: Database) -> None:
    def work(tx: Transaction) -> None:
        group = bound(tx)
        one, two = new_person(tx).id, new_person(tx).id
        first = topics.open_new(tx, group, one, topics.next_number(tx, group), "居民 1", NOW)
        second = topics.open_new(tx, group, two, topics.next_number(tx, group), "居民 2", NOW)
        assert (first.number, second.number) == (1, 2)
        assert topics.find(tx, group, one) == first == topics.at(tx, first.address_id)
        assert addresses.read(tx, first.address_id).chat == "-1"
        again = topics.open_new(tx, group, one, first.number, "居民 1", NOW)  # theirs was deleted
        assert (again.id, again.number) == (first.id, 1)
        assert topics.at(tx, first.address_id) is None
        topics.set_worker(tx, second.id, one)
        found = topics.find(tx, group, two)
        assert found is not None and found.worker_id == one
        topics.forget(tx, two)
        assert topics.find(tx, group, two) is None

    await database.turn(work)


async def test_another_group_takes_the_place_of_the_first(database: Database) -> None:
    def work(tx: Transaction) -> None:
        group = bound(tx)
        topic = topics.open_new(tx, group, new_person(tx).id, 1, "居民 1", NOW)
        topics.bind(tx, new_group(tx, "-2").id, group.place_id, NOW)
        moved = topics.group_of(tx, group.place_id)
        assert moved is not None and moved.address_id != group.address_id
        assert topics.at(tx, topic.address_id) is None
        topics.unbind(tx, moved.address_id)
        assert topics.group_of(tx, group.place_id) is None

    await database.turn(work)


async def test_a_group_that_threw_us_out_is_no_desk_and_one_that_moved_stays_it(database: Database) -> None:
    def work(tx: Transaction) -> None:
        group = bound(tx)
        addresses.mark(tx, group.address_id, "gone", "expelled")
        assert topics.group_of(tx, group.place_id) is None
        addresses.mark(tx, group.address_id, "open", "")
        after = new_group(tx, "-1002")
        assert addresses.migrate_chat(tx, ACCOUNT, "-1", "-1002")
        moved = topics.group_of(tx, group.place_id)
        assert moved is not None and moved.address_id == after.id

    await database.turn(work)


async def test_canned_replies_are_kept_in_order_changed_and_taken_out(database: Database) -> None:
    def work(tx: Transaction) -> None:
        place, person = community(tx).district.id, new_person(tx).id
        one = canned_replies.create(tx, place, "请稍等", person, NOW)
        two = canned_replies.create(tx, place, "带身份证来", person, NOW)
        assert canned_replies.of_place(tx, place, 10) == [one, two]
        canned_replies.set_words(tx, one.id, "马上来", person, NOW)
        changed = canned_replies.read(tx, one.id)
        assert changed is not None and changed.words == "马上来"
        assert canned_replies.end(tx, two.id, NOW)
        assert not canned_replies.end(tx, two.id, NOW)
        assert canned_replies.read(tx, two.id) is None
        assert [each.id for each in canned_replies.of_place(tx, place, 10)] == [one.id]

    await database.turn(work)
