"""None of the texts of the blind test stands in a pack, in code, in a story, or among the texts that are tuned on.

Only their hashes are kept (SHA-256 of the folded text), so that nobody reads them here and writes phrases from them.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlers.understanding.normal import fold

ROOT = Path(__file__).parents[2]
HASHES = ROOT / "benchmarks" / "utterances" / "blind.sha256"
CODE = ("bot", "handlers", "storage", "benchmarks", "tests")
SAID = re.compile(r"^[^:<\[]{1,30}: ?(.+?)(?:  #.*)?$")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def hashed(text: str) -> str:
    return sha256(fold(text).encode()).hexdigest()


def scalars(node: Node | None) -> Iterator[str]:
    """Every text and number of a YAML file, names too."""
    if isinstance(node, ScalarNode):
        yield str(node.value)
    elif isinstance(node, SequenceNode):
        for each in node.value:
            yield from scalars(each)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from (*scalars(key), *scalars(value))


def of_yaml() -> Iterator[tuple[Path, str]]:
    folders = [ROOT / name for name in (*CODE, "community")]
    for path in (path for folder in folders for path in sorted(folder.rglob("*.y*ml"))):
        for text in scalars(yaml.compose(path.read_text("utf-8-sig"), Loader=LOADER)):
            yield path, text


def of_code() -> Iterator[tuple[Path, str]]:
    for path in (path for name in CODE for path in sorted((ROOT / name).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((path, text) for text in {node.value, *node.value.splitlines()})


def of_stories() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "tests" / "stories").rglob("*.story")):
        for line in path.read_text("utf-8").splitlines():
            found = SAID.match(line)
            if found:
                yield path, found[1]


def standing(texts: Iterable[tuple[Path, str]], blind: frozenset[str]) -> list[str]:
    """Where texts of the blind test stand: file and hash, never the text."""
    found = {(str(path.relative_to(ROOT)), hashed(text)) for path, text in texts if text.strip()}
    return sorted(f"{path}: {digest}" for path, digest in found if digest in blind)


@pytest.fixture(scope="module")
def blind() -> frozenset[str]:
    lines = HASHES.read_text("utf-8").splitlines()
    hashes = frozenset(line for line in lines if line and not line.startswith("#"))
    assert len(hashes) > 100 and all(re.fullmatch("[0-9a-f]{64}", each) for each in hashes)
    return hashes


@pytest.mark.parametrize("texts", [of_yaml, of_code, of_stories])
def test_no_text_of_the_blind_test_stands_anywhere(texts: object, blind: frozenset[str]) -> None:
    assert callable(texts)
    assert standing(texts(), blind) == []


def test_the_texts_are_really_looked_at() -> None:
    """Each of the three ways finds a text that is known to be there, however it is written."""
    yaml_hash, code_hash, story_hash = (
        frozenset([hashed(text)]) for text in ("低保怎么申请?", "楼道灯坏了", "楼道灯坏了")
    )
    assert standing(of_yaml(), yaml_hash)
    assert standing(of_code(), code_hash)
    assert standing(of_stories(), story_hash)
    assert hashed("樓道燈 壞了") == hashed("楼道灯坏了")
