"""What the code imports is in the lists that a fresh machine installs from."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"bot", "handlers", "storage", "community", "benchmarks", "tests"}
SHIPPED = ("bot", "handlers", "storage")


def named(list_name: str) -> set[str]:
    """The packages that a list of requirements names itself, in the normal form of names."""
    lines = (ROOT / "requirements" / list_name).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith(("#", "-")))
    return {normal(each[0]) for each in found if each}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(folder: str) -> Iterator[tuple[Path, str]]:
    """Every file below a folder with the top name of each module that it imports from elsewhere."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.append(node.module)
            for name in names:
                top = name.split(".")[0]
                if top not in sys.stdlib_module_names and top not in OURS:
                    yield path, top


@pytest.mark.parametrize(
    ("folders", "lists"),
    [(SHIPPED, ("run.in",)), (("benchmarks", "tests"), ("run.in", "dev.in"))],
    ids=["shipped", "tests"],
)
def test_every_import_is_a_named_requirement(folders: tuple[str, ...], lists: tuple[str, ...]) -> None:
    known = set().union(*(named(each) for each in lists))
    owners = packages_distributions()
    missing = {
        (str(path.relative_to(ROOT)), top)
        for folder in folders
        for path, top in imports(folder)
        if not known & {normal(owner) for owner in owners.get(top, [])}
    }
    assert not missing
