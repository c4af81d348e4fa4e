"""Meant: the items that words may mean, where a form is looked for: what a likely question leads to counts as well."""

from handlers.turn import Turn


def items(turn: Turn) -> list[str]:
    """Codes of items, the likeliest first; each once."""
    leads_to = {entry.code: entry.items for entry in turn.community.pack.faq}
    found = [match.code for match in turn.reading.items] if turn.reading.emergency is not None else []
    for match in turn.reading.ranked:
        found += [match.code] if match.kind == "request" else leads_to.get(match.code, ())
    return [code for code in dict.fromkeys(found) if turn.item(code) is not None]
