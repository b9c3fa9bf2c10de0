"""What can be wrong with a path before it is a document, and with the machine that reads it."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError


class FileMissing(SamenspraakError):
    """There is no file by this name."""

    code = "E111"

    def __init__(self, name: str) -> None:
        super().__init__("Dit bestand bestaat niet. Controleer de naam en de map.", where=name)


class NotAFile(SamenspraakError):
    """A folder or a device where a file was expected."""

    code = "E112"

    def __init__(self, name: str) -> None:
        super().__init__("Dit is geen bestand, maar een map of een apparaat. Noem de bestanden zelf.", where=name)


class NoAccess(SamenspraakError):
    """A file that may not be opened, or cannot be by a fault of the disk."""

    code = "E113"

    def __init__(self, name: str) -> None:
        super().__init__("Dit bestand mag of kan niet worden geopend. Controleer de rechten.", where=name)


class ReadingBroken(SamenspraakError):
    """The machine stopped the process that was reading, most often for want of memory."""

    code = "E114"

    def __init__(self, name: str) -> None:
        super().__init__(
            "Het lezen is door de machine afgebroken, meestal door te weinig geheugen."
            " Lees dit bestand alleen, of splits het.",
            where=name,
        )


class NoPageOfThat(SamenspraakError):
    """A page that does not exist, or a kind of file of which no pictures are made."""

    code = "E115"

    def __init__(self) -> None:
        super().__init__("Van deze bladzijde kan geen afbeelding worden gemaakt. Bekijk de tekst, of het bestand zelf.")
