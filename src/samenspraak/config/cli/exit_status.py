"""How a command ends, as other programs see it (sysexits.h for 70, the shell's custom for 130)."""

from __future__ import annotations

DONE = 0
REFUSED = 2  # the command or a file is wrong; one sentence says what
OUR_FAULT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
