"""Repair of damaged text: what every reader's lines go through before they are understood."""

from __future__ import annotations

from dataclasses import replace

from samenspraak.core.extraction.source import SourceText
from samenspraak.engines.knowledge.lexicon import dutch_lexicon
from samenspraak.engines.readers.repair.hyphenation import join_divided_words
from samenspraak.engines.readers.repair.letters import spell_out
from samenspraak.engines.readers.repair.ligatures import LigatureMender
from samenspraak.engines.readers.repair.ocr_slips import mend_ocr_slips
from samenspraak.engines.readers.repair.running_heads import remove_running_heads
from samenspraak.engines.readers.repair.tally import Tally
from samenspraak.engines.readers.repair.vanished import restore_vanished
from samenspraak.engines.readers.repair.wording import Wording

__all__ = ["mend"]


def mend(source: SourceText) -> SourceText:
    """Return the document with its lines and cells mended, its running heads left out, and what was done in `repairs`.

    The raw text stays as it is; the origins of every line keep pointing into it.
    """
    lexicon, tally = dutch_lexicon(), Tally()
    ligatures = LigatureMender(lexicon, tally)
    wording = spell_out(Wording(source.flow), tally)
    wording = ligatures.mend(wording)
    wording = restore_vanished(wording, lexicon, tally)
    # Heads and page numbers go before words are joined: they stand between the halves of a word.
    wording = wording.replaced(remove_running_heads(wording.flow, source.page_sizes, tally))
    wording = join_divided_words(wording, lexicon, tally)
    # Once more: half a word can be nothing but damage, and says something only when it is joined to the other half.
    wording = ligatures.mend(wording)
    wording = mend_ocr_slips(wording, lexicon, tally)
    return replace(source, flow=wording.flow, repairs=source.repairs + tally.repairs())
