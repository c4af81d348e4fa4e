"""Enclosures: the files that go out with messages, read and unsealed; those of a broadcast once for many."""

import asyncio
from collections import OrderedDict
from functools import partial

from bot.channels import Medium
from storage import media
from storage.database import Database
from storage.media import MediaFolder

KEPT_BYTES = 64 * 1024 * 1024  # of the files of broadcasts; ten files of the usual size and more


class Enclosures:
    """Files for the messages of one account."""

    def __init__(self, database: Database, folder: MediaFolder, account: str) -> None:
        self._database = database
        self._folder = folder
        self._account = account
        self._kept: OrderedDict[str, Medium] = OrderedDict()

    async def of(self, digests: tuple[str, ...], *, kept: bool) -> tuple[Medium, ...]:
        """The files with these digests, without those that are no longer there. `kept`: many will ask for them.

        Raises OSError where one cannot be read.
        """
        found = [self._kept.get(digest) or await self._read(digest, kept=kept) for digest in digests]
        return tuple(each for each in found if each is not None)

    async def _read(self, digest: str, *, kept: bool) -> Medium | None:
        known = await self._database.read(partial(media.by_digest, digest=digest))
        if known is None or known.digest is None:
            return None
        data = await asyncio.to_thread(self._folder.get, known.digest)
        file = known.file if known.account == self._account else None
        medium = Medium(known.kind, data, known.name, known.mime, file)
        if kept:
            self._keep(digest, medium)
        return medium

    def _keep(self, digest: str, medium: Medium) -> None:
        self._kept[digest] = medium
        while sum(len(each.data) for each in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
