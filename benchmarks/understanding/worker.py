"""One system of the bench in a process of its own: `python -m benchmarks.understanding.worker SYSTEM PACK SAMPLES`.

PACK and SAMPLES are pickled files of the bench, so that no system pays for reading YAML. Prints one line of JSON.
"""

import importlib
import json
import pickle
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.machine import peak_mb
from handlers.understanding.measuring import Judged, Made, figures

MODULES = {"linli": "linli", "rapidfuzz": "rapidfuzz", "bm25-jieba": "bm25", "tfidf": "tfidf"}
_WARMING = "楼道灯坏了"


def measure(system: str, pack_file: Path, samples_file: Path) -> dict[str, float]:
    """The figures of a system: seconds from importing it until it can answer, and what it makes of the samples."""
    pack, samples = pickle.loads(pack_file.read_bytes()), pickle.loads(samples_file.read_bytes())
    began = perf_counter()
    rank = importlib.import_module(f"benchmarks.understanding.{MODULES[system]}").build(pack)
    rank(_WARMING)  # caches and dictionaries that are read when first used belong to the start
    loaded = perf_counter() - began
    judged = []
    for sample in samples:
        began = perf_counter()
        labels = tuple(rank(sample.text))
        judged.append(Judged(sample, Made(labels, seconds=perf_counter() - began)))
    return {**_shares(judged), "load_s": loaded, "peak_mb": peak_mb()}


def _shares(judged: list[Judged]) -> dict[str, float]:
    found = figures(judged).as_json()
    shares = {f"{kind}_{first}": found["kinds"][kind][first] for kind in found["kinds"] for first in ("top1", "top3")}
    return {"p99_ms": found["ms_p99"], **shares}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
