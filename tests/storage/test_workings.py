"""Leases, tasks, settings, media files, ids and times."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import leases, media, settings, tasks, times
from storage.database import Database
from storage.errors import NotFound, SealBroken
from storage.ids import IdMaker
from storage.media import MediaFolder
from storage.sealing import Keyring
from storage.tasks import Task
from tests.storage.samples import ACCOUNT, MINUTE, NOW, SECOND


class Holder:
    """What a media folder asks for its keys."""

    def __init__(self) -> None:
        self.keys = Keyring.fresh()


async def test_a_lease_has_one_holder_until_it_runs_out(database: Database) -> None:
    async def take(holder: str, after: float) -> bool:
        return await database.turn(lambda tx: leases.take(tx, "telegram", holder, NOW + after * SECOND))

    assert await take("a", 0)
    assert not await take("b", 9.9)
    assert await take("a", 5)
    assert not await take("b", 14.9)
    assert await take("b", 15)
    assert not await take("a", 16)
    assert await database.turn(lambda tx: leases.take(tx, "other", "a", NOW))


async def test_of_many_who_take_a_lease_at_once_one_does(database: Database) -> None:
    for moment in (NOW, NOW + leases.LASTS):
        taken = await asyncio.gather(
            *(
                database.turn(lambda tx, h=f"{moment} {n}", m=moment: leases.take(tx, "telegram", h, m))  # type: ignore[misc]
                for n in range(12)
            )
        )
        assert taken.count(True) == 1


async def test_a_lease_is_let_go_by_its_holder_alone(database: Database) -> None:
    await database.turn(lambda tx: leases.take(tx, "telegram", "a", NOW))
    await database.turn(lambda tx: leases.release(tx, "telegram", "b"))
    assert await database.read(lambda tx: leases.any_held(tx, NOW))
    await database.turn(lambda tx: leases.release(tx, "telegram", "a"))
    assert not await database.read(lambda tx: leases.any_held(tx, NOW))
    assert await database.turn(lambda tx: leases.take(tx, "telegram", "b", NOW))
    assert not await database.read(lambda tx: leases.any_held(tx, NOW + leases.LASTS))


async def test_a_task_is_taken_once_and_again_when_its_worker_died(database: Database) -> None:
    number = await database.turn(lambda tx: tasks.add(tx, "chart", "{}", NOW))
    assert await database.read(lambda tx: tasks.any_due(tx, NOW))
    taken = await asyncio.gather(*(database.turn(lambda tx: tasks.take(tx, NOW)) for _ in range(8)))
    assert [task for batch in taken for task in batch] == [Task(number, "chart", "{}", 1)]
    assert not await database.read(lambda tx: tasks.any_due(tx, NOW))
    late = NOW + tasks.WORKING_AT_MOST
    assert await database.turn(lambda tx: tasks.take(tx, late)) == [Task(number, "chart", "{}", 2)]
    await database.turn(lambda tx: tasks.finish(tx, number))
    assert await database.turn(lambda tx: tasks.take(tx, late + 9 * MINUTE)) == []


async def test_a_task_that_failed_comes_again_later_or_never(database: Database) -> None:
    number = await database.turn(lambda tx: tasks.add(tx, "chart", "{}", NOW))
    await database.turn(lambda tx: tasks.take(tx, NOW))
    await database.turn(lambda tx: tasks.postpone(tx, number, NOW + MINUTE, "OSError"))
    assert await database.turn(lambda tx: tasks.take(tx, NOW + 59 * SECOND)) == []
    assert [task.attempts for task in await database.turn(lambda tx: tasks.take(tx, NOW + MINUTE))] == [2]
    await database.turn(lambda tx: tasks.give_up(tx, number, "OSError"))
    assert await database.turn(lambda tx: tasks.take(tx, NOW + 99 * MINUTE)) == []


async def test_tasks_are_taken_in_small_batches(database: Database) -> None:
    await database.turn(lambda tx: [tasks.add(tx, "chart", f"{n}", NOW) for n in range(10)])
    sizes = [len(await database.turn(lambda tx: tasks.take(tx, NOW, limit=4))) for _ in range(4)]
    assert sizes == [4, 4, 2, 0]


async def test_settings_are_written_over(database: Database) -> None:
    assert await database.read(lambda tx: settings.read(tx, "pack")) is None
    for value in ("demo", "ours"):
        await database.turn(lambda tx, v=value: settings.write(tx, "pack", v))  # type: ignore[misc]
        assert await database.read(lambda tx: settings.read(tx, "pack")) == value


async def test_a_file_is_noted_once_for_each_digest(database: Database) -> None:
    async def note(digest: str | None, name: str = "") -> int:
        return await database.turn(
            lambda tx: media.create(tx, kind="photo", mime="image/png", size=3, now=NOW, digest=digest, name=name)
        )

    first = await note("aa", "病历.png")
    assert await note("aa") == first
    assert await note("bb") != first
    assert await note(None) != await note(None)
    found = await database.read(lambda tx: media.read(tx, first))
    assert found == media.Medium(first, "aa", "photo", "image/png", 3, None, None, "病历.png")
    assert await database.read(lambda tx: media.by_digest(tx, "aa")) == found
    assert await database.read(lambda tx: media.by_digest(tx, "cc")) is None
    with pytest.raises(NotFound):
        await database.read(lambda tx: media.read(tx, 4711))


async def test_the_same_photo_may_come_twice_before_its_bytes_do(database: Database) -> None:
    async def from_channel(file: str) -> int:
        return await database.turn(
            lambda tx: media.create(tx, kind="photo", mime="", size=0, now=NOW, account=ACCOUNT, file=file)
        )

    first, second = await from_channel("f1"), await from_channel("f2")
    for number in (first, second):
        await database.turn(lambda tx, n=number: media.fetched(tx, n, "aa", "image/png", 9))  # type: ignore[misc]
        found = await database.read(lambda tx, n=number: media.read(tx, n))  # type: ignore[misc]
        assert (found.digest, found.mime, found.size, found.file is not None) == ("aa", "image/png", 9, True)
    await database.turn(lambda tx: media.fetched(tx, first, "bb", "x", 1))
    assert (await database.read(lambda tx: media.read(tx, first))).digest == "aa"
    known = await database.read(lambda tx: media.by_digest(tx, "aa"))
    assert known is not None and known.id == first


def test_a_file_is_stored_once_sealed_and_found_again(tmp_path: Path) -> None:
    holder = Holder()
    folder = MediaFolder(tmp_path / "media", holder)
    digest = folder.put(b"a photo")
    assert folder.put(b"a photo") == digest != folder.put(b"another")
    assert folder.get(digest) == b"a photo"
    files = media.files_in(tmp_path / "media")
    assert len(files) == 2 and all(b"photo" not in path.read_bytes() for path in files)
    assert folder.path(digest) in files
    assert folder.path(digest).stat().st_mode & 0o077 == 0
    holder.keys = holder.keys.with_new_key()
    assert folder.get(digest) == b"a photo"


def test_a_file_that_was_changed_or_put_in_anothers_place_does_not_open(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path, Holder())
    first, second = folder.put(b"one"), folder.put(b"two")
    folder.path(first).write_bytes(folder.path(second).read_bytes())
    with pytest.raises(SealBroken):
        folder.get(first)
    folder.path(second).write_bytes(b"")
    with pytest.raises(SealBroken):
        folder.get(second)


NO_FILES = ["", "..", "../../etc/passwd", "0" * 63, "0" * 64, "0" * 64 + ".part", "g" * 64, "０" * 64]


@pytest.mark.parametrize("digest", NO_FILES)
def test_other_names_are_no_files(tmp_path: Path, digest: str) -> None:
    folder = MediaFolder(tmp_path, Holder())
    folder.put(b"one")
    with pytest.raises(NotFound):
        folder.get(digest)


def test_the_same_file_may_be_put_by_many_at_once(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path, Holder())
    for size in range(20):
        data = b"x" * (size * 1000)
        with ThreadPoolExecutor(4) as threads:
            (digest,) = set(threads.map(folder.put, [data] * 4))
        assert folder.get(digest) == data
    assert not list(tmp_path.rglob("*.part"))


def test_ids_rise_also_when_the_clock_stands_or_falls() -> None:
    clock = iter([10**12 * 2, 10**12 * 2, 10**12 * 2 - 5000, *[10**12 * 2 - 9000] * 200])
    maker = IdMaker(random.Random(1), lambda: next(clock))
    made = [maker.next() for _ in range(203)]
    assert made == sorted(set(made))
    assert max(made) < 2**63


def test_ids_of_two_processes_do_not_meet() -> None:
    one, two = (IdMaker(random.Random(seed), lambda: 10**12 * 2) for seed in (1, 2))
    assert one.next() != two.next()


def test_ids_made_in_many_threads_are_all_different() -> None:
    maker = IdMaker()
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: maker.next(), range(5000)))
    assert len(set(made)) == 5000


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_go_in_as_milliseconds_and_come_back(moment: datetime) -> None:
    back = times.from_ms(times.to_ms(moment))
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)


def test_times_of_other_zones_are_the_same_moment_and_naive_ones_are_refused() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert times.to_ms(NOW) == times.to_ms(NOW.astimezone(shanghai))
    assert times.from_ms(times.to_ms(NOW)) == NOW
    assert (times.to_ms_or_none(None), times.from_ms_or_none(None)) == (None, None)
    assert times.from_ms_or_none(times.to_ms_or_none(NOW)) == NOW
    with pytest.raises(TypeError):
        times.to_ms(NOW.replace(tzinfo=None))
