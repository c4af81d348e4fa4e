"""Phone: a telephone number in E.164. Storage seals it and finds it by its keyed hash."""

import re
from dataclasses import dataclass

E164 = re.compile(r"\+[1-9]\d{4,14}")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number such as +8613800000000. Raises ValueError for any other form. `repr` shows nothing of it."""

    e164: str

    def __post_init__(self) -> None:
        if not E164.fullmatch(self.e164):
            raise ValueError("not a number in E.164")

    def __repr__(self) -> str:
        return "Phone(…)"
