"""더스쿠프."""

from newscrawl.bases.ndsoft import NdSoft


class Thescoop(NdSoft):
    name = "thescoop"
    publisher = "더스쿠프"
    home = "https://www.thescoop.co.kr"
