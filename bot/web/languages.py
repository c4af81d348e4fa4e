"""Which language a page speaks: the one just asked for, the one chosen before, the browser's, or Chinese."""

import re

from starlette.requests import Request

LANGUAGES = ("zh-CN", "en")
COOKIE = "linli-lang"
ASKED = re.compile(r"([a-z]{2})(?:-[a-z0-9]+)*(?:\s*;\s*q=([01](?:\.\d{1,3})?))?", re.IGNORECASE)


def asked_language(request: Request) -> str | None:
    """The language that the address asks for with `?lang=`, or None."""
    return _known(request.query_params.get("lang", ""))


def page_language(request: Request) -> str:
    """The language to answer this request in."""
    chosen = asked_language(request) or _known(request.cookies.get(COOKIE, ""))
    return chosen or _browser_language(request.headers.get("accept-language", "")) or LANGUAGES[0]


def _browser_language(header: str) -> str | None:
    best: tuple[float, str] | None = None
    for part in header[:200].split(","):
        match = ASKED.fullmatch(part.strip())
        language = _known(match[1]) if match else None
        weight = float(match[2] or 1) if match else 0.0
        if language and weight and (best is None or weight > best[0]):
            best = (weight, language)
    return best[1] if best else None


def _known(name: str) -> str | None:
    short = name[:2].lower()
    return next((language for language in LANGUAGES if language[:2] == short), None)
