"""Learning: phrases wait for a yes, questions gather in groups, answers are changed with who and what."""

from datetime import timedelta

from storage import answer_drafts, answers, phrases, retention, settings, unanswered
from storage.database import Database
from storage.phrases import CONFIRMED, DECLINED, PROPOSED, USED
from storage.transaction import Transaction
from tests.storage.samples import DAY, NOW, new_person

LIFT, MEAL = "request:pub.elevator", "request:eld.meal"


async def test_a_phrase_is_proposed_once_and_counted(database: Database) -> None:
    def work(tx: Transaction) -> None:
        first = phrases.propose(tx, LIFT, "电梯趴窝", "电梯趴窝", CONFIRMED, NOW)
        assert phrases.propose(tx, LIFT, "电梯趴窝!", "电梯趴窝", CONFIRMED, NOW) == first
        other = phrases.propose(tx, MEAL, "电梯趴窝", "电梯趴窝", CONFIRMED, NOW)
        assert [(each.id, each.times, each.words) for each in phrases.to_review(tx, 5)] == [
            (first, 2, "电梯趴窝"),
            (other, 1, "电梯趴窝"),
        ]
        assert phrases.count_proposed(tx) == 2 and phrases.all_used(tx) == {}

    await database.turn(work)


async def test_a_phrase_is_used_after_a_yes_and_out_of_use_after_a_no(database: Database) -> None:
    def work(tx: Transaction) -> None:
        by = new_person(tx).id
        number = phrases.propose(tx, LIFT, "电梯趴窝", "电梯趴窝", CONFIRMED, NOW)
        assert phrases.decide(tx, number, USED, by, NOW) and not phrases.decide(tx, number, USED, by, NOW)
        assert phrases.all_used(tx) == {LIFT: ["电梯趴窝"]}
        assert [each.decided_by for each in phrases.latest_used(tx, 5)] == [by]
        assert phrases.decide(tx, number, DECLINED, by, NOW) and phrases.all_used(tx) == {}
        phrases.propose(tx, LIFT, "电梯趴窝", "电梯趴窝", CONFIRMED, NOW)
        assert phrases.count_proposed(tx) == 0, "what was declined is not asked about again"

    await database.turn(work)


async def test_old_phrases_go_and_those_in_use_stay(database: Database) -> None:
    def work(tx: Transaction) -> None:
        by = new_person(tx).id
        for place, state in enumerate((PROPOSED, USED, DECLINED)):
            number = phrases.propose(tx, LIFT, f"电梯{place}", f"电梯{place}", CONFIRMED, NOW)
            if state != PROPOSED:
                phrases.decide(tx, number, state, by, NOW)
        assert retention.drop_rows(tx, "proposed phrases", NOW, 10) == 0
        assert retention.drop_rows(tx, "proposed phrases", NOW + DAY, 10) == 1
        assert retention.drop_rows(tx, "declined phrases", NOW + DAY, 10) == 1
        assert phrases.all_used(tx) == {LIFT: ["电梯1"]}

    await database.turn(work)


async def test_questions_gather_most_asked_first_and_once_for_each_person(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = new_person(tx).id, new_person(tx).id
        dogs = unanswered.create(tx, one, "狗证哪里办", NOW)
        drones = unanswered.create(tx, one, "无人机能飞吗", NOW)
        unanswered.create(tx, two, "能飞无人机吗", NOW, group_id=drones, wish=True)
        assert unanswered.create(tx, one, "无人机能飞吗", NOW, group_id=drones, wish=True) == drones
        assert [(each.id, each.people) for each in unanswered.groups(tx, 5)] == [(drones, 2), (dogs, 1)]
        assert [each.id for each in unanswered.groups(tx, 5, 1)] == [dogs]
        assert unanswered.count_wishing(tx, drones) == 2 and unanswered.count_wishing(tx, dogs) == 0
        assert [each.id for each in unanswered.heads(tx, 5)] == [drones, dogs]
        assert unanswered.count_open(tx) == 2
        assert unanswered.settle(tx, drones, unanswered.ANSWERED, "drone", NOW) == 2
        assert unanswered.settle(tx, drones, unanswered.ANSWERED, "drone", NOW) == 0
        waiting = unanswered.to_tell(tx, 5)
        assert sorted(each.person_id for each in waiting) == sorted((one, two))
        assert unanswered.first_to_tell(tx) == NOW
        assert unanswered.told(tx, waiting[0].id) and not unanswered.told(tx, waiting[0].id)
        assert len(unanswered.to_tell(tx, 5)) == 1

    await database.turn(work)


async def test_only_ones_own_wish_is_set(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = new_person(tx).id, new_person(tx).id
        number = unanswered.create(tx, one, "狗证哪里办", NOW)
        assert not unanswered.set_wish(tx, number, two, True)
        assert unanswered.set_wish(tx, number, one, True)
        found = unanswered.read(tx, number)
        assert found is not None and found.wish

    await database.turn(work)


async def test_who_leaves_takes_their_words_along_and_the_group_goes_on(database: Database) -> None:
    def work(tx: Transaction) -> None:
        one, two = new_person(tx).id, new_person(tx).id
        first = unanswered.create(tx, one, "无人机能飞吗", NOW)
        second = unanswered.create(tx, two, "能飞无人机吗", NOW, group_id=first)
        unanswered.create(tx, one, "狗证哪里办", NOW)
        unanswered.forget(tx, one)
        assert unanswered.of_person(tx, one, 5) == []
        assert [(each.id, each.words) for each in unanswered.groups(tx, 5)] == [(second, "能飞无人机吗")]
        assert [each.id for each in unanswered.heads(tx, 5)] == [second]
        assert retention.drop_rows(tx, "unanswered", NOW + DAY, 10) == 1

    await database.turn(work)


async def test_an_answer_is_changed_with_who_and_what(database: Database) -> None:
    def work(tx: Transaction) -> None:
        by = new_person(tx).id
        answers.write(tx, "dog", {"answer": ("旧", "新"), "items": ((), ("a", "b"))}, by, NOW)
        edited = answers.read(tx, "dog")
        assert edited is not None and not edited.made and not edited.retired
        assert edited.fields == {"answer": "新", "items": ("a", "b")} and edited.changed_by == by
        answers.retire(tx, "dog", True, by, NOW + DAY)
        latest, *others = answers.changes(tx, "dog", 5)
        assert (latest.field, latest.after, latest.at) == ("retired", "1", NOW + DAY) and len(others) == 2
        answers.flag(tx, "dog", "2026-10-01")
        answers.flag(tx, "cat", "2026-10-02")
        assert answers.flagged(tx) == {"dog": "2026-10-01", "cat": "2026-10-02"}
        answers.drop(tx, "dog", NOW + 2 * DAY)
        assert answers.read(tx, "dog") is None
        dropped = answers.changes(tx, "dog", 1)[0]
        assert dropped.person_id is None and dropped.after is None

    await database.turn(work)


async def test_a_draft_is_decided_once(database: Database) -> None:
    def work(tx: Transaction) -> None:
        number = answer_drafts.create(tx, "能飞吗", "不能", new_person(tx).id, NOW, group_id=7)
        found = answer_drafts.read(tx, number)
        assert found is not None and (found.question, found.answer, found.group_id) == ("能飞吗", "不能", 7)
        assert [each.id for each in answer_drafts.to_agree(tx, 5)] == [number]
        assert answer_drafts.to_agree(tx, 5, 1) == [] and answer_drafts.count_open(tx) == 1
        assert answer_drafts.settle(tx, number, answer_drafts.TAKEN)
        assert not answer_drafts.settle(tx, number, answer_drafts.DECLINED)
        assert answer_drafts.to_agree(tx, 5) == []
        assert retention.drop_rows(tx, "answer drafts", NOW + timedelta(seconds=1), 10) == 1

    await database.turn(work)


async def test_a_setting_is_claimed_once_for_each_value(database: Database) -> None:
    def work(tx: Transaction) -> None:
        assert settings.claim(tx, "listed", "2026-11-23") and not settings.claim(tx, "listed", "2026-11-23")
        assert settings.claim(tx, "listed", "2026-11-24") and settings.read(tx, "listed") == "2026-11-24"

    await database.turn(work)
