"""How a handler stops: politely, with words for the person."""

from handlers.message import Choice, Text


class Refused(Exception):
    """Stops the turn; nothing of it is kept, and the person is told why and what can be done instead."""

    def __init__(self, key: str, *choices: Choice, **values: object) -> None:
        super().__init__(key)
        self.text = Text(key, dict(values))
        self.choices = choices
