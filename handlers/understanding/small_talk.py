"""Small talk: what people write that asks for nothing. Kinds and phrases stand in small_talk.yaml."""

from functools import cache
from pathlib import Path

import yaml

from handlers.understanding.normal import fold

FILE = Path(__file__).with_suffix(".yaml")
NONE = "none:"  # labels of small talk begin so
UNCLEAR = "unclear"  # no kind of its own: nothing that we know is near


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """The folded phrases of each kind, by label, such as `none:greeting`."""
    kinds = yaml.safe_load(FILE.read_text("utf-8"))["small_talk"]
    return {f"{NONE}{kind}": tuple(fold(str(said)) for said in said_all) for kind, said_all in kinds.items()}
