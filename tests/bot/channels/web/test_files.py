"""Photos, voices and files: cleaned on their way in, harmless on their way out."""

import pytest

from bot.channels import Envelope, Medium
from bot.channels.web.bodies import Upload
from bot.channels.web.files import clean_name, clean_upload
from tests.bot.channels.web.pictures import jpeg, opened
from tests.bot.channels.web.stage import Stage

LARGEST = 10 * 1024 * 1024


async def test_a_photo_is_kept_without_its_place(stage: Stage) -> None:
    visitor = await stage.visitor()
    sent = jpeg((60, 40), orientation=6)
    assert b"SecretPhone" in sent and opened(sent).getexif().get_ifd(0x8825)
    answer = await visitor.upload(sent, caption="看这里")
    incoming = stage.received[0]
    photo = incoming.media[0]
    assert (photo.kind, photo.mime, incoming.text) == ("photo", "image/jpeg", "看这里") and photo.digest
    kept = (await visitor.http.get(answer.json()["message"]["media"][0]["url"])).content
    assert not opened(kept).getexif() and b"SecretPhone" not in kept and b"at home" not in kept
    assert opened(kept).size == (40, 60)
    assert photo.size == len(kept)


async def test_the_same_upload_again_is_one_bubble(stage: Stage) -> None:
    visitor = await stage.visitor()
    first = await visitor.upload(jpeg(), client_id="photo-0001")
    again = await visitor.upload(jpeg(), client_id="photo-0001")
    assert first.json()["message"]["id"] == again.json()["message"]["id"]
    assert len((await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]) == 1


async def test_a_picture_sent_as_a_file_is_cleaned_too(stage: Stage) -> None:
    await (await stage.visitor()).upload(jpeg(), kind="file", name="plan.pdf", mime="application/pdf")
    assert (stage.received[0].media[0].kind, stage.received[0].media[0].mime) == ("photo", "image/jpeg")


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
REFUSED = [
    (b"", "photo", 422, "file-empty"),
    (b"not a picture", "photo", 422, "photo-broken"),
    (jpeg()[:100], "photo", 422, "photo-broken"),
    (HEIC, "photo", 415, "photo-heic"),
    (HEIC, "file", 415, "photo-heic"),
    (b"\0\0\0\x18ftypisom", "file", 415, "video"),
    (b"%PDF-1.7", "voice", 415, "voice-kind"),
    (b"\xff\xd8\xff" + b"a" * LARGEST, "photo", 413, "file-too-large"),
    (b"a" * (LARGEST + 1), "file", 413, "file-too-large"),
]


@pytest.mark.parametrize(("data", "kind", "status", "code"), REFUSED)
async def test_what_cannot_be_kept_is_answered_with_a_sentence(
    stage: Stage, data: bytes, kind: str, status: int, code: str
) -> None:
    answer = await (await stage.visitor()).upload(data, kind=kind, mime="application/octet-stream")
    assert (answer.status_code, answer.json()["error"]) == (status, code)
    assert len(answer.json()["say"]) > 4 and not stage.received


@pytest.mark.parametrize(
    "content", [b"", b"--x\r\n", b"--x--\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"]
)
async def test_a_form_that_is_none(stage: Stage, content: bytes) -> None:
    visitor = await stage.visitor()
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await visitor.http.post("/chat/me/media", content=content, headers=headers)
    assert answer.status_code in (400, 422) and answer.json()["say"]


async def test_a_form_without_a_boundary(stage: Stage) -> None:
    visitor = await stage.visitor()
    headers = {"Content-Type": "multipart/form-data"}
    answer = await visitor.http.post("/chat/me/media", content=b"a", headers=headers)
    assert answer.status_code == 400 and answer.json()["say"]


async def test_the_intake_down_keeps_the_photo_unshown(stage: Stage) -> None:
    visitor = await stage.visitor()
    stage.down = True
    assert (await visitor.upload(jpeg())).status_code == 503
    assert (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"] == []


async def test_a_voice_can_be_played_in_pieces(stage: Stage) -> None:
    visitor = await stage.visitor()
    sound = b"OggS" + bytes(range(200))
    url = (await visitor.upload(sound, kind="voice", name="v.ogg")).json()["message"]["media"][0]["url"]
    whole = await visitor.http.get(url)
    assert whole.content == sound and whole.headers["content-type"] == "audio/ogg"
    part = await visitor.http.get(url, headers={"Range": "bytes=4-9"})
    assert (part.status_code, part.content) == (206, sound[4:10])
    assert part.headers["content-range"] == f"bytes 4-9/{len(sound)}"
    rest = await visitor.http.get(url, headers={"Range": "bytes=200-"})
    assert rest.content == sound[200:]
    assert (await visitor.http.get(url, headers={"Range": "bytes=999-"})).status_code == 416
    assert (await visitor.http.get(url, headers={"Range": "bytes=9-4"})).status_code == 416
    assert (await visitor.http.get(url, headers={"Range": "lines=1-2"})).content == sound


@pytest.mark.parametrize("mime", ["text/html", "image/svg+xml", "application/pdf", "text/javascript"])
async def test_what_could_act_in_a_browser_leaves_as_a_download(stage: Stage, mime: str) -> None:
    visitor = await stage.visitor()
    await visitor.say("hello")
    medium = Medium("file", b"<script>alert(1)</script>", name="x.html", mime=mime)
    await stage.channel.send(Envelope(chat=stage.received[0].user, media=(medium,)))
    shown = (await visitor.http.get("/chat/me/messages?before=999")).json()["messages"]
    answer = await visitor.http.get(shown[-1]["media"][0]["url"])
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("digest", ["..%2F..%2Fetc%2Fpasswd", "0" * 64, "x", "%00"])
async def test_a_digest_that_names_nothing(stage: Stage, digest: str) -> None:
    answer = await (await stage.visitor()).http.get(f"/chat/me/media/{digest}")
    assert answer.status_code == 404


async def test_a_file_that_is_no_longer_kept(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> None:
    visitor = await stage.visitor()
    url = (await visitor.upload(jpeg())).json()["message"]["media"][0]["url"]
    digest = url.rpartition("/")[2]
    stage.channel._media.path(digest).unlink()
    assert (await visitor.http.get(url)).status_code == 404


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\报修.xlsx", "报修.xlsx"),
        ("a\u202egpj.exe\x00", "agpj.exe"),
        ("长" * 300 + ".pdf", "长" * 76 + ".pdf"),
        ("...", ""),
    ],
)
def test_names_of_files(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    ("head", "declared", "mime"),
    [
        (b"OggS0000", "", "audio/ogg"),
        (b"ID3\x03", "", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "", "audio/aac"),
        (b"#!AMR\n", "", "audio/amr"),
        (b"RIFF\0\0\0\0WAVEfmt ", "", "audio/wav"),
        (b"\0\0\0\x18ftypM4A ", "", "audio/mp4"),
        (b"\0\0\0\x18ftyp3gp4", "audio/3gpp", "audio/3gpp"),
        (b"\0\0\0\x18ftypmp42", "audio/mp4", "audio/mp4"),
        (b"\x1aE\xdf\xa3webm", "audio/webm;codecs=opus", "audio/webm"),
    ],
)
def test_voices_are_known_by_their_first_bytes(head: bytes, declared: str, mime: str) -> None:
    clean = clean_upload(Upload("v", declared, head + b"0" * 50), "voice")
    assert (clean.kind, clean.mime) == ("voice", mime)
