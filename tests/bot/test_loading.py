"""`linli load`: what changes is shown and asked for first; workbooks; answers edited in chat are respected."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.commands import load
from bot.commands.load import Loading, PackTrouble
from bot.commands.opening import opened
from bot.community import read_back
from bot.config import Settings
from handlers.packs import FaqEntry, Pack
from storage import answers, facility_changes, packs, people, roles
from storage.transaction import Transaction

DEMO = Path(__file__).parents[2] / "community" / "demo"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(database=database_url, key_file=tmp_path / "keys")


@pytest.fixture
async def folder(settings: Settings, tmp_path: Path) -> Path:
    """A copy of the demo's pack with few phrases, which is loaded."""
    folder = Path(shutil.copytree(DEMO, tmp_path / "pack", ignore=shutil.ignore_patterns("phrases")))
    (folder / "phrases").mkdir()
    (folder / "phrases" / "mine.yaml").write_text("version: 1\nitems: {pub.light: [灯憋了, 黑灯瞎火]}\n", "utf-8")
    assert await load.load(settings, Loading(str(folder)), None) == 0
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    body = (folder / file).read_text("utf-8")
    assert old in body
    (folder / file).write_text(body.replace(old, new, 1), "utf-8")


def says(answer: str) -> Callable[[str], str]:
    return lambda question: answer


async def loaded(settings: Settings) -> Pack:
    async with opened(settings) as database:
        return read_back(await database.read(packs.read_files))


async def question(settings: Settings, code: str) -> FaqEntry:
    return next(entry for entry in (await loaded(settings)).faq if entry.code == code)


async def edit(settings: Settings, code: str, answer: str) -> None:
    """陈主任 changes an answer in chat."""
    before = (await question(settings, code)).answer
    async with opened(settings) as database:
        await database.turn(
            lambda tx: answers.write(
                tx,
                code,
                {"answer": (before, answer)},
                people.read_by_code(tx, "陈主任").id,
                NOW,  # type: ignore[union-attr]
            )
        )


async def edited(settings: Settings) -> list[str]:
    async with opened(settings) as database:
        return [one.code for one in await database.read(answers.all_edited)]


async def test_the_first_load_and_one_that_changes_nothing_ask_nothing(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder)), None) == 0
    out = capsys.readouterr().out
    assert out.startswith("nothing changes\n") and "80 questions, 2 phrases, 16 facilities" in out


async def test_what_changes_is_shown_and_a_no_leaves_it(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(
        folder, "faq.yaml", "  desk: {name: ", "  kiosk: {name: 小亭, name_en: Kiosk, address: 3号}\n  desk: {name: "
    )
    change(folder, "faq.yaml", "示例:每季度评审一次,特急可随时申请。", "每月评审。")
    change(folder, "phrases/mine.yaml", "黑灯瞎火", "灯泡不亮, 楼道黑")
    assert await load.load(settings, Loading(str(folder)), says("n")) == 1
    out = capsys.readouterr().out
    assert "questions: 1 changed\n  ~ fund_apply  社区援助基金怎么申请?: answer\n" in out
    assert "facilities: 1 added\n  + kiosk  小亭\n" in out
    assert "phrases: 2 added, 1 gone, in 1 items and questions\n  ~ request:pub.light: +2 −1\n" in out
    assert out.endswith("nothing was loaded\n")
    assert "每季度" in (await question(settings, "fund_apply")).answer
    assert await load.load(settings, Loading(str(folder)), says("y")) == 0
    assert (await question(settings, "fund_apply")).answer.endswith("每月评审。")


async def test_where_nobody_can_be_asked_it_wants_a_yes(settings: Settings, folder: Path) -> None:
    change(folder, "pack.yaml", "hours: 每天 8:30-20:00", "hours: 每天 9:00-20:00")
    with pytest.raises(PackTrouble, match="--yes"):
        await load.load(settings, Loading(str(folder)), None)
    assert (await loaded(settings)).desk.hours == "每天 8:30-20:00"
    assert await load.load(settings, Loading(str(folder), yes=True), None) == 0
    assert (await loaded(settings)).desk.hours == "每天 9:00-20:00"


async def roles_of(settings: Settings, name: str) -> list[str]:
    async with opened(settings) as database:
        person = await database.read(lambda tx: people.read_by_code(tx, name))
        assert person is not None
        return [held.role for held in await database.read(lambda tx: roles.of_person(tx, person.id))]


async def test_a_role_that_was_taken_away_stays_away(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def take_away(tx: Transaction) -> None:
        person = people.read_by_code(tx, "值班小吴")
        assert person is not None
        for held in roles.of_person(tx, person.id):
            assert roles.end(tx, held.id, person.id, NOW)

    async with opened(settings) as database:
        await database.turn(take_away)
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder)), None) == 0
    assert capsys.readouterr().out.startswith("nothing changes\n")
    assert await roles_of(settings, "值班小吴") == []


async def test_roles_that_are_given_are_shown_and_asked_for_and_whoever_left_gets_none(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(tx: Transaction) -> None:
        person = people.read_by_code(tx, "李大爷")
        assert person is not None
        person.state = "left"
        people.save(tx, person)

    async with opened(settings) as database:
        await database.turn(leave)
    for name, home in (("王阿姨", "heshun-3"), ("李大爷", "heshun-5")):
        old = f"{name}, roles: [resident], home: {home}"
        change(folder, "people.yaml", old, old.replace("[resident]", "[resident, coordinator], place: heshunli"))
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder)), says("n")) == 1
    assert capsys.readouterr().out.startswith("roles: 1 given\n  + 王阿姨  coordinator  heshunli\n")
    assert await roles_of(settings, "王阿姨") == []
    assert await load.load(settings, Loading(str(folder)), says("y")) == 0
    assert await roles_of(settings, "王阿姨") == ["coordinator"] and await roles_of(settings, "李大爷") == []


async def test_a_fault_loads_nothing(settings: Settings, folder: Path) -> None:
    change(folder, "pack.yaml", "hours: 每天 8:30-20:00", "hours: 随叫随到")
    change(folder, "faq.yaml", "reviewed: 2026-01-15", "reviewed: 2026-02-31")
    with pytest.raises(PackTrouble, match=r"faq.yaml:\d+: reviewed: there is no day 2026-02-31\npack.yaml:13: hours: "):
        await load.load(settings, Loading(str(folder), yes=True), None)
    assert await load.load(settings, Loading(str(DEMO)), says("n")) == 1


async def test_what_chat_says_stays_unless_the_pack_is_to_win(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await edit(settings, "fund_apply", "每周评审。")
    change(folder, "faq.yaml", "示例:每季度评审一次,特急可随时申请。", "每月评审。")
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder), yes=True), None) == 0
    out = capsys.readouterr().out
    assert "  ! fund_apply  社区援助基金怎么申请?: answer (by 陈主任 since 2026-11-20)\n→ what chat says stays" in out
    assert await edited(settings) == ["fund_apply"]
    change(folder, "faq.yaml", "每月评审。", "每年评审。")
    assert await load.load(settings, Loading(str(folder), yes=True, over_chat=True), None) == 0
    assert await edited(settings) == []


async def test_a_facility_that_chat_changed_stays_is_exported_and_is_dropped_for_the_pack(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def edit_place(tx: Transaction) -> None:
        by = people.read_by_code(tx, "陈主任")
        assert by is not None
        facility_changes.write(tx, "police", {"phone": ("000-5550-0107", "000-5550-0199")}, by.id, NOW)

    async def said() -> list[str]:
        async with opened(settings) as database:
            return [one.fields["phone"] for one in await database.read(facility_changes.all_edited)]

    async with opened(settings) as database:
        await database.turn(edit_place)
    assert await load.export(settings, None, folder.parent / "all.xlsx") == 0
    sheet = load_workbook(folder.parent / "all.xlsx")["facilities"]
    assert "000-5550-0199" in {cell for row in sheet.values for cell in row}
    change(folder, "faq.yaml", "000-5550-0107", "000-5550-0188")
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder), yes=True), None) == 0
    assert "  ! police  社区警务室: phone (by 陈主任 since 2026-11-20)\n→ what chat says" in capsys.readouterr().out
    assert await said() == ["000-5550-0199"]
    change(folder, "faq.yaml", "000-5550-0188", "000-5550-0177")
    assert await load.load(settings, Loading(str(folder), yes=True, over_chat=True), None) == 0
    assert await said() == []


async def test_a_workbook_is_written_from_what_is_in_force_and_read_again(
    settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await edit(settings, "fund_apply", "=每周评审。")
    book = folder / "all.xlsx"
    assert await load.export(settings, None, book) == 0
    for name in ("faq.yaml", "catalogue.yaml", "phrases/mine.yaml"):
        (folder / name).unlink()
    capsys.readouterr()
    assert await load.load(settings, Loading(str(folder)), says("y")) == 0
    assert capsys.readouterr().out.startswith("questions: 1 changed\n  ~ fund_apply")
    assert (await question(settings, "fund_apply")).answer == "=每周评审。"
    assert await edited(settings) == [], "the pack says it now"


async def test_a_fault_in_a_workbook_is_told_with_its_row(settings: Settings, folder: Path) -> None:
    await load.export(settings, str(folder), folder / "phrases" / "more.xlsx")
    book = load_workbook(folder / "phrases" / "more.xlsx")
    for name in book.sheetnames:
        if name != "question_phrases":
            del book[name]
    sheet = book["question_phrases"]
    sheet.append(["desk_hours", "你们几点下班"])
    sheet.append(["desk_hour", "几点开门"])
    book.create_sheet("notes").append(["mine", "own"])
    book.save(folder / "phrases" / "more.xlsx")
    with pytest.raises(PackTrouble, match=r"phrases/more.xlsx: there is no sheet notes in a pack"):
        await load.load(settings, Loading(str(folder)), says("y"))
    del book["notes"]
    book.save(folder / "phrases" / "more.xlsx")
    with pytest.raises(PackTrouble, match="sheet question_phrases:3: questions: there is no question desk_hour"):
        await load.load(settings, Loading(str(folder)), says("y"))
    (folder / "phrases" / "more.xlsx").write_bytes(b"PK not a workbook")
    with pytest.raises(PackTrouble, match=r"phrases/more.xlsx: cannot be read as XLSX"):
        await load.load(settings, Loading(str(folder)), says("y"))


async def test_an_export_needs_something_to_write_and_a_place(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(PackTrouble, match="no pack is loaded"):
        await load.export(settings, None, tmp_path / "a.xlsx")
    with pytest.raises(PackTrouble, match="cannot be written"):
        await load.export(settings, str(DEMO), tmp_path / "nowhere" / "a.xlsx")
