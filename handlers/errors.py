"""How a handler stops: politely, with words for the person."""

from handlers.message import Choice, Text


class Refused(Exception):
    """Stops the turn; nothing of it is kept, and the person is told why and what can be done instead.

    `closes_form`: the form that was open cannot be brought to its end, and is closed afterwards.
    """

    def __init__(self, key: str, *choices: Choice, closes_form: bool = False, **values: object) -> None:
        super().__init__(key)
        self.text = Text(key, dict(values))
        self.choices = choices
        self.closes_form = closes_form
