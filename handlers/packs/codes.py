"""Codes that must be used once."""

from handlers.packs.section import Section


class Codes:
    """The codes seen so far of one sort of thing."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._lines: dict[str, int] = {}

    def take(self, section: Section, key: str = "code") -> str:
        """The section's code, noted as a fault where it was there before."""
        return self.add(section, section.code(key), key)

    def add(self, section: Section, code: str, key: str | None = None) -> str:
        """Note that `code` is used in `section`; a fault where it was there before."""
        if code and code in self._lines:
            section.fault(f"the {self._what} {code} stands in line {self._lines[code]} already", key)
        elif code:
            self._lines[code] = section.line
        return code
