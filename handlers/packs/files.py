"""A pack's files: YAML with the line of everything, or a fault that says where it cannot be read."""

from pathlib import Path

import yaml

from handlers.packs.faults import PackFault
from handlers.packs.section import Section

_LOADER: type[yaml.Loader | yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 4_000_000  # a pack is written by hand; the largest file of the demo has 110 kB


def open_file(folder: Path, name: str, faults: list[PackFault]) -> Section | None:
    """The file's outermost mapping; None (and a fault) where the file is missing or is no YAML."""
    try:
        raw = (folder / name).read_bytes()
        if len(raw) > MAX_BYTES:
            raise ValueError(f"the file has more than {MAX_BYTES} bytes")
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=_LOADER)
    except OSError:
        faults.append(PackFault(name, 0, "the file is missing or cannot be read"))
    except UnicodeDecodeError as error:
        faults.append(PackFault(name, error.object[: error.start].count(b"\n") + 1, "the file is not in UTF-8"))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.append(PackFault(name, mark.line + 1 if mark else 0, error.problem or "not YAML"))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        faults.append(PackFault(name, 0, f"cannot be read: {error}".split("\n")[0]))
    else:
        if node is not None:
            return Section(name, node, faults)
        faults.append(PackFault(name, 0, "the file is empty"))
    return None
