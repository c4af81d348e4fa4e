"""Items for what neighbours say."""

from handlers.understanding import Reading, Snapshot, understand
from handlers.understanding.ranking import MOST, Ranking, split
from tests.handlers.understanding.sentences import SENTENCES


def read(text: str, snapshot: Snapshot) -> Reading:
    return understand(text, snapshot)


def test_most_sentences_find_their_item(snapshot: Snapshot) -> None:
    first = third = 0
    for text, codes in SENTENCES:
        ranked = [match.code for match in read(text, snapshot).items]
        first += any(code in codes for code in ranked[:1])
        third += any(code in codes for code in ranked[:3])
    assert first / len(SENTENCES) >= 0.7
    assert third / len(SENTENCES) >= 0.85


def test_matches_are_ranked_limited_and_explained(snapshot: Snapshot) -> None:
    items = read("楼道灯坏了，三楼，好几天了", snapshot).items
    assert items[0].code == "pub.light"
    assert items[0].because == "楼道灯坏了"
    assert 1 < len(items) <= MOST
    scores = [match.score for match in items]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_questions_are_ranked_beside_items(snapshot: Snapshot) -> None:
    assert read("低保要怎么申请", snapshot).questions[0].code == "dibao_apply"


def test_what_shares_nothing_matches_nothing(snapshot: Snapshot) -> None:
    for text in ("", "   ", "???", "🙂🙂", "qwxz", "123"):
        reading = read(text, snapshot)
        assert (reading.items, reading.questions, reading.emergency) == ((), (), None)


def test_rare_pieces_count_more_than_common_ones() -> None:
    ranking = Ranking(
        {"lamp": ["修灯"], "tap": ["修水管"], "door": ["修门"], "key": ["配钥匙"], "cat": ["喂猫"], "sew": ["补衣服"]}
    )
    assert ranking.rank(split("帮我修水管"))[0].code == "tap"
    assert ranking.rank(split("配把钥匙"))[0].code == "key"


def test_places_are_found_narrowest_first(snapshot: Snapshot) -> None:
    assert read("我住和顺里小区3号楼", snapshot).places[0] == "heshun-3"
    assert read("青禾苑二栋楼下", snapshot).places[0] == "qingheyuan-2"
    assert read("Qinghe Garden, building 2", snapshot).places[0] == "qingheyuan-2"
    assert read("江畔雅居", snapshot).places == ("jiangpan",)
    assert set(read("7号楼", snapshot).places) == {"heshun-7", "liudixincun-7"}
    assert read("柳堤99号楼", snapshot).places[0] in ("liudixincun", "liudi")
