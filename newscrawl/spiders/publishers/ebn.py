"""EBN."""

from newscrawl.bases.ndsoft import NdSoft


class Ebn(NdSoft):
    name = "ebn"
    publisher = "EBN"
    home = "https://www.ebn.co.kr"
