"""Whether words ask for what is nearest: 离我最近的, 附近哪里有, the nearest. 最近 alone means lately."""

import re

from handlers.understanding.normal import fold

_NEAR = re.compile(
    r"最近的|离(?:我|咱|俺|这|家|\d)[^,。]{0,8}近|附近(?:有|哪|的|那)|就近|哪[个家里儿]?.{0,6}(?:最|比较|更)近"
    r"|\b(?:nearest|closest|near me|nearby|near here|close to (?:me|here|my))\b"
)


def nearness(text: str) -> bool:
    """Whether a text asks for the nearest of something."""
    return _NEAR.search(fold(text)) is not None
