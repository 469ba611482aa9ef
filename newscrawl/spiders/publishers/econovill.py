"""이코노믹리뷰."""

from newscrawl.bases.ndsoft import NdSoft


class Econovill(NdSoft):
    name = "econovill"
    publisher = "이코노믹리뷰"
    home = "https://www.econovill.com"
