"""What was trained: kept as bytes, it understands every text as before; it is kept for just these phrases."""

import pytest

from handlers.packs import Pack
from handlers.understanding import Snapshot, Trained, digest, said_of, understand

TEXTS = ("楼道灯坏了", "低保怎么申请", "家里着火了快来人", "谢谢", "👍", "my kitchen tap is leaking", "")


def test_bytes_and_back(pack: Pack, snapshot: Snapshot) -> None:
    said = said_of(pack.items, pack.faq, pack.emergency)
    body = Trained.learn(said, pack.emergency).dump()
    again = Snapshot.of_pack(pack, Trained.load(body, pack.emergency))
    for text in TEXTS:
        assert understand(text, again) == understand(text, snapshot)


def test_a_pack_with_too_few_emergencies_to_learn_from(pack: Pack) -> None:
    said = {label: phrases[:1] for label, phrases in said_of(pack.items[:5], (), pack.emergency).items()}
    trained = Trained.learn(said, pack.emergency)
    assert trained.alertness is None
    assert Trained.load(trained.dump(), pack.emergency).alertness is None


def test_other_phrases_have_another_digest(pack: Pack) -> None:
    said = said_of(pack.items, pack.faq, pack.emergency)
    label = next(iter(said))
    changed = {**said, label: [*said[label], "多说一句"]}
    assert digest(said, pack.emergency) == digest(dict(said), pack.emergency)
    assert digest(changed, pack.emergency) != digest(said, pack.emergency)


def test_what_is_no_model_is_refused(pack: Pack) -> None:
    with pytest.raises((ValueError, OSError)):
        Trained.load(b"no model", pack.emergency)
