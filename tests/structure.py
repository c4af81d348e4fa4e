"""Checks what import-linter does not see: no late imports, none for types only, no cycle between modules.

Run by `make check`; prints every fault and ends with 1 where there is one.
"""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage")


def modules() -> dict[str, Path]:
    """All modules of the three packages by their dotted names."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def late_imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Imports that are not at the top of the module: in functions, in `if TYPE_CHECKING`."""
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in top:
            yield node.lineno, "an import that is not at the top of the module"


def imported(tree: ast.Module, known: dict[str, Path]) -> set[str]:
    """The modules of ours that a module imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            submodules = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= (submodules & known.keys()) or {node.module}
    return names & known.keys()


def main() -> int:
    """Prints the faults; returns the exit code."""
    known = modules()
    faults = []
    graph: dict[str, set[str]] = {}
    for name, path in known.items():
        tree = ast.parse(path.read_text("utf-8"))
        faults += [f"{path.relative_to(ROOT)}:{line}: {what}" for line, what in late_imports(tree)]
        graph[name] = imported(tree, known) - {name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        faults.append("a cycle: " + " → ".join(error.args[1]))
    print("\n".join(faults) if faults else f"structure: {len(known)} modules, no cycle, no late import")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
