"""A file of texts and what is expected of each: YAML rows `{text, expect: [labels], kind}`, with the line of each."""

from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlers.understanding.measuring import EMERGENCY, KINDS, NONE, Sample

_LOADER: type[yaml.Loader | yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAMES = {"text", "expect", "kind"}
_SHOWN = 20  # faults named at most


class SamplesInvalid(Exception):
    """The file cannot be used; the message names its faults with their lines."""


class _Fault(Exception):
    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.line = node.start_mark.line + 1


def read_samples(path: Path) -> list[Sample]:
    """The rows of a file. Raises SamplesInvalid with all that is wrong; nothing is left out in silence."""
    rows = _rows(path)
    samples: list[Sample] = []
    faults: list[str] = []
    for row in rows.value:
        try:
            samples.append(_sample(row))
        except _Fault as fault:
            faults.append(f"{path}:{fault.line}: {fault}")
    if faults:
        more = [f"… and {len(faults) - _SHOWN} more"] if len(faults) > _SHOWN else []
        raise SamplesInvalid("\n".join([*faults[:_SHOWN], *more]))
    if not samples:
        raise SamplesInvalid(f"{path}: there are no rows in it")
    return samples


def _rows(path: Path) -> SequenceNode:
    try:
        node = yaml.compose(path.read_bytes().decode("utf-8-sig"), Loader=_LOADER)
    except OSError as error:
        raise SamplesInvalid(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SamplesInvalid(f"{path}:{line}: this is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SamplesInvalid(f"{path}:{mark.line + 1 if mark else 0}: {error.problem or 'not YAML'}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SamplesInvalid(f"{path}: cannot be read") from error
    if not isinstance(node, SequenceNode):
        raise SamplesInvalid(f"{path}:1: a list of rows is expected, such as - {{text: 灯坏了, expect: [none]}}")
    return node


def _sample(row: Node) -> Sample:
    if not isinstance(row, MappingNode):
        raise _Fault(row, "a row is {text, expect, kind}")
    found: dict[str, Node] = {}
    for key, value in row.value:
        name = _plain(key, "a name")
        if name in found:
            raise _Fault(key, f"{name} stands here twice")
        if name not in _NAMES:
            raise _Fault(key, f"{name} is not known here")
        found[name] = value
    for name in ("text", "expect"):
        if name not in found:
            raise _Fault(row, f"{name} is missing")
    return Sample(
        text=_plain(found["text"], "text: a text"),
        expect=_labels(found["expect"]),
        kind=_plain(found["kind"], "kind: a word") if "kind" in found else "",
        line=row.start_mark.line + 1,
    )


def _plain(node: Node, what: str) -> str:
    """What stands there, also where it looks like a number or like nothing to YAML."""
    if not isinstance(node, ScalarNode):
        raise _Fault(node, f"{what} is expected here")
    return str(node.value)


def _labels(node: Node) -> tuple[str, ...]:
    if not isinstance(node, SequenceNode) or not node.value:
        raise _Fault(node, "expect: a list of labels is expected here, the best first")
    labels = tuple(_plain(entry, "a label") for entry in node.value)
    for label, entry in zip(labels, node.value, strict=True):
        kind, _, code = label.partition(":")
        if label not in (EMERGENCY, NONE) and not (kind in KINDS and code):
            raise _Fault(entry, f"{label or 'nothing'} is no label: request:<code>, faq:<id>, emergency or none")
    return labels
