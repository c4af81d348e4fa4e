"""Names alike: whether two names may mean the same person. Pure."""

BEFORE_A_NAME = "老小"


def same_name(known: str, said: str) -> bool:
    """Whether somebody known may be the one whom a caller's name means: 张秀英 and 张阿姨 may, 李大爷 is another."""
    known, said = known.strip().lower(), said.strip().lower()
    return known == said or _family(known) == _family(said)


def _family(name: str) -> str:
    return name.lstrip(BEFORE_A_NAME)[:1]
