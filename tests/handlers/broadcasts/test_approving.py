"""Two pairs of eyes: who may agree, what is asked twice, what goes without an answer; and who gets no third one."""

from datetime import timedelta
from typing import Any

import pytest

from handlers.audience import audience as audiences
from handlers.audience.audience import Audience
from handlers.broadcasts import broadcasts_over, content, leaving_lists, own_copy, samples
from handlers.broadcasts.approving import approvers, approving, proposals, proposing, same_words
from handlers.broadcasts.content import Content
from handlers.broadcasts.going_out import starting, weekly_limit
from handlers.errors import Refused
from handlers.incoming import Press
from handlers.liaison import uniting
from handlers.turn import Speaker, Turn
from storage import absences, broadcast_limits, broadcast_trail, broadcasts, outbox, people, places, recipients, roles
from storage.broadcasts import DRAFT, EMERGENCY, EXPIRED, PLANNED, PROPOSED, REFUSED, SENT, Broadcast
from storage.database import Database
from storage.transaction import Transaction
from tests.bot.stage import MORNING, demo_community
from tests.handlers.audience.stand import place, turn_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SAID = Content("停水", "明天停水")


def speaker(tx: Transaction, after: timedelta = timedelta()) -> Speaker:
    return Speaker(tx, MORNING + after, demo_community())


def draft(tx: Transaction, *codes: str, by: str = "陈主任", unit: str = "heshunli", **known: Any) -> Broadcast:
    """A draft to whoever lives in these places."""
    values = {"kind": "routine", "body": content.encode(SAID), "words": SAID.whole, "now": MORNING, **known}
    audience = audiences.encode(Audience(tuple(place(tx, each) for each in codes)))
    drafter = turn_of(tx, by).person.id
    return broadcasts.create(tx, place_id=place(tx, unit), drafter_id=drafter, audience=audience, **values)


def proposed(tx: Transaction, *codes: str, **known: Any) -> Broadcast:
    """One that waits for a second person."""
    broadcast = draft(tx, *(codes or ("heshunli",)), **known)
    proposing.propose(turn_of(tx, people.read(tx, broadcast.drafter_id).name or known.get("by", "陈主任")), broadcast)
    return broadcasts.get(tx, broadcast.id)


def press(tx: Transaction, name: str, broadcast: Broadcast, shown: str | None = None) -> Turn:
    """A turn in which somebody pressed a choice of the question."""
    turn = turn_of(tx, name, press=Press("approve.yes", "1"))
    turn.argument = f"{broadcast.id}/{samples.mark(broadcast) if shown is None else shown}"
    return turn


def who(tx: Transaction, found: list[int]) -> list[str]:
    return [people.read(tx, each).name for each in found]


def trail(tx: Transaction, broadcast: Broadcast) -> list[str]:
    return [each.name for each in broadcast_trail.of_broadcast(tx, broadcast.id)]


async def test_the_nearest_who_did_not_write_it_are_asked(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        here = speaker(tx)
        assert who(tx, approvers.of(here, draft(tx, "heshunli"))) == ["书记老何"]
        assert who(tx, approvers.of(here, draft(tx, "heshunli", by="值班小吴"))) == ["陈主任", "书记老何"]
        assert who(tx, approvers.of(here, draft(tx, "heshunli"), every=True)) == ["书记老何", "街道王主任"]

    await demo.turn(work)


async def test_who_goes_to_two_units_needs_somebody_who_looks_after_both(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = draft(tx, "heshunli", "liudi")
        assert who(tx, approvers.of(speaker(tx), broadcast)) == ["街道王主任"]
        helpers = people.read_by_code(tx, "书记老何")
        assert helpers is not None and not approvers.may(speaker(tx), helpers.id, broadcast)

    await demo.turn(work)


async def test_who_is_away_is_replaced_but_never_by_the_drafter_or_the_desk(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        secretary, desk = (people.read_by_code(tx, name) for name in ("书记老何", "值班小吴"))
        assert secretary is not None and desk is not None
        broadcast = draft(tx, "heshunli")
        absences.add(tx, secretary.id, broadcast.drafter_id, MORNING + DAY, MORNING)
        assert who(tx, approvers.of(speaker(tx), broadcast)) == ["街道王主任"]
        absences.add(tx, secretary.id, desk.id, MORNING + DAY, MORNING)
        assert who(tx, approvers.of(speaker(tx), broadcast)) == ["街道王主任"]

    await demo.turn(work)


@pytest.mark.parametrize("name", ["值班小吴", "王阿姨", "彭主任", "队长老周"])
async def test_whoever_may_not_agree_is_refused(demo: Database, name: str) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        for act in (approving.yes, approving.no, approving.show):
            with pytest.raises(Refused) as refused:
                act(press(tx, name, broadcast))
            assert refused.value.text.key == "not-allowed"
        assert broadcasts.get(tx, broadcast.id).state == PROPOSED

    await demo.turn(work)


async def test_nobody_agrees_to_their_own(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        with pytest.raises(Refused) as refused:
            approving.yes(press(tx, "陈主任", broadcast))
        assert refused.value.text.key == "approve-own"

    await demo.turn(work)


async def test_whoever_wrote_it_must_still_be_allowed_to(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        for held in roles.of_person(tx, broadcast.drafter_id):
            roles.end(tx, held.id, broadcast.drafter_id, MORNING)
        with pytest.raises(Refused) as refused:
            approving.yes(press(tx, "书记老何", broadcast))
        assert refused.value.text.key == "approve-drafter-lost"
        assert broadcasts.get(tx, broadcast.id).state == PROPOSED

    await demo.turn(work)


async def test_a_no_on_one_channel_holds_for_the_person(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        mine, other = turn_of(tx, "Mary").person, turn_of(tx, "小范").person
        other.unsubscribed_at = MORNING
        people.save(tx, other)
        uniting.unite(speaker(tx), mine, other)
        assert people.read(tx, mine.id).unsubscribed_at == MORNING

    await demo.turn(work)


async def test_a_yes_counts_for_what_was_seen(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        with pytest.raises(Refused) as refused:
            approving.yes(press(tx, "书记老何", broadcast, "0" * samples.MARK))
        assert refused.value.text.key == "approve-changed"
        approving.yes(press(tx, "书记老何", broadcast))
        after = broadcasts.get(tx, broadcast.id)
        assert after.state == PLANNED and after.approver_id == turn_of(tx, "书记老何").person.id
        with pytest.raises(Refused) as again:
            approving.yes(press(tx, "书记老何", broadcast))
        assert again.value.text.key == "approve-over"
        assert trail(tx, broadcast) == ["proposed", "approved", "planned"]

    await demo.turn(work)


async def test_whoever_agreed_before_has_not_agreed_to_what_it_says_now(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        approving.yes(press(tx, "书记老何", broadcast))
        assert broadcasts.move(tx, broadcast.id, PLANNED, DRAFT)
        proposing.propose(turn_of(tx, "陈主任"), broadcasts.get(tx, broadcast.id))
        after = broadcasts.get(tx, broadcast.id)
        assert (after.state, after.approver_id) == (PROPOSED, None)

    await demo.turn(work)


async def test_few_need_nobody_and_are_counted_again_when_it_goes(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = draft(tx, "qingheyuan", send_at=MORNING + DAY)
        proposing.propose(turn_of(tx, "陈主任"), broadcast)
        assert broadcasts.get(tx, broadcast.id).state == PLANNED
        assert trail(tx, broadcast) == ["alone", "planned"]
        broadcast_limits.write(tx, place(tx, "heshunli"), 4, broadcast.drafter_id, MORNING)
        proposing.start(speaker(tx, DAY), broadcasts.get(tx, broadcast.id))
        assert broadcasts.get(tx, broadcast.id).state == PROPOSED
        approving.yes(press(tx, "书记老何", broadcasts.get(tx, broadcast.id)))
        proposing.start(speaker(tx, DAY), broadcasts.get(tx, broadcast.id))
        assert broadcasts.get(tx, broadcast.id).state == broadcasts.FREEZING

    await demo.turn(work)


async def test_an_emergency_goes_after_ten_minutes_and_the_trail_says_so(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx, kind=EMERGENCY)
        assert broadcast.due_at == MORNING + proposals.EMERGENCY_WAITS
        approving.due(speaker(tx, 10 * MINUTE), broadcast)
        after = broadcasts.get(tx, broadcast.id)
        assert (after.state, after.approver_id) == (PLANNED, None)
        assert trail(tx, broadcast) == ["proposed", "unanswered", "planned"]
        proposing.start(speaker(tx, 10 * MINUTE), after)
        assert broadcasts.get(tx, broadcast.id).state == broadcasts.FREEZING

    await demo.turn(work)


async def test_what_is_no_emergency_never_goes_by_itself(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx)
        assert broadcast.due_at == MORNING + proposals.WAITS
        for hours in (2, 30, 50):
            approving.due(speaker(tx, hours * HOUR), broadcasts.get(tx, broadcast.id))
        after = broadcasts.get(tx, broadcast.id)
        assert (after.state, after.due_at) == (PROPOSED, None)
        assert trail(tx, broadcast) == ["proposed", "reminded"]

    await demo.turn(work)


async def test_its_time_passes_before_anybody_answers(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx, expires_at=MORNING + HOUR)
        assert broadcast.due_at == MORNING + HOUR
        approving.due(speaker(tx, HOUR), broadcast)
        assert broadcasts.get(tx, broadcast.id).state == EXPIRED

    await demo.turn(work)


async def test_a_yes_that_comes_too_late_sends_nothing(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = proposed(tx, expires_at=MORNING + HOUR)
        turn = press(tx, "书记老何", broadcast)
        turn.now = MORNING + 2 * HOUR
        approving.yes(turn)
        assert broadcasts.get(tx, broadcast.id).state == EXPIRED

    await demo.turn(work)


@pytest.mark.parametrize(
    "by, codes, plan, key",
    [
        ("彭主任", ("heshunli",), {}, "approve-not-yours"),
        ("王阿姨", ("heshunli",), {}, "approve-not-yours"),
        ("陈主任", (), {}, "approve-no-audience"),
        ("陈主任", ("heshunli",), {"expires_at": MORNING - HOUR}, "approve-no-time-left"),
        ("陈主任", ("heshunli",), {"send_at": MORNING + DAY, "expires_at": MORNING + HOUR}, "approve-no-time-left"),
    ],
)
async def test_what_cannot_go_is_not_proposed(
    demo: Database, by: str, codes: tuple[str, ...], plan: dict[str, Any], key: str
) -> None:
    def work(tx: Transaction) -> None:
        broadcast = draft(tx, *codes, by=by, **plan)
        with pytest.raises(Refused) as refused:
            proposing.propose(turn_of(tx, by), broadcast)
        assert refused.value.text.key == key
        assert broadcasts.get(tx, broadcast.id).state == DRAFT

    await demo.turn(work)


async def test_another_ones_draft_is_not_sent(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = draft(tx, "qingheyuan")
        with pytest.raises(Refused):
            proposing.propose(turn_of(tx, "书记老何"), broadcast)
        assert broadcasts.get(tx, broadcast.id).state == DRAFT

    await demo.turn(work)


async def test_nobody_is_there_who_could_agree(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        for name in ("书记老何", "街道王主任"):
            person = turn_of(tx, name).person
            for held in roles.of_person(tx, person.id):
                roles.end(tx, held.id, person.id, MORNING)
        with pytest.raises(Refused) as refused:
            proposed(tx)
        assert refused.value.text.key == "approve-nobody"
        other = Content("燃气泄漏", "请马上离开")
        urgent = proposed(tx, kind=EMERGENCY, body=content.encode(other), words=other.whole)
        assert urgent.state == PROPOSED and urgent.due_at is not None

    await demo.turn(work)


@pytest.mark.parametrize(
    "codes, gap, asked",
    [
        (("qingheyuan",), DAY, True),
        (("heshunli",), DAY, True),
        (("qingheyuan-2",), 2 * DAY, True),
        (("qingheyuan",), 3 * DAY, False),
        (("fangzhi",), DAY, False),
    ],
)
async def test_same_words_to_the_same_people(
    demo: Database, codes: tuple[str, ...], gap: timedelta, asked: bool
) -> None:
    def work(tx: Transaction) -> None:
        first = draft(tx, "qingheyuan")
        starting.plan(speaker(tx), first)
        starting.start(speaker(tx, HOUR), broadcasts.get(tx, first.id))
        second = draft(tx, *codes, now=MORNING + gap)
        assert (same_words.earlier(speaker(tx, gap + HOUR), second) is not None) is asked

    await demo.turn(work)


async def test_what_was_refused_or_repeats_on_purpose_does_not_count(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        first = draft(tx, "qingheyuan")
        assert broadcasts.move(tx, first.id, DRAFT, REFUSED)
        second = draft(tx, "qingheyuan")
        assert same_words.earlier(speaker(tx), second) is None
        assert broadcasts.move(tx, first.id, REFUSED, PLANNED)
        assert same_words.earlier(speaker(tx), second) is not None
        third = draft(tx, "qingheyuan", follows_id=first.id, follows_as=broadcasts.REPEAT)
        assert same_words.earlier(speaker(tx), third) is None

    await demo.turn(work)


def got(tx: Transaction, person_id: int, after: timedelta, kind: str = "routine") -> Broadcast:
    """Somebody was sent one, some time ago."""
    broadcast = draft(tx, "qingheyuan", kind=kind)
    recipients.add(tx, broadcast.id, person_id, broadcast.place_id)
    row = recipients.of_person(tx, broadcast.id, person_id)
    assert row is not None
    recipients.outcome(tx, row.id, recipients.SENT, MORNING + after)
    return broadcast


async def test_the_third_within_seven_days_waits_to_the_second(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        person = turn_of(tx, "Mary").person.id
        third = draft(tx, "qingheyuan")
        got(tx, person, timedelta())
        assert weekly_limit.free_at(speaker(tx, HOUR), third, person) is None
        got(tx, person, DAY)
        got(tx, person, DAY, kind=EMERGENCY)
        assert weekly_limit.free_at(speaker(tx, 2 * DAY), third, person) == MORNING + 7 * DAY
        assert weekly_limit.free_at(speaker(tx, 7 * DAY - timedelta(seconds=1)), third, person) is not None
        assert weekly_limit.free_at(speaker(tx, 7 * DAY), third, person) is None
        urgent = draft(tx, "qingheyuan", kind=EMERGENCY)
        assert weekly_limit.free_at(speaker(tx, 2 * DAY), urgent, person) is None

    await demo.turn(work)


async def test_the_drafter_is_told_once_how_many_wait(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast = draft(tx, "qingheyuan")
        weekly_limit.tell_how_many_wait(speaker(tx), broadcast)
        assert trail(tx, broadcast) == []
        recipients.add(tx, broadcast.id, turn_of(tx, "Mary").person.id, broadcast.place_id)
        (row,) = recipients.queue(tx, broadcast.id, 9)
        recipients.hold(tx, row.id, MORNING + DAY)
        for _ in range(3):
            weekly_limit.tell_how_many_wait(speaker(tx), broadcast)
        assert trail(tx, broadcast) == ["held"]

    await demo.turn(work)


async def test_own_data_holds_what_came_and_what_was_written(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        mary, writer = turn_of(tx, "Mary").person, turn_of(tx, "陈主任").person
        broadcast = got(tx, mary.id, HOUR)
        (one,) = own_copy.collect(speaker(tx), mary.id)["broadcasts"]
        assert (one["title"], one["words"], one["state"], one["sent_at"]) == (
            "停水",
            "明天停水",
            "sent",
            MORNING + HOUR,
        )
        (drafted,) = own_copy.collect(speaker(tx), writer.id)["drafted"]
        assert drafted["title"] == "停水" and own_copy.summary(speaker(tx), writer.id)
        leaving_lists.forget(speaker(tx), writer.id)
        assert broadcasts.get(tx, broadcast.id).state == broadcasts.DROPPED
        assert "停水" not in broadcasts.get(tx, broadcast.id).body

    await demo.turn(work)


async def test_who_leaves_takes_an_open_question_along(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        turn_of(tx, "书记老何")  # who has a chat from now on
        broadcast = proposed(tx)
        leaving_lists.forget(speaker(tx), broadcast.drafter_id)
        assert broadcasts.get(tx, broadcast.id).state == broadcasts.DROPPED
        assert outbox.addresses_with_key(tx, proposals.key_of(broadcast))
        with pytest.raises(Refused) as refused:
            approving.yes(press(tx, "书记老何", broadcast))
        assert refused.value.text.key == "approve-over"

    await demo.turn(work)


@pytest.mark.parametrize("kind, years", [("routine", 2), (EMERGENCY, 3)])
async def test_after_years_only_numbers_are_left(demo: Database, kind: str, years: int) -> None:
    def work(tx: Transaction) -> None:
        person = turn_of(tx, "Mary").person.id
        broadcast = got(tx, person, timedelta(), kind)
        for before, after in ((DRAFT, PLANNED), (PLANNED, SENT)):
            assert broadcasts.move(tx, broadcast.id, before, after)
        broadcasts.end(tx, broadcast.id, MORNING)

        def night(after: timedelta) -> int:
            while any(rule(speaker(tx, after)) for rule in broadcasts_over.RULES):
                pass
            return len(recipients.page(tx, broadcast.id, 0, 9))

        assert night(years * 365 * DAY - DAY) == 1
        assert content.of(broadcasts.get(tx, broadcast.id)).title == "停水"
        assert night(years * 365 * DAY + DAY) == 0
        assert content.of(broadcasts.get(tx, broadcast.id)).title == ""
        (count,) = recipients.counts(tx, broadcast.id)
        assert (count.state, count.number) == ("sent", 1)

    await demo.turn(work)


async def test_places_of_the_limits_are_those_of_the_tree(demo: Database) -> None:
    def work(tx: Transaction) -> None:
        broadcast_limits.write(tx, place(tx, "qinghe"), 7, turn_of(tx, "街道王主任").person.id, MORNING)
        assert broadcast_limits.of(tx, places.read(tx, place(tx, "heshun-3"))) == 7

    await demo.turn(work)
