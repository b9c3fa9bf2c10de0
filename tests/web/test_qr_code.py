"""The picture that an app for codes scans: the modules of the code, drawn in rows."""

from __future__ import annotations

import re

import pytest
import qrcode

from samenspraak.web.workspace.accounts.qr_code import qr_code

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


@pytest.mark.parametrize("text", ["a", "otpauth://totp/Samenspraak:noor%40voorbeeld.nl?secret=JBSWY3DPEHPK3PXP"])
def test_every_dark_module_is_drawn_and_no_other(text: str) -> None:
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_L, mask_pattern=2)
    code.add_data(text)
    wanted = {(x, y) for y, row in enumerate(code.get_matrix()) for x, is_dark in enumerate(row) if is_dark}
    runs = [tuple(map(int, found)) for found in RUN.findall(qr_code(text))]
    assert all(length == back for _, _, length, back in runs)
    assert {(x + more, y) for x, y, length, _ in runs for more in range(length)} == wanted
