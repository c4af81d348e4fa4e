"""The pages: server-rendered shells around scripts and styles of our own, with nothing inline."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bot.web.headers import ALONE, CHECKED, FRAMED, FRAMING, NOTHING, PUBLIC, SecurityHeaders, headers

FOLDER = Path(__file__).parent
# The texts that the page's script shows; it knows them without the prefix.
SCRIPT_WORDS = (
    "chosen",
    "connecting",
    "download",
    "earlier",
    "edit",
    "edited",
    "failed",
    "file-too-large",
    "me",
    "member-said",
    "offline",
    "photo",
    "place",
    "place-failed",
    "remove",
    "reply",
    "retry",
    "sending",
    "service",
    "start",
    "start-said",
    "title",
    "uploading",
    "waiting",
    "welcome",
    "welcome-title",
    "you-said",
)


class Pages:
    """Renders the pages in a language; `words(key, language)` looks their texts up."""

    def __init__(self, words: Callable[[str, str], str]) -> None:
        self._words = words
        self._templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def chat(self, language: str, *, seat: str, title: str, csrf: str, framed: bool) -> HTMLResponse:
        """One chat: a page of its own, or (`framed`) a phone of the demo's."""
        script_words = {key: self._words(f"web-{key}", language) for key in SCRIPT_WORDS}
        values = {"seat": seat, "title": title, "csrf": csrf, "framed": framed, "script_words": script_words}
        return self._render("chat.html", language, FRAMED if framed else ALONE, values)

    def demo(self, language: str, phones: list[dict[str, str]]) -> HTMLResponse:
        """The three phones side by side; each has `key`, `title` and `hint`."""
        return self._render("demo.html", language, FRAMING, {"phones": phones})

    def invitation(self, language: str, *, csrf: str, client: str) -> HTMLResponse:
        """What an invitation's link shows: a button; only the button changes anything."""
        return self._render("invitation.html", language, ALONE, {"csrf": csrf, "client": client})

    def card(self, language: str, *, csrf: str, client: str, telegram: str | None) -> HTMLResponse:
        """What the code of a service card shows: a button into the chat, and the way to Telegram where there is one."""
        return self._render("card.html", language, ALONE, {"csrf": csrf, "client": client, "telegram": telegram})

    def sensitive(self, language: str, shown: str | None, files: Sequence[object] = ()) -> HTMLResponse:
        """What a link to sensitive details shows: first a button, after pressing it the words, and the files (each has
        `kind`, `name` and `url`)."""
        return self._render("sensitive.html", language, ALONE, {"shown": shown, "files": files})

    def news(self, language: str, values: Mapping[str, Any], told: Mapping[str, str]) -> HTMLResponse:
        """Public information; `told` are the headers by which caches ask whether it still holds."""
        page = self._render("news.html", language, ALONE, values)
        page.headers.update({"Cache-Control": PUBLIC, **told})
        return page

    def news_gone(self, language: str) -> HTMLResponse:
        """What was public and is no more."""
        return self._render("sorry.html", language, ALONE, {"sentence": self._words("web-news-gone", language)}, 410)

    def atom(self, language: str, title: str, address: str, values: Mapping[str, Any]) -> str:
        """A feed (RFC 4287): `code`, `entries`, `changed`; `address` is where our own addresses begin."""
        template = self._templates.get_template("news.atom")
        return template.render(language=language, title=title, address=address, **values)

    def sorry(self, language: str, status: int, code: str) -> HTMLResponse:
        """A page that says what went wrong (the text `web-error-<code>`)."""
        sentence = self._words(f"web-error-{code}", language)
        return self._render("sorry.html", language, ALONE, {"sentence": sentence}, status)

    def _render(
        self, template: str, language: str, policy: str, values: Mapping[str, Any], status: int = 200
    ) -> HTMLResponse:
        def say(key: str) -> str:
            return self._words(f"web-{key}", language)

        text = self._templates.get_template(template).render(say=say, language=language, **values)
        return HTMLResponse(text, status, dict(headers(policy)))


def static_files() -> Mount:
    """The scripts, styles and pictures of all pages, under /static."""
    secured = Middleware(SecurityHeaders, policy=NOTHING, cache=CHECKED)
    return Mount("/static", StaticFiles(directory=FOLDER / "static"), middleware=[secured], name="static")
