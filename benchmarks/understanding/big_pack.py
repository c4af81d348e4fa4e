"""A pack of 300 items with 40 phrases each and 2,000 questions: the demo's, and more put together from its words."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from handlers.packs import Pack, read_pack

ITEMS, PHRASES, QUESTIONS, VARIANTS = 300, 40, 2_000, 4
SEED = 20261123


def write(demo: Path, folder: Path) -> None:
    """Writes the pack into a new folder. What people say in it is of the demo's length and letters."""
    shutil.copytree(demo, folder)
    rng, pack = random.Random(SEED), read_pack(demo)
    said = {item.code: list(item.phrases) for item in pack.items}
    said |= _more_items(folder / "catalogue.yaml", pack, rng)
    asked = [phrase for entry in pack.faq for phrase in (entry.question, *entry.variants, *entry.phrases)]
    _more_questions(folder / "faq.yaml", QUESTIONS - len(pack.faq), asked, rng)
    words = [phrase for phrases in said.values() for phrase in phrases]
    items = {code: _filled(phrases, words, rng) for code, phrases in said.items()}
    questions = {entry.code: list(entry.phrases) for entry in pack.faq if entry.phrases}
    shutil.rmtree(folder / "phrases")
    (folder / "phrases").mkdir()
    _dump(folder / "phrases" / "all.yaml", {"version": 1, "items": items, "questions": questions})


def _more_items(file: Path, pack: Pack, rng: random.Random) -> dict[str, list[str]]:
    """Adds items that are like those of the demo; returns the codes of the new ones, which have no phrases yet."""
    catalogue = _load(file)
    usual = [item for item in catalogue["items"] if item["urgency"] == "normal"]
    new = [rng.choice(usual) | {"code": f"more.i{number}"} for number in range(ITEMS - len(pack.items))]
    catalogue["items"] += [item | {"name": f"{item['name']}{item['code'][6:]}"} for item in new]
    _dump(file, catalogue)
    return {item["code"]: [] for item in new}


def _more_questions(file: Path, count: int, asked: Sequence[str], rng: random.Random) -> None:
    faq = _load(file)
    entries = next(value for value in faq.values() if isinstance(value, list))
    answers = [entry["answer"] for entry in entries]
    for number in range(count):
        question, *variants = _several(asked, VARIANTS + 1, rng)
        entries.append(
            {"id": f"more_q{number}", "question": question, "variants": variants, "answer": rng.choice(answers)}
        )
    _dump(file, faq)


def _filled(phrases: list[str], words: Sequence[str], rng: random.Random) -> list[str]:
    """Exactly as many phrases as there should be."""
    own = phrases or words
    found = dict.fromkeys(phrases[:PHRASES])
    while len(found) < PHRASES:
        found[_mixed(own, rng)] = None
    return list(found)


def _several(words: Sequence[str], count: int, rng: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[_mixed(words, rng)] = None
    return list(found)


def _mixed(words: Sequence[str], rng: random.Random) -> str:
    """The beginning of one phrase and the end of another; a letter more keeps any two apart."""
    first, second = rng.choice(words), rng.choice(words)
    return f"{first[: len(first) // 2 + 1]}{chr(rng.randrange(0x4E00, 0x8000))}{second[len(second) // 2 :]}".strip()


def _load(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _dump(file: Path, body: object) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    file.write_text(yaml.dump(body, Dumper=dumper, allow_unicode=True, sort_keys=False), "utf-8")
