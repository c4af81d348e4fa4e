"""The bench `understanding`: all systems on the texts that no phrase was written from, in turn, in several rounds.

python -m benchmarks --only understanding
"""

import pickle
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import worker
from benchmarks.machine import Row
from benchmarks.understanding.worker import MODULES
from bot.commands.load import find_pack
from bot.samples import read_samples
from handlers.packs import read_pack

BENCH = "understanding"
TEXTS = Path(__file__).parents[1] / "utterances" / "held_out.yaml"
METRICS = ("p99_ms", "load_s", "peak_mb", "request_top1", "request_top3", "question_top1", "question_top3")
ROUNDS = 3
LIMIT = 300  # seconds for one system


def rows(rounds: int = ROUNDS, texts: Path = TEXTS) -> list[Row]:
    """The rows of the bench: each system in a process of its own, the median of the rounds."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        pack, samples = Path(folder, "pack"), Path(folder, "samples")
        pack.write_bytes(pickle.dumps(read_pack(find_pack("demo"))))
        samples.write_bytes(pickle.dumps(read_samples(texts)))
        found = [{system: _run(system, pack, samples) for system in MODULES} for _ in range(rounds)]
    return [
        Row(BENCH, system, metric, round(_middle([each[system] for each in found], metric), 4))
        for system in MODULES
        for metric in METRICS
    ]


def _middle(figures: Sequence[dict[str, float]], metric: str) -> float:
    return median(each[metric] for each in figures)


def _run(system: str, pack: Path, samples: Path) -> dict[str, float]:
    module = "benchmarks.understanding.worker"
    return worker.run(module, f"{BENCH} {system}", LIMIT, system, str(pack), str(samples))
