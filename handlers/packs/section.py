"""A mapping of a pack's file: typed reading that notes every fault with its line and goes on."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import TypeVar

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from handlers.packs import checks, opening
from handlers.packs.durations import parse_duration
from handlers.packs.faults import PackFault
from handlers.packs.opening import Hours
from handlers.packs.patterns import check_pattern
from handlers.packs.rows import RowMark

T = TypeVar("T")
_TAG = "tag:yaml.org,2002:"
MOST_LATITUDE, MOST_LONGITUDE = 90, 180  # degrees


class Section:
    """One mapping. What is missing or wrong is noted in `faults`, and an empty value stands in for it."""

    def __init__(self, file: str, node: Node, faults: list[PackFault]) -> None:
        self.file = node.start_mark.name if isinstance(node.start_mark, RowMark) else file
        self.line = node.start_mark.line + 1
        self._faults = faults
        self._nodes: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        self._read: set[str] = set()
        if not isinstance(node, MappingNode):
            self.fault("names and values (name: value) are expected here")
            return
        for key, value in node.value:
            self._add(key, value)

    def _add(self, key: Node, value: Node) -> None:
        if not isinstance(key, ScalarNode):
            self._note(key, "a name is expected here")
        elif key.value in self._nodes:
            self._note(key, f"{key.value} stands here twice")
        else:
            self._nodes[key.value], self._lines[key.value] = value, key.start_mark.line + 1

    def fault(self, message: str, key: str | None = None) -> None:
        """Note a fault at the line of `key`, or at the section's own."""
        self._faults.append(PackFault(self.file, self._lines.get(key or "", self.line), message))

    def fault_at(self, line: int, message: str) -> None:
        """Note a fault at a line of the file, from 1."""
        self._faults.append(PackFault(self.file, line, message))

    def has(self, key: str) -> bool:
        """Whether `key` is there."""
        return key in self._nodes

    def names(self) -> tuple[str, ...]:
        """All names, in the file's order."""
        return tuple(self._nodes)

    def _take(self, key: str, default: object) -> Node | None:
        self._read.add(key)
        node = self._nodes.get(key)
        if node is None and default is None:
            self.fault(f"{key} is missing")
        return node

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty, or the default where the name is missing."""
        node = self._take(key, default)
        if node is None:
            return default or ""
        return self._words(node, key)

    def _words(self, node: Node, key: str) -> str:
        if isinstance(node, ScalarNode) and node.tag == _TAG + "str" and node.value.strip():
            return str(node.value).strip()
        self._note(node, f"{key}: a text is expected here (in quotes, if it looks like a number)")
        return ""

    def _note(self, node: Node, message: str) -> None:
        file = node.start_mark.name if isinstance(node.start_mark, RowMark) else self.file
        self._faults.append(PackFault(file, node.start_mark.line + 1, message))

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of texts, not empty unless optional, each once."""
        node = self._take(key, () if optional else None)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self._note(node, f"{key}: a list is expected here")
            return ()
        words = [self._words(entry, key) for entry in node.value]
        for word in sorted({word for word in words if word and words.count(word) > 1}):
            self._note(node, f"{key}: {word} stands here twice")
        if not words and not optional:
            self._note(node, f"{key}: the list is empty")
        return tuple(word for word in words if word)

    def texts_at(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of texts, each with its line (from 1); a list that is missing or empty is a fault."""
        node = self._take(key, None)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode) or not node.value:
            self._note(node, f"{key}: a list of texts is expected here")
            return ()
        found = [(self._words(entry, key), entry.start_mark.line + 1) for entry in node.value]
        return tuple((words, line) for words, line in found if words)

    def plain_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """A list of single values as they are written, each with its line; none where the name is missing."""
        node = self._take(key, ())
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self._note(node, f"{key}: a list is expected here")
            return ()
        return tuple((str(entry.value), entry.start_mark.line + 1) for entry in node.value)

    def flag(self, key: str, default: bool | None = False) -> bool:
        """true or false; a default of None asks for the name."""
        node = self._take(key, default)
        if node is None:
            return bool(default)
        if isinstance(node, ScalarNode) and node.tag == _TAG + "bool":
            return str(node.value).lower() in ("true", "yes", "on")
        self._note(node, f"{key}: true or false is expected here")
        return False

    def point(self, key: str) -> tuple[float, float] | None:
        """Latitude and longitude (WGS 84, in degrees), as in [30.6343, 114.3902]; None where the name is missing."""
        node = self._take(key, ())
        if node is None:
            return None
        try:
            latitude, longitude = (float(entry.value) for entry in node.value)
        except (TypeError, ValueError, AttributeError):
            self._note(node, f"{key}: latitude and longitude are expected here, such as [30.6343, 114.3902]")
            return None
        if not (abs(latitude) <= MOST_LATITUDE and abs(longitude) <= MOST_LONGITUDE):
            self._note(node, f"{key}: this is no point on the map")
            return None
        return latitude, longitude

    def count(self, key: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`; the default where the name is missing."""
        node = self._take(key, ())
        if node is None:
            return default
        if isinstance(node, ScalarNode) and node.value in {str(number) for number in range(1, most + 1)}:
            return int(node.value)
        self._note(node, f"{key}: a number from 1 to {most} is expected here")
        return default

    def year(self, key: str) -> int | None:
        """A year of the common era; None where the name is missing."""
        node = self._take(key, ())
        if node is None:
            return None
        if isinstance(node, ScalarNode) and checks.YEAR.fullmatch(node.value):
            return int(node.value)
        self._note(node, f"{key}: a year is expected here, such as 1948")
        return None

    def day(self, key: str) -> date | None:
        """A day such as 2026-05-18; None where the name is missing."""
        node = self._take(key, ())
        if node is None:
            return None
        try:
            return checks.day(str(node.value))
        except ValueError as error:
            self._note(node, f"{key}: {error}")
            return None

    def version(self, known: int) -> None:
        """The form of the file: the number that this program knows."""
        node = self._take("version", None)
        if node is not None and not (isinstance(node, ScalarNode) and node.value == str(known)):
            self._note(node, f"version: this program reads version {known}")

    def code(self, key: str = "code") -> str:
        """A short name of small letters, digits, dot, dash and underscore."""
        return self.parsed(key, checks.code, "")

    def phone_shown(self, key: str, default: str | None = None) -> str:
        """A telephone number that is shown as it is written."""
        return self.parsed(key, checks.phone, "", default)

    def duration(self, key: str, default: timedelta | None = None) -> timedelta:
        """A duration such as PT2H."""
        if default is not None and not self.has(key):
            return default
        return self.parsed(key, parse_duration, timedelta(0))

    def opening(self, key: str) -> Hours | None:
        """Opening hours such as 工作日 9:00-17:00; None where the name is missing."""
        return self.parsed(key, opening.parse, None, "")

    def pattern(self, key: str, default: str | None = None) -> str:
        """A regular expression that compiles, and has no repeat without end inside of another."""
        return self.parsed(key, check_pattern, "", default)

    def parsed(self, key: str, parse: Callable[[str], T], empty: T, default: str | None = None) -> T:
        """A text read by `parse`, which raises ValueError with words for what is wrong; `empty` where it fails."""
        text = self.text(key, default)
        if not text:
            return empty
        try:
            return parse(text)
        except ValueError as error:
            self.fault(f"{key}: {text[:60]} is {error}", key)
            return empty

    def one_of(self, key: str, known: Collection[str], what: str, default: str | None = None) -> str:
        """A text that stands in `known`; `what` names it in the fault."""
        text = self.text(key, default)
        if text and text not in known:
            self.fault(f"{key}: there is no {what} {text}", key)
        return text

    def many_of(self, key: str, known: Collection[str], what: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of texts that all stand in `known`."""
        words = self.texts(key, optional=optional)
        for word in words:
            if word not in known:
                self.fault(f"{key}: there is no {what} {word}", key)
        return words

    def section(self, key: str) -> "Section":
        """The mapping below `key`; an empty one where it is missing or not a mapping (noted here)."""
        node = self._take(key, None)
        if node is not None:
            return Section(self.file, node, self._faults)
        blank = MappingNode(_TAG + "map", [], Mark(self.file, 0, self.line - 1, 0, None, 0))
        return Section(self.file, blank, [])

    def sections(self, key: str, *, optional: bool = False) -> list["Section"]:
        """The mappings of the list below `key`."""
        node = self._take(key, () if optional else None)
        if node is None:
            return []
        if not isinstance(node, SequenceNode):
            self._note(node, f"{key}: a list is expected here")
            return []
        return [Section(self.file, entry, self._faults) for entry in node.value]

    def close(self) -> None:
        """Note every name that nobody asked for: mostly a slip of the pen."""
        for key in self._nodes:
            if key not in self._read:
                self.fault(f"{key} is not known here", key)
