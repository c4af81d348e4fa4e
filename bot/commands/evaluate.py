"""`linli eval FILE`: how well a pack understands the texts of a file; every share with the number of rows it is of."""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.commands.knowing import known
from bot.samples import read_samples
from handlers.packs import Pack
from handlers.understanding import understand
from handlers.understanding.measuring import FIRST, Figures, Judged, Sample, Share, figures, judge

_WARMING = "楼道灯坏了"  # what the first text of all costs (tables read, caches filled) is not a text's time


def evaluate(file: Path, pack_name: str = "demo", *, as_json: bool = False, wrong: bool = False) -> int:
    """Prints the figures of a file, as JSON or for people; `wrong` adds the rows that are not right at rank 1.

    Raises SamplesInvalid and PackTrouble. Labels that the pack does not know are named on stderr and stay in the count.
    """
    samples = read_samples(file)
    pack, snapshot = known(pack_name)
    for label, line in _unknown(samples, pack):
        print(f"{file}:{line}: the pack knows no {label}", file=sys.stderr)
    understand(_WARMING, snapshot)
    judged = judge(samples, lambda text: understand(text, snapshot))
    found = figures(judged)
    if as_json:
        print(json.dumps(found.as_json(), ensure_ascii=False))
        return 0
    if wrong:
        print(*_wrong(judged), sep="\n", end="\n\n")
    print(*_lines(found), sep="\n")
    return 0


def _unknown(samples: Iterable[Sample], pack: Pack) -> list[tuple[str, int]]:
    labels = {f"request:{item.code}" for item in pack.items} | {f"faq:{entry.code}" for entry in pack.faq}
    return [(one, row.line) for row in samples for one in row.expect if ":" in one and one not in labels]


def _lines(found: Figures) -> list[str]:
    lines = [
        f"{kind:<10} right at rank 1: {_said(share)};  within the first {FIRST}: {_said(found.top3[kind])}"
        for kind, share in found.top1.items()
    ]
    return [
        *lines,
        f"{'emergency':<10} caught: {_said(found.caught)}",
        f"{'others':<10} false alarms: {_said(found.false_alarms)};  asked: {_said(found.asked)}",
        f"{'none':<10} respected: {_said(found.respected)}",
        f"understanding a text: {found.ms_p99:.2f} ms at the 99th percentile",
    ]


def _said(share: Share) -> str:
    return f"{share.count / share.of:6.1%} ({share.count} of {share.of})" if share.of else "no rows"


def _wrong(judged: Sequence[Judged]) -> list[str]:
    return [
        f"line {one.sample.line}: {one.sample.text[:80]}\n"
        f"    expected {' '.join(one.sample.expect)}\n"
        f"    found    {' '.join(one.made.labels[:FIRST]) or '-'}{' (asked)' if one.made.asked else ''}"
        for one in judged
        if not one.right(1)
    ]
