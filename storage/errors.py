"""What can go wrong with storage, in our own words: the drivers' errors stop here."""


class StorageError(Exception):
    """Any failure of storage."""


class NotFound(StorageError):
    """A row that must exist does not."""


class Conflict(StorageError):
    """A rule of the tables (unique, foreign key, check) refused the write."""


class Unavailable(StorageError):
    """Busy, full, locked out or unreachable: nothing was stored, the same turn may succeed later."""


class NewerDatabase(StorageError):
    """The database was written by a newer program than this one."""


class SealBroken(StorageError):
    """A sealed value does not open: another key, another row, or it was changed."""


class KeyTrouble(StorageError):
    """The key file is missing, open to others, unreadable or not this database's. The message says how to mend it."""


class BackupTrouble(StorageError):
    """A backup cannot be made or restored. The message says why and what to do; nothing was changed."""


class RotationTrouble(StorageError):
    """Keys cannot be rotated now. The message says what to do; what was done so far is kept and goes on next time."""
