"""`linli ask TEXT`: what a text is understood as, and why."""

from bot.commands.load import find_pack
from handlers.packs import read_pack
from handlers.understanding import Snapshot, understand


def ask(text: str, pack_name: str = "demo") -> int:
    """Prints what a text may mean with a pack's words."""
    pack = read_pack(find_pack(pack_name))
    reading = understand(text, Snapshot.of_pack(pack))
    danger = reading.emergency
    if danger is not None:
        print(f"danger ({danger.level}): {danger.code}, because of «{danger.because}»; call {' '.join(danger.call)}")
    names = {item.code: item.name for item in pack.items} | {entry.code: entry.question for entry in pack.faq}
    for kind, matches in (("request", reading.items), ("faq", reading.questions)):
        for match in matches[:3]:
            print(f"{match.score:.2f}  {kind}:{match.code}  {names[match.code]}  because of «{match.because}»")
    if danger is None and not reading.items and not reading.questions:
        print("nothing in the pack is like it")
    return 0
