"""Encryption at rest: personal values are sealed with AES-256-GCM, each bound to its table, column and row.

A sealed value is one version byte, four bytes that name the key, a nonce of twelve bytes, and the ciphertext with its
tag. Phone numbers are found through a keyed hash (HMAC-SHA-256) with a key of its own.
"""

import base64
import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import KeyTrouble, SealBroken
from storage.files import write_new, write_whole

VERSION = b"\x01"
KEY_BYTES = 32
NAME_BYTES = 4
NONCE_BYTES = 12
HEADER_BYTES = 1 + NAME_BYTES


@dataclass(frozen=True)
class Keyring:
    """The keys: the first sealing key seals, all of them open; `lookup` is for keyed hashes. `repr` shows none."""

    sealing: tuple[tuple[bytes, bytes], ...] = field(repr=False)  # (name, key), newest first
    lookup: bytes = field(repr=False)
    _ciphers: dict[bytes, AESGCM] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ciphers", {name: AESGCM(key) for name, key in self.sealing})

    @classmethod
    def fresh(cls) -> Self:
        """A ring with one new sealing key and one new lookup key."""
        return cls(sealing=(_new_key(),), lookup=os.urandom(KEY_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self:
        """A ring from the text of a key file. Raises KeyTrouble."""
        try:
            body = json.loads(text)
            sealing = tuple((bytes.fromhex(key["name"]), _decode(key["key"])) for key in body["sealing"])
            ring = cls(sealing=sealing, lookup=_decode(body["lookup"]))
        except (ValueError, KeyError, TypeError) as error:
            raise KeyTrouble("the key file cannot be read; restore it from your safe copy") from error
        if not sealing or any(len(name) != NAME_BYTES for name, _ in sealing):
            raise KeyTrouble("the key file holds no usable key; restore it from your safe copy")
        return ring

    def render(self) -> str:
        """The text of a key file."""
        sealing = [{"name": name.hex(), "key": _encode(key)} for name, key in self.sealing]
        return json.dumps({"version": 1, "sealing": sealing, "lookup": _encode(self.lookup)}, indent=1) + "\n"

    def with_new_key(self) -> "Keyring":
        """The same ring with a new sealing key in front: the first step of a rotation."""
        return Keyring(sealing=(_new_key(), *self.sealing), lookup=self.lookup)

    def without_old_keys(self) -> "Keyring":
        """Only the newest sealing key: the last step of a rotation."""
        return Keyring(sealing=self.sealing[:1], lookup=self.lookup)

    def seal(self, bound_to: str, value: bytes) -> bytes:
        """Seals `value` so that it opens only where it belongs (`bound_to`)."""
        name = self.sealing[0][0]
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + name + nonce + self._ciphers[name].encrypt(nonce, value, bound_to.encode())

    def open(self, bound_to: str, sealed: bytes) -> bytes:
        """Opens a sealed value. Raises SealBroken for another key or place, or if it was changed."""
        cipher = self._ciphers.get(sealed[1:HEADER_BYTES])
        if sealed[:1] != VERSION or cipher is None:
            raise SealBroken("sealed with a key that is not in the key file")
        nonce, body = sealed[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES], sealed[HEADER_BYTES + NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, body, bound_to.encode())
        except (InvalidTag, ValueError) as error:  # ValueError: it is shorter than a nonce
            raise SealBroken(f"a sealed value does not belong to {bound_to.partition(':')[0]}") from error

    def is_newest(self, sealed: bytes) -> bool:
        """Whether a value is sealed with the newest key."""
        return sealed[1:HEADER_BYTES] == self.sealing[0][0]

    def keyed_hash(self, value: bytes) -> bytes:
        """What a value is found by without being readable."""
        return hmac.digest(self.lookup, value, hashlib.sha256)

    def derive(self, purpose: str) -> bytes:
        """A key for another purpose (cookies, links), derived so that it tells nothing about the others."""
        return hmac.digest(self.lookup, b"derive:" + purpose.encode(), hashlib.sha256)


def load_keyring(path: Path) -> Keyring:
    """Reads a key file. Raises KeyTrouble when it is missing, open to others, or not a key file."""
    try:
        if path.stat().st_mode & 0o077:
            raise KeyTrouble(f"the key file {path.name} can be read by others; run: chmod 600 {path.name}")
        return Keyring.parse(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KeyTrouble(
            f"the key file {path.name} is missing; put it back or set LINLI_KEY_FILE to where it is"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise KeyTrouble(f"the key file {path.name} cannot be read: {type(error).__name__}") from error


def save_keyring(path: Path, ring: Keyring) -> None:
    """Writes a key file (0600), whole or not at all."""
    write_whole(path, ring.render().encode())


def make_keyring(path: Path) -> Keyring:
    """Makes a key file at the first start; if another process was quicker, reads the other's."""
    write_new(path, Keyring.fresh().render().encode())
    return load_keyring(path)


def _new_key() -> tuple[bytes, bytes]:
    return os.urandom(NAME_BYTES), AESGCM.generate_key(bit_length=256)


def _encode(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _decode(text: str) -> bytes:
    key = base64.b64decode(text, validate=True)
    if len(key) != KEY_BYTES:
        raise ValueError("a key has the wrong length")
    return key
