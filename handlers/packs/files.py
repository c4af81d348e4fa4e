"""A pack's files: YAML with the line of everything, or a fault that says where it cannot be read."""

from collections.abc import Sequence
from pathlib import Path

import yaml
from yaml.nodes import Node

from handlers.packs.faults import PackFault
from handlers.packs.section import Section
from handlers.packs.sheets import Sheet, targets, with_sheets

_LOADER: type[yaml.Loader | yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 4_000_000  # a pack is written by hand; the largest file of the demo has 110 kB


def open_file(folder: Path, name: str, faults: list[PackFault], sheets: Sequence[Sheet] = ()) -> Section | None:
    """The file's outermost mapping, with what its sheets add; None (and a fault) where there is neither."""
    node = open_node(folder, name, faults, optional=name in targets(sheets))
    node = with_sheets(name, node, sheets, faults)
    return None if node is None else Section(name, node, faults)


def open_node(folder: Path, name: str, faults: list[PackFault], *, optional: bool = False) -> Node | None:
    """The file's tree; None where it is missing (a fault, unless optional) or is no YAML (always a fault)."""
    try:
        raw = (folder / name).read_bytes()
        if len(raw) > MAX_BYTES:
            raise ValueError(f"the file has more than {MAX_BYTES} bytes")
        node: Node | None = yaml.compose(raw.decode("utf-8-sig"), Loader=_LOADER)
    except OSError:
        if not (optional and not (folder / name).exists()):
            faults.append(PackFault(name, 0, "the file is missing or cannot be read"))
    except UnicodeDecodeError as error:
        faults.append(PackFault(name, error.object[: error.start].count(b"\n") + 1, "the file is not in UTF-8"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.append(PackFault(name, mark.line + 1 if mark else 0, error.problem or "not YAML"))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        faults.append(PackFault(name, 0, f"cannot be read: {error}".split("\n")[0]))
    else:
        if node is None:
            faults.append(PackFault(name, 0, "the file is empty"))
        return node
    return None
