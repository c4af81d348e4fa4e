"""What the commands about understanding share: a pack, read from its folder, and its snapshot."""

from bot.commands.load import PackTrouble, find_pack
from bot.folders import read_folder
from handlers.packs import Pack, PackInvalid
from handlers.understanding import Snapshot


def known(pack_name: str) -> tuple[Pack, Snapshot]:
    """The pack of this name or folder, and what texts are compared with. Raises PackTrouble."""
    try:
        pack = read_folder(find_pack(pack_name)).pack
    except PackInvalid as invalid:
        raise PackTrouble(f"the pack cannot be used:\n{invalid}") from invalid
    return pack, Snapshot.of_pack(pack)
