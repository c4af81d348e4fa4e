"""What is kept of visits: taken away whole by whoever is visited, gone when they leave or its time is over."""

import json
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from storage import media
from tests.bot.stage import RESIDENT, Service
from tests.handlers import visited
from tests.handlers.kept import DAY, folder_of, in_the_clear, nights, work
from tests.handlers.visited import LIAISON, STATION, WRITTEN

TABLES = ("visit_records", "promises", "worries", "life_notes", "thoughts")


async def taken(service: Service, path: Path) -> dict[str, Any]:
    """What she takes away of her data, as the file of it says."""
    await service.command(RESIDENT, "mydata")
    await service.press_label(RESIDENT, "带走一份")
    await work(service, path)
    digests = (await service.last(RESIDENT)).message.media
    files = [await service.database.read(partial(media.by_digest, digest=each)) for each in digests]
    name = next(one.digest for one in files if one is not None and one.name.endswith(".json"))
    found: dict[str, Any] = json.loads(folder_of(service, path).get(name or "").decode())
    return found


async def test_who_is_visited_takes_all_of_it_away(service: Service, tmp_path: Path) -> None:
    await visited.known(service)
    data = await taken(service, tmp_path)
    planned, made = sorted(data["visits"], key=lambda each: str(each["state"]), reverse=True)
    assert (made["needs"], made["words"]) == (WRITTEN["record's needs"], WRITTEN["record's words"])
    assert (made["day"], made["who"], made["state"]) == ("2026-11-22", ["联络员小林", "联络员小秦"], "done")
    assert (planned["day"], planned["note"]) == ("2026-11-24", [WRITTEN["move's note"]])
    assert [each["what"] for each in data["promises"]] == [WRITTEN["promise"]]
    assert [(each["words"], each["who"]) for each in data["worries"]] == [(WRITTEN["worry"], "联络员小林")]
    assert len(data["occasions"]) == 1
    whole = json.dumps(data, ensure_ascii=False)
    assert not [words for words in WRITTEN.values() if words not in whole]


async def test_the_summary_counts_what_was_written_and_says_who_looked(service: Service) -> None:
    await visited.seat(service, STATION)
    ids = await visited.known(service)
    await service.press(LIAISON, f"visit.show:{ids['made']}")
    await service.press(RESIDENT, "own.see")
    assert "1 次" in next(line for line in (await service.last(RESIDENT)).text.splitlines() if "走访" in line)
    await service.press(RESIDENT, "own.read")
    read = (await service.last(RESIDENT)).text
    assert "联络员小林" in read and "11月23日" in read and "09:00" in read


async def test_others_take_none_of_it_away(service: Service, tmp_path: Path) -> None:
    """The liaison, who wrote it, takes along what they are, not whom they visit."""
    await visited.seat(service, STATION)
    await visited.known(service)
    await service.command(LIAISON, "mydata")
    await service.press_label(LIAISON, "带走一份")
    await work(service, tmp_path)
    for digest in (await service.last(LIAISON)).message.media:
        content = folder_of(service, tmp_path).get(digest).decode()
        assert not [words for words in (*WRITTEN.values(), "王阿姨") if words in content]


async def test_leaving_reaches_what_was_written_of_visits(service: Service, tmp_path: Path) -> None:
    await visited.known(service)
    before = await in_the_clear(service.database)
    assert not [words for words in WRITTEN.values() if words not in before]
    await service.press(RESIDENT, "leave.sure")
    await work(service, tmp_path)
    left = await in_the_clear(service.database)
    assert left and not [words for words in WRITTEN.values() if words in left]
    assert [await service.count(table) for table in TABLES] == [0] * len(TABLES)
    assert await service.count("visits", "state = 'planned' AND person_id = :id", id=await own(service)) == 0


async def own(service: Service) -> int:
    row = await service.database.read(lambda tx: tx.get("SELECT id FROM people WHERE code = '王阿姨'"))
    return int(row["id"])


async def test_what_was_written_goes_after_two_years(service: Service, tmp_path: Path) -> None:
    ids = await visited.known(service)
    await service.database.turn(lambda tx: tx.run("UPDATE promises SET state = 'done', ended_at = created_at"))
    await nights(service, tmp_path, after=729 * DAY)
    assert await service.count("visit_records") == 1 and await service.count("worries") == 1
    await nights(service, tmp_path, after=timedelta(days=2))
    assert await service.count("visits", "id = :id", id=ids["made"]) == 0
    assert [await service.count(table) for table in ("visit_records", "worries", "promises")] == [0, 0, 0]
    assert await service.count("visits", "id = :id", id=ids["planned"]) == 1  # what is still to come stays
    assert WRITTEN["record's words"] not in await in_the_clear(service.database)
