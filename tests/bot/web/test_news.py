"""Public information on our pages: stable addresses, corrections, a feed that another library reads."""

from collections.abc import AsyncIterator

import feedparser
import httpx
import pytest
from starlette.applications import Starlette

from bot.web.news import News
from bot.web.pages import Pages
from handlers import texts
from storage import notices, people, places
from storage.database import Database
from storage.notices import Notice
from storage.transaction import Transaction
from tests.bot.stage import MORNING, demo_community
from tests.storage.samples import DAY

ADDRESS = "https://linli.example"
WORDS = "津贴 <b>5 日前</b> 到卡 & 不用申请\n第二行"


class Site:
    """The pages over a fresh demo community."""

    def __init__(self, database: Database) -> None:
        self.database = database
        news = News(database, Pages(texts.word), demo_community, lambda: ADDRESS)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=news.routes())), base_url=ADDRESS)

    async def publish(self, title: str, words: str = WORDS, subject: str = "policy") -> Notice:
        def work(tx: Transaction) -> Notice | None:
            author, place = people.read_by_code(tx, "陈主任"), places.read_by_code(tx, "heshunli")
            assert author is not None and place is not None
            values = {"title": title, "words": words, "author_id": author.id}
            return notices.create(tx, place_id=place.id, subject=subject, now=MORNING, **values)  # type: ignore[arg-type]

        made = await self.database.turn(work)
        assert made is not None
        return made


@pytest.fixture
async def site(demo: Database) -> AsyncIterator[Site]:
    found = Site(demo)
    async with found.http:
        yield found


async def test_everybody_reads_it_without_a_cookie_and_nothing_in_it_acts(site: Site) -> None:
    made = await site.publish("高龄津贴")
    page = await site.http.get(f"/news/policy/{made.id}")
    assert page.status_code == 200 and "set-cookie" not in page.headers
    assert "&lt;b&gt;5 日前&lt;/b&gt;" in page.text and "<b>" not in page.text and "和顺里社区" in page.text
    assert "script-src 'self'" in page.headers["content-security-policy"]
    listed = await site.http.get("/news/policy")
    assert f"/news/policy/{made.id}" in listed.text and "高龄津贴" in (await site.http.get("/news")).text


async def test_only_the_last_twenty_are_listed_and_all_addresses_stay(site: Site) -> None:
    made = [await site.publish(f"第 {number} 条") for number in range(21)]
    listed = (await site.http.get("/news/policy")).text
    assert str(made[0].id) not in listed and all(str(each.id) in listed for each in made[1:])
    assert (await site.http.get(f"/news/policy/{made[0].id}")).status_code == 200


async def test_who_has_it_is_told_so_until_it_is_corrected(site: Site) -> None:
    made = await site.publish("高龄津贴")
    paths = (f"/news/policy/{made.id}", "/news/policy", "/news/policy/feed.atom", "/news")
    tags = {path: (await site.http.get(path)).headers["etag"] for path in paths}
    again = [await site.http.get(path, headers={"If-None-Match": tag}) for path, tag in tags.items()]
    assert [each.status_code for each in again] == [304] * 4
    await site.database.turn(lambda tx: notices.change(tx, made.id, "津贴", "每月 5 日", MORNING + DAY))
    again = [await site.http.get(path, headers={"If-None-Match": tag}) for path, tag in tags.items()]
    assert [each.status_code for each in again] == [200] * 4 and all("津贴" in each.text for each in again)
    assert "有更正" in again[0].text


async def test_what_was_taken_down_is_gone_and_says_so(site: Site) -> None:
    made = await site.publish("高龄津贴")
    await site.database.turn(lambda tx: notices.withdraw(tx, made.id, MORNING + DAY))
    gone = await site.http.get(f"/news/policy/{made.id}")
    assert gone.status_code == 410 and "津贴" not in gone.text
    assert "高龄津贴" not in (await site.http.get("/news/policy")).text


@pytest.mark.parametrize("path", ["/news/weather", "/news/policy/12", "/news/policy/x", "/news/weather/feed.atom"])
async def test_what_there_is_not_is_said_politely(site: Site, path: str) -> None:
    answer = await site.http.get(path)
    assert answer.status_code == 404 and "没有这个页面" in answer.text


async def test_an_item_stands_under_its_own_topic_alone(site: Site) -> None:
    made = await site.publish("高龄津贴")
    assert (await site.http.get(f"/news/party/{made.id}")).status_code == 404


async def test_another_library_reads_the_feed(site: Site) -> None:
    first, second = await site.publish("高龄津贴"), await site.publish("落户 <新规>")
    answer = await site.http.get("/news/policy/feed.atom")
    read = feedparser.parse(answer.content)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert not read.bozo and read.version == "atom10" and read.feed.title == "政策"
    assert [each.id for each in read.entries] == [f"{ADDRESS}/news/policy/{each.id}" for each in (second, first)]
    newest = read.entries[0]
    assert newest.title == "落户 <新规>" and newest.author == "和顺里社区" and newest.content[0].value == WORDS
    assert read.feed.updated_parsed is not None and newest.link == newest.id


async def test_an_english_reader_gets_english_pages(site: Site) -> None:
    await site.publish("高龄津贴")
    page = await site.http.get("/news", headers={"Accept-Language": "en"})
    assert "Community news" in page.text and page.headers["content-language"] == "en"
