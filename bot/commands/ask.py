"""`linli ask TEXT`: what a text is understood as, and why."""

from bot.commands.knowing import known
from handlers.packs import Pack
from handlers.understanding import Reading, understand

_SHOWN = 5  # matches


def ask(text: str, pack_name: str = "demo") -> int:
    """Prints what a text may mean with a pack's words. Raises PackTrouble."""
    pack, snapshot = known(pack_name)
    print(*_lines(understand(text, snapshot), pack), sep="\n")
    return 0


def _lines(reading: Reading, pack: Pack) -> list[str]:
    names = {f"request:{item.code}": item.name for item in pack.items}
    names |= {f"faq:{entry.code}": entry.question for entry in pack.faq}
    lines = []
    danger = reading.emergency
    if danger is not None:
        called = " ".join(danger.call)
        lines.append(f"danger ({danger.level}): {danger.code}, because you wrote «{danger.because}»; call {called}")
    if reading.small_talk is not None:
        lines.append(f"none of these: {reading.small_talk}")
    for match in reading.ranked[:_SHOWN]:
        sure = "sure " if match is reading.sure else ""
        lines.append(f"{match.score:.2f}  {sure}{match.label}  {names[match.label]}  because of «{match.because}»")
    if reading.phones:
        lines.append(f"{len(reading.phones)} phone number(s) in it")
    if reading.places:
        lines.append(f"places: {' '.join(reading.places)}")
    return lines or ["nothing in the pack is like it"]
