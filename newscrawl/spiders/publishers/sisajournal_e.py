"""시사저널e."""

from newscrawl.bases.ndsoft import NdSoft


class SisajournalE(NdSoft):
    name = "sisajournal_e"
    publisher = "시사저널e"
    home = "https://www.sisajournal-e.com"
