"""EBN."""

from newscrawl.bases.ndsoft import NdSoft


class Ebn(NdSoft):
    name = "ebn"
    publisher = "EBN"
    allowed_domains = ["ebn.co.kr"]
    home = "https://www.ebn.co.kr"
