"""phrases/*.yaml: the ways in which residents say an item or a question, as they write them, wrong words and all.

The files are many (one for each shelf, say), and a code may stand in several of them. A text stands once under a code;
under two codes it says that both may be meant.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence

from handlers.packs.section import Section

FOLDER = "phrases"
MOST_LETTERS = 500  # a phrase is what somebody writes in one breath; a story teaches nothing

Phrases = Mapping[str, tuple[str, ...]]
_Found = dict[str, dict[str, tuple[str, str]]]  # by code and bare text: the text, and where it stands


def read_phrases(
    files: Sequence[Section], items: Collection[str], questions: Collection[str]
) -> tuple[Phrases, Phrases]:
    """The phrases of items and of questions, by code; `items` and `questions` are the codes that the pack knows."""
    said: _Found = {}
    asked: _Found = {}
    for file in files:
        file.version(1)
        _read(file, "items", items, "item", said)
        _read(file, "questions", questions, "question", asked)
        if not file.has("items") and not file.has("questions"):
            file.fault("items or questions is missing")
        file.close()
    return _texts(said), _texts(asked)


def _texts(found: _Found) -> Phrases:
    return {code: tuple(text for text, _ in texts.values()) for code, texts in found.items()}


def _read(file: Section, name: str, known: Collection[str], what: str, found: _Found) -> None:
    if not file.has(name):
        return
    table = file.section(name)
    for code in table.names():
        texts = table.texts_at(code)
        if code not in known:
            table.fault(f"{name}: there is no {what} {code}", code)
            continue
        for text, line in texts:
            _add(table, text, line, found.setdefault(code, {}))


def _add(table: Section, text: str, line: int, known: dict[str, tuple[str, str]]) -> None:
    bare = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    if len(text) > MOST_LETTERS:
        table.fault_at(line, f"{text[:20]}… has more than {MOST_LETTERS} letters")
    elif bare in known:
        table.fault_at(line, f"{text[:60]} stands in {known[bare][1]} already")
    else:
        known[bare] = text, f"{table.file}:{line}"
