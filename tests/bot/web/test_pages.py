"""The pages: a strict policy, nothing inline, both languages, and an invitation that a preview cannot use up."""

import re
from pathlib import Path

import pytest

from bot.web import pages
from handlers import texts
from tests.bot.channels.web.stage import Stage, staged

STATIC = Path(pages.__file__).parent / "static"
TEMPLATES = Path(pages.__file__).parent / "templates"


@pytest.fixture(params=[False, True], ids=["service", "demo"])
async def site(request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    async with staged(tmp_path, demo=request.param) as stage:
        yield stage


PATHS = ["/", "/i/abcdefgh12345", "/i/!", "/c/abcdefgh12345", "/c/!", "/phone/resident", "/phone/nobody",
         "/static/chat.js", "/static/base.css", "/chat/me/events", "/chat/me/messages", "/chat/nobody/messages",
         "/chat/me/media/x"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_says_how_little_it_may_do(site: Stage, path: str) -> None:
    answer = await site.fresh().get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy or path == "/phone/resident"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] in ("no-store", "no-cache")


async def test_only_our_own_page_may_frame_a_phone(site: Stage) -> None:
    answer = await site.fresh().get("/phone/resident")
    if answer.status_code == 200:
        assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-frame-options"] == "SAMEORIGIN"


async def test_nothing_is_inline(site: Stage) -> None:
    visitor = await site.visitor()
    for path in ("/", "/phone/resident", "/i/abcdefgh12345", "/i/!", "/c/abcdefgh12345"):
        html = (await visitor.http.get(path)).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", html)
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", html, re.DOTALL):
            assert "application/json" in attributes or not body.strip()


async def test_everything_that_a_page_asks_for_is_there(site: Stage) -> None:
    visitor = await site.visitor()
    asked: set[str] = set()
    for path in ("/", "/phone/resident", "/i/abcdefgh12345", "/c/abcdefgh12345"):
        asked |= set(re.findall(r'(?:src|href)="(/static/[^"]+)"', (await visitor.http.get(path)).text))
    for script in STATIC.glob("*.js"):
        asked |= {f"/static/{name}" for name in re.findall(r'from "\./([^"]+)"', script.read_text())}
    assert len(asked) > 10
    for address in asked:
        assert (await visitor.http.get(address)).status_code == 200, address


def test_every_text_exists_in_both_languages_and_is_used() -> None:
    taken_away = TEMPLATES / "own_data.html"  # not a page of ours: a file that people keep, with texts of its own
    files = [*STATIC.glob("*.js"), *TEMPLATES.glob("*.html")]
    code = "".join(path.read_text() for path in files if path != taken_away)
    said = {f"export-{key}" for key in re.findall(r'say\("([\w-]+)"\)', taken_away.read_text())}
    assert said <= texts.keys("zh-CN") & texts.keys("en")
    chinese = {key for key in texts.keys("zh-CN") if key.startswith("web-")}
    assert chinese == {key for key in texts.keys("en") if key.startswith("web-")}
    asked = {f"web-{key}" for key in re.findall(r'say\("([\w-]+)"\)', code)}
    scripted = {f"web-{key}" for key in pages.SCRIPT_WORDS}
    assert asked | scripted <= chinese
    called = set(re.findall(r"words\.(\w+)", code)) | set(re.findall(r'words\["([\w-]+)"\]', code))
    states = {"sending", "waiting", "failed", "uploading", "retry", "remove", "edit", "reply"}
    assert {f"web-{key}" for key in called | states} == scripted


@pytest.mark.parametrize(
    ("header", "language"),
    [("", "zh-CN"), ("en-US,en;q=0.9", "en"), ("de,fr", "zh-CN"), ("zh-TW", "zh-CN"), ("en;q=0.1,zh;q=0.8", "zh-CN"),
     ("*", "zh-CN"), (";;q=x,,", "zh-CN"), ("en;q=0", "zh-CN")],
)  # fmt: skip
async def test_the_browsers_language(site: Stage, header: str, language: str) -> None:
    html = (await site.fresh().get("/", headers={"Accept-Language": header})).text
    assert f'<html lang="{language}">' in html


async def test_a_chosen_language_is_kept_and_goes_along_with_what_one_says(site: Stage) -> None:
    visitor = await site.visitor()
    await visitor.open("/?lang=en")
    html = (await visitor.http.get("/")).text
    assert '<html lang="en">' in html
    if CSRF in visitor.http.headers:
        await visitor.say("hello")
        assert site.received[0].language == "en"
    refused = await visitor.http.post("/chat/me/messages")
    assert refused.json()["say"] in (texts.word("web-error-session", "en"), texts.word("web-error-csrf", "en"),
                                     texts.word("web-error-wrong-kind", "en"))  # fmt: skip


CSRF = "x-csrf-token"
FIELDS = re.compile(r'name="(csrf|client)" value="([^"]+)"')


async def test_looking_at_an_invitation_uses_nothing_up(site: Stage) -> None:
    for method in ("GET", "HEAD"):
        answer = await site.fresh().request(method, "/i/abcdefgh12345")
        assert answer.status_code == 200
    assert not site.received


async def test_the_button_takes_an_invitation_up_once(site: Stage) -> None:
    visitor = await site.visitor()
    fields = dict(FIELDS.findall((await visitor.http.get("/i/abcdefgh12345")).text))
    for _ in range(2):
        answer = await visitor.http.post("/i/abcdefgh12345", data=fields)
        assert answer.status_code == 303
    assert {(one.command, one.args) for one in site.received} == {("start", "inv_abcdefgh12345")}
    assert len({one.update for one in site.received}) == 1
    assert (await visitor.http.get(answer.headers["location"])).status_code == 200


async def test_a_scanned_card_opens_the_chat_by_its_button_alone(site: Stage) -> None:
    visitor = await site.visitor()
    page = await visitor.http.get("/c/abcdefgh12345")
    assert page.status_code == 200 and not site.received
    assert "t.me" not in page.text, "there is no bot on Telegram here"
    answer = await visitor.http.post("/c/abcdefgh12345", data=dict(FIELDS.findall(page.text)))
    assert answer.status_code == 303
    assert [(one.command, one.args) for one in site.received] == [("start", "card-abcdefgh12345")]
    assert (await site.fresh().get("/c/%3Cscript%3E")).status_code == 404


def test_the_page_of_a_card_shows_the_way_to_telegram_where_there_is_one() -> None:
    shown = pages.Pages(texts.word).card("zh-CN", csrf="c", client="k", telegram="https://t.me/bot?start=card-x")
    assert 'href="https://t.me/bot?start=card-x"' in bytes(shown.body).decode()


async def test_an_invitation_is_not_taken_up_from_another_page(site: Stage) -> None:
    visitor = await site.visitor()
    fields = dict(FIELDS.findall((await visitor.http.get("/i/abcdefgh12345")).text))
    wrong = await visitor.http.post("/i/abcdefgh12345", data={**fields, "csrf": "0" * 64})
    elsewhere = await visitor.http.post("/i/abcdefgh12345", data=fields, headers={"Origin": "https://evil.example"})
    nobody = await site.fresh().post("/i/abcdefgh12345", data=fields)
    huge = await visitor.http.post("/i/abcdefgh12345", data={**fields, "more": "x" * 9000})
    assert [answer.status_code for answer in (wrong, elsewhere, nobody, huge)] == [403, 403, 401, 413]
    assert all("<h1>" in answer.text for answer in (wrong, elsewhere, nobody, huge))
    assert not site.received


async def test_an_invitation_while_nothing_can_be_stored(site: Stage) -> None:
    visitor = await site.visitor()
    fields = dict(FIELDS.findall((await visitor.http.get("/i/abcdefgh12345")).text))
    site.down = True
    answer = await visitor.http.post("/i/abcdefgh12345", data=fields)
    assert answer.status_code == 503 and texts.word("web-error-unavailable", "zh-CN") in answer.text


async def test_a_broken_invitation_is_explained(site: Stage) -> None:
    answer = await site.fresh().get("/i/%3Cscript%3E")
    assert answer.status_code == 404 and texts.word("web-error-invitation", "zh-CN") in answer.text
    assert "<script>" not in answer.text


async def test_the_demo_shows_three_phones_and_the_service_none(tmp_path: Path) -> None:
    for demo, phones in ((True, 3), (False, 0)):
        async with staged(tmp_path / str(demo), demo=demo) as stage:
            html = (await stage.fresh().get("/")).text
            assert html.count("<iframe") == phones
