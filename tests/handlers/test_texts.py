"""The texts: every key that code uses is there, in both languages, with the same values; none is left over."""

import ast as python
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast, parse, visitor

from handlers import errands, texts
from handlers.asking.details import OTHERS
from handlers.broadcasts.reaching import totals
from handlers.learning import editing
from handlers.life.lifecycle import STATES
from handlers.membership.linking import CHANNELS
from handlers.message import Text
from handlers.offering.unclaimed import REASONS
from handlers.permissions import INVITABLE
from handlers.privacy import own_export
from handlers.understanding.times import PARTS
from handlers.understanding.whom import WHOMS
from storage import answers, phrases
from storage.consents import PURPOSES

ROOT = Path(texts.__file__).parents[2]
# Calls whose first text argument is a text's key, and where in the call it stands.
CALLS = {"Text": 0, "say": 0, "toast": 0, "Refused": 0, "Again": 0, "choice": 1, "pick": 3, "word": 0}
# Keys that are put together while the program runs.
MADE = {
    *(f"state-{state}" for state in STATES),
    *(f"why-{reason}" for reason in ("known", "building", "estate", "metres", "free", "rare")),
    *(f"decline-{reason}" for reason in REASONS),
    *(f"duty-state-{duty}" for duty in ("on", "off", "leave")),
    *(f"role-{role}" for role in (*INVITABLE, "resident", "proxy", "admin", "group")),
    *(f"channel-{name}" for name in (*CHANNELS, "other")),
    *(f"ask-change-{name}" for name in ("item", "words", "address", "when", "phone", "whom")),
    *(f"ask-when-today-{part}" for part in ("morning", "afternoon", "evening")),
    *(f"ask-when-tomorrow-{part}" for part in ("morning", "afternoon")),
    *(f"span-{name}" for name in ("day", "days", "over-days", "at", "hours", *PARTS)),
    *(f"helped-{whom}" for whom in WHOMS),
    *(f"helped-ask-name-{whom}" for whom in OTHERS),
    *(f"join-ask-{name}" for name in ("community", "estate", "building")),
    *(f"ask-{name}-share" for name in ("phone", "position")),
    *(f"language-{language}" for language in texts.LANGUAGES),
    *(f"line-{kind}" for kind in ("photo", "voice", "video", "file", "sticker")),
    *(f"own-key-{key}" for key in own_export.KEYS),
    *(f"own-line-{name}" for name in ("name", "phone", "home", "roles", "consents", "subscriptions")),
    *(f"own-read-{what}" for what in ("address", "phone", "name", "words", "page", "other")),
    *(f"export-{name}" for name in ("title", "empty", "yes", "no", "left-out")),
    *(f"phrase-{origin}" for origin in (phrases.CONFIRMED, phrases.CORRECTED, phrases.ANSWERED)),
    *(f"answer-{field}" for field in editing.FIELDS),
    *(f"answer-ask-{field}" for field in editing.FIELDS if field != "facility"),
    *(f"answer-field-{field}" for field in (*answers.FIELDS, "retired")),
    *(f"consent-{answer}" for answer in ("given", "taken-back", "refused")),
    *(f"consent-{purpose}{end}" for purpose in PURPOSES for end in ("", "-withdraw")),
    *(f"consent-{purpose}-withdrawn" for purpose in PURPOSES if purpose != "service"),
    *(f"consent-short-{purpose}" for purpose in PURPOSES),
    *(f"agenda-{answer}-told" for answer in ("accepted", "declined")),
    *(f"bc-{kind}-{answer}" for kind in ("column", "count") for answer in totals.NAMED),
    *(f"bc-part-{part}" for part in ("answered", "help", "missed", "phoned", "silent")),
    *(f"bc-progress-{state}" for state in ("expired", "freezing", "paused", "sending", "sent", "stopped")),
}
LITERAL = re.compile(r"""(?=(["'])([\w-]+)\1)""")  # each of its own, also where a quote ends one and begins the next


class Values(visitor.Visitor):
    """The values that a text needs."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def entries(language: str) -> Iterator[ast.EntryType]:
    for path in sorted((texts.FOLDER / language).glob("*.ftl")):
        yield from parse(path.read_text("utf-8")).body


def values(language: str) -> dict[str, set[str]]:
    found = {}
    for entry in entries(language):
        if isinstance(entry, ast.Message):
            look = Values()
            look.visit(entry)
            found[entry.id.name] = look.found
    return found


@cache
def sources() -> dict[Path, str]:
    """Every source file, and what stands in it."""
    found = (path for package in ("bot", "handlers") for path in (ROOT / package).rglob("*.py"))
    return {path: path.read_text("utf-8") for path in found}


@cache
def nodes() -> tuple[tuple[str, python.AST], ...]:
    """Every node of every source file, with the file's name."""
    return tuple((path.name, node) for path, text in sources().items() for node in python.walk(python.parse(text)))


def used_keys() -> dict[str, str]:
    """Key → the file that uses it, for every key that stands in the code as it is."""
    found: dict[str, str] = {}
    for where, node in nodes():
        if isinstance(node, python.Call):
            name = node.func.attr if isinstance(node.func, python.Attribute) else getattr(node.func, "id", "")
            at = CALLS.get(name)
            if at is not None and len(node.args) > at:
                found |= dict.fromkeys(_constants(node.args[at]), where)
    return found


def _constants(node: python.expr) -> Iterator[str]:
    if isinstance(node, python.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, python.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def made_prefixes() -> set[str]:
    """How the keys begin that are put together in code, such as `line-`."""
    starts = (node.values[0] for _, node in nodes() if isinstance(node, python.JoinedStr) and node.values)
    return {str(start.value) for start in starts if isinstance(start, python.Constant) and _is_prefix(start.value)}


def _is_prefix(start: object) -> bool:
    return isinstance(start, str) and re.fullmatch(r"[a-z]{4,}(-[a-z]+)*-", start) is not None


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_file_can_be_read_whole(language: str) -> None:
    assert [entry.content for entry in entries(language) if isinstance(entry, ast.Junk)] == []
    names = [entry.id.name for entry in entries(language) if isinstance(entry, ast.Message)]
    assert sorted(names) == sorted(set(names)), "a key stands twice"
    assert texts.keys(language) == set(names)


def test_both_languages_have_the_same_keys_and_values() -> None:
    assert values("zh-CN") == values("en")


def test_every_key_that_is_used_is_there() -> None:
    used = used_keys()
    assert len(used) > 150, "the search finds the calls"
    missing = {key: where for key, where in used.items() if key not in texts.keys("zh-CN")}
    assert missing == {}


def test_made_keys_are_there() -> None:
    assert texts.keys("zh-CN") >= MADE


def _names(key: str) -> tuple[str, ...]:
    """What a key may be called by: pages leave `web-` out, errors `web-error-`, menus `command-`."""
    return (key, *(key.removeprefix(prefix) for prefix in ("web-", "web-error-", "command-")))


def test_no_key_is_left_over() -> None:
    """Whatever is neither a literal anywhere in code, page or pack, nor put together, is said by nobody."""
    pages = [*(ROOT / "bot/web").rglob("*.html"), *(ROOT / "bot/web").rglob("*.js")]
    whole = (*sources().values(), *(path.read_text("utf-8") for path in pages))
    quoted = {found[2] for text in whole for found in LITERAL.finditer(text)}
    made = tuple(made_prefixes())
    left = {key for key in texts.keys("zh-CN") - MADE if not key.startswith(made) and quoted.isdisjoint(_names(key))}
    assert left == set()


def test_each_command_of_a_menu_has_its_words() -> None:
    commands = {route.name for route in errands.ROUTES if route.on == "command" and route.menu}
    described = {key.removeprefix("command-") for key in texts.keys("zh-CN") if key.startswith("command-")}
    described -= {"unknown"}  # an answer, no command
    assert described == commands


def test_sentences_are_short() -> None:
    """No hard rule, but what an old neighbour reads on a phone: of the chat's own sentences none is a paragraph."""
    for entry in entries("zh-CN"):
        if isinstance(entry, ast.Message) and entry.value is not None:
            words = "".join(each.value for each in entry.value.elements if isinstance(each, ast.TextElement))
            longest = max(len(part) for part in re.split(r"[。！？\n]", words))
            assert longest <= 45, f"{entry.id.name}: {longest} characters in one sentence"


def test_long_values_are_shown_whole() -> None:
    """Fluent itself refuses a value of more than a thousand characters, and so would lose a long letter."""
    zone = ZoneInfo("Asia/Shanghai")
    for words in ("长" * 4000, "{ $x }" * 500, "\ue0000\ue001", "\ue000", "\ue00099\ue001" * 200):
        inner = Text("card-line-words", {"words": words})
        whole = texts.render(Text("two-lines", {"first": inner, "second": Text("plain", {"text": words})}), "en", zone)
        assert whole.count(words) >= 2 and len(whole) < 2 * len(words) + 100
