"""An archive of a folder in compact form (tar, packed by xz): the same files give the same bytes."""

import io
import lzma
import tarfile
from collections.abc import Iterable
from typing import Final

from generator.outputs import Output, refuse_clashes

_PRESET: Final = 9 | lzma.PRESET_EXTREME


class DamagedArchiveError(Exception):
    """Raised where the bytes are no archive of plain files."""


def pack(files: Iterable[Output]) -> bytes:
    """Give the archive: names and bytes alone, without times, owners or rights."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for file in sorted(files):
            entry = tarfile.TarInfo(file.path)
            entry.size = len(file.data)
            archive.addfile(entry, io.BytesIO(file.data))
    return lzma.compress(packed.getvalue(), preset=_PRESET)


def unpack(data: bytes) -> tuple[Output, ...]:
    """Give the files of an archive.

    Raises:
        DamagedArchiveError: it cannot be read, or holds more than plain files.
        ProblemsError: a name in it is not allowed; nothing of it leads out of a folder.
    """
    try:
        with tarfile.open(fileobj=io.BytesIO(lzma.decompress(data)), mode="r") as archive:
            files = tuple(_file(archive, entry) for entry in archive)
    except (lzma.LZMAError, tarfile.TarError) as trouble:
        raise DamagedArchiveError(str(trouble)) from trouble
    refuse_clashes(file.path for file in files)
    return files


def _file(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Output:
    content = archive.extractfile(entry) if entry.isreg() else None
    if content is None:
        raise DamagedArchiveError(f"{entry.name} is no plain file")
    return Output(entry.name, content.read())
