"""The picture that an app for codes scans."""

from __future__ import annotations

from itertools import groupby

# A reader undoes whatever mask a code says it has. Trying all eight for the prettiest, which matters on a crumpled
# label and not on a screen, takes five times as long as all the rest.
_MASK = 2


def qr_code(text: str) -> str:
    """Return a QR code as SVG, a unit per module and the margin that the standard asks for."""
    import qrcode  # noqa: PLC0415 loaded late: one page draws codes

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_L, mask_pattern=_MASK)
    code.add_data(text)
    modules = code.get_matrix()
    size = len(modules)
    drawn = "".join(_row(number, row) for number, row in enumerate(modules))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{drawn}"/></svg>'


def _row(number: int, modules: list[bool]) -> str:
    """Return a row as a path: one rectangle for each run of dark modules."""
    found, at = [], 0
    for is_dark, run in groupby(modules):
        length = len(list(run))
        if is_dark:
            found.append(f"M{at} {number}h{length}v1h-{length}z")
        at += length
    return "".join(found)
