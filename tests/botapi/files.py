"""Files: what people and the bot have sent, found by file_id, downloaded by path."""

import hashlib
from dataclasses import dataclass

from tests.botapi.errors import JSON, bad

FOLDERS = {"photo": ("photos", "jpg"), "voice": ("voice", "oga"), "video": ("videos", "mp4"),
           "sticker": ("stickers", "webp"), "audio": ("music", "mp3"), "animation": ("animations", "mp4")}  # fmt: skip
MIMES = {"photo": "image/jpeg", "voice": "audio/ogg", "video": "video/mp4", "sticker": "image/webp",
         "audio": "audio/mpeg", "animation": "video/mp4"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file at Telegram. `size` is what Telegram says; it may be more than `data` holds, to play big files."""

    file_id: str
    kind: str
    data: bytes
    name: str
    mime: str
    size: int
    path: str

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()

    def reference(self) -> JSON:
        """The fields that every kind of file has."""
        return {"file_id": self.file_id, "file_unique_id": f"u{self.file_id[2:]}", "file_size": self.size}


class Files:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, data: bytes, *, name: str = "", mime: str = "", size: int | None = None) -> StoredFile:
        """Stores a file and gives it an id and a path."""
        number = len(self._by_id) + 1
        folder, ending = FOLDERS.get(kind, ("documents", name.rpartition(".")[2] or "bin"))
        stored = StoredFile(
            file_id=f"AgF{number:06d}",
            kind=kind,
            data=data,
            name=name,
            mime=mime or MIMES.get(kind, "application/octet-stream"),
            size=len(data) if size is None else size,
            path=f"{folder}/file_{number}.{ending}",
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """A file by its id; 400 where there is none."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return stored

    def by_path(self, path: str) -> StoredFile | None:
        """A file by the path that getFile told."""
        return self._by_path.get(path)

    def content(self, stored: StoredFile, *, width: int = 1280, height: int = 960) -> JSON:
        """The field of a message that holds this file, e.g. {"voice": {...}}."""
        if stored.kind == "photo":
            return {"photo": self._sizes(stored, width, height)}
        facts = {
            "voice": {"duration": 3, "mime_type": stored.mime},
            "audio": {"duration": 3, "mime_type": stored.mime},
            "video": {"duration": 3, "width": width, "height": height, "mime_type": stored.mime},
            "animation": {"duration": 3, "width": width, "height": height, "mime_type": stored.mime},
            "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
        }.get(stored.kind, {"file_name": stored.name, "mime_type": stored.mime})
        return {stored.kind: stored.reference() | facts}

    def _sizes(self, stored: StoredFile, width: int, height: int) -> list[JSON]:
        # The small sizes hold fewer bytes, so that whoever takes the wrong one notices.
        small = [
            (self.keep("photo", stored.data[: len(stored.data) // part]), width // part, height // part)
            for part in (8, 3)
        ]
        return [one.reference() | {"width": w, "height": h} for one, w, h in [*small, (stored, width, height)]]
