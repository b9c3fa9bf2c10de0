"""What can be wrong with a document that is handed in: one error per cause, codes E101 to E108."""

from __future__ import annotations

from samenspraak.core.errors import SamenspraakError

_MEGABYTE = 1_000_000


class ReaderError(SamenspraakError):
    """A document that cannot be read; `where` is the file's name."""

    code = "E100"

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message, where=name or None)


class EmptyFile(ReaderError):
    """A file of zero bytes."""

    code = "E101"

    def __init__(self, name: str) -> None:
        super().__init__(name, "Het bestand is leeg. Sla het document opnieuw op en lever dat bestand aan.")


class UnknownFormat(ReaderError):
    """A file whose content is none of the formats that can be read."""

    code = "E102"

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "Dit soort bestand kan niet worden gelezen."
            " Lever het document aan als PDF, DOCX, ODT, HTML, tekst of als afbeelding (PNG, JPEG, TIFF).",
        )


class DamagedFile(ReaderError):
    """A file that says what it is, but cannot be opened; `detail` says in Dutch what is wrong (a clause)."""

    code = "E103"

    def __init__(self, name: str, kind: str, detail: str = "") -> None:
        reason = f": {detail}" if detail else ""
        super().__init__(
            name,
            f"Het {kind}-bestand is beschadigd of onvolledig{reason}."
            " Open het in het programma waarmee het is gemaakt en sla het opnieuw op.",
        )


class EncryptedFile(ReaderError):
    """A file that opens only with a password."""

    code = "E104"

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            name,
            f"Het {kind}-bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan.",
        )


class FileTooLarge(ReaderError):
    """A file over the limit; both sizes in bytes."""

    code = "E105"

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(
            name,
            f"Het bestand is {_megabytes(size)} groot; ten hoogste {_megabytes(limit)} kan worden gelezen."
            " Splits het document, of sla het op met kleinere afbeeldingen.",
        )


class OcrMissing(ReaderError):
    """A scanned document on a machine without the program (or the language) that reads scans."""

    code = "E106"

    def __init__(self, name: str, missing: str = "het programma Tesseract") -> None:
        super().__init__(
            name,
            f"Dit is een scan, en {missing} is hier niet geïnstalleerd."
            " Laat de beheerder dit uitvoeren: apt-get install tesseract-ocr tesseract-ocr-nld.",
        )


class ZipBomb(ReaderError):
    """A packed file (DOCX, ODT) that unpacks to more than `limit` bytes."""

    code = "E107"

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            name,
            f"Het bestand wordt uitgepakt groter dan {_megabytes(limit)} en is daarom niet geopend."
            " Controleer waar het vandaan komt, of sla het document opnieuw op.",
        )


class PictureTooLarge(ReaderError):
    """A picture of more pixels than can be worked on."""

    code = "E108"

    def __init__(self, name: str, width: int, height: int) -> None:
        super().__init__(
            name,
            f"De afbeelding is te groot om te lezen ({width} bij {height} beeldpunten)."
            " Scan de bladzijde opnieuw met 300 dpi.",
        )


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / _MEGABYTE))} MB"
