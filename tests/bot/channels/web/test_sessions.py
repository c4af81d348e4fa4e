"""The cookie, the token and the origin: nobody writes in another's name."""

from pathlib import Path

import pytest

from bot.channels.web import WebChannel
from tests.bot.channels.web.stage import SEATS, Stage, staged


async def test_the_cookie_is_closed_to_scripts_and_other_sites(stage: Stage) -> None:
    cookie = (await stage.fresh().get("/")).headers["set-cookie"]
    assert cookie.startswith("linli=")
    assert "HttpOnly" in cookie and "samesite=lax" in cookie.lower() and "Path=/" in cookie
    assert "Max-Age=34560000" in cookie
    assert "secure" not in cookie.lower()


async def test_behind_tls_the_cookie_is_secure(tmp_path: Path) -> None:
    async with staged(tmp_path, public_url="https://linli.example") as stage:
        cookie = (await stage.fresh().get("/")).headers["set-cookie"]
        assert "secure" in cookie.lower().split("; ")


async def test_a_visitor_stays_the_same_person(stage: Stage) -> None:
    visitor = await stage.visitor()
    await visitor.say("one")
    await visitor.open()
    await visitor.say("two")
    other = await stage.visitor()
    await other.say("three")
    users = [incoming.user for incoming in stage.received]
    assert users[0] == users[1] != users[2]


@pytest.mark.parametrize("cookie", ["", "x", "ImEi.aaaaaa.bbbb", "é", "a" * 5000])
async def test_a_forged_cookie_is_nobody(stage: Stage, cookie: str) -> None:
    visitor = await stage.visitor()
    visitor.http.cookies.clear()
    visitor.http.headers.encoding = "utf-8"
    visitor.http.headers["Cookie"] = f"linli={cookie}"
    answer = await visitor.post({"text": "hello"})
    assert answer.status_code == 401
    assert answer.json()["error"] == "session" and answer.json()["say"]
    assert (await visitor.http.get("/chat/me/events")).status_code == 401
    assert not stage.received


async def test_a_cookie_with_a_letter_changed_is_nobody(stage: Stage) -> None:
    visitor = await stage.visitor()
    cookie = visitor.http.cookies["linli"]
    visitor.http.cookies.clear()
    visitor.http.cookies.set("linli", ("J" if cookie[0] != "J" else "K") + cookie[1:])
    assert (await visitor.post({"text": "hello"})).status_code == 401


async def test_one_phones_cookie_opens_no_other_phone(demo: Stage) -> None:
    visitor = await demo.visitor("resident")
    cookie = visitor.http.cookies["linli-resident"]
    visitor.http.cookies.set("linli-coordinator", cookie)
    visitor.http.cookies.set("linli", cookie)
    assert (await visitor.http.get("/chat/coordinator/messages?before=9")).status_code == 401
    assert (await visitor.http.get("/chat/me/messages?before=9")).status_code == 401
    assert (await visitor.http.get("/chat/resident/messages?before=9")).status_code == 200


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
async def test_a_post_needs_the_pages_token(stage: Stage, token: str) -> None:
    visitor = await stage.visitor()
    visitor.http.headers.encoding = "utf-8"
    visitor.http.headers["X-CSRF-Token"] = token
    answer = await visitor.post({"text": "hello"})
    assert (answer.status_code, answer.json()["error"]) == (403, "csrf")
    assert not stage.received


async def test_anothers_token_does_not_do(stage: Stage) -> None:
    visitor, other = await stage.visitor(), await stage.visitor()
    visitor.http.headers["X-CSRF-Token"] = other.http.headers["X-CSRF-Token"]
    assert (await visitor.post({"text": "hello"})).status_code == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1:1", "file://x", "http://["])
async def test_a_post_from_another_site_is_refused(stage: Stage, origin: str) -> None:
    visitor = await stage.visitor()
    visitor.http.headers["Origin"] = origin
    answer = await visitor.post({"text": "hello"})
    assert (answer.status_code, answer.json()["error"]) == (403, "origin")
    assert not stage.received


async def test_a_post_through_the_public_address_is_taken(tmp_path: Path) -> None:
    async with staged(tmp_path, public_url="https://linli.example/") as stage:
        visitor = await stage.visitor()
        visitor.http.cookies.set("linli", visitor.http.cookies["linli"])
        jar = {cookie.name: cookie.value or "" for cookie in visitor.http.cookies.jar}
        visitor.http.headers.update({"Origin": "https://linli.example", "Cookie": f"linli={jar['linli']}"})
        assert (await visitor.post({"text": "hello"})).status_code == 200


async def test_the_demo_answers_to_local_names_only(demo: Stage) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "[", ""):
        for path in ("/", "/phone/coordinator", "/chat/coordinator/events"):
            answer = await demo.fresh().get(path, headers={"Host": host})
            assert answer.status_code in (400, 403), host
            assert "set-cookie" not in answer.headers


async def test_there_is_no_phone_outside_the_demo(stage: Stage) -> None:
    for path in ("/phone/me", "/phone/resident", "/chat/resident/events"):
        assert (await stage.fresh().get(path)).status_code == 404


async def test_seats_need_the_demo(stage: Stage) -> None:
    with pytest.raises(ValueError, match="demo"):
        WebChannel(
            stage.db,
            None,  # type: ignore[arg-type]
            secret=b"x",
            public_url="",
            words=lambda key, language: key,
            rooms=stage.rooms,
            clock=stage.clock,
            seats=SEATS,
        )
