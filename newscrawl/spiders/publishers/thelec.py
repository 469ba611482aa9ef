"""디일렉."""

from newscrawl.bases.ndsoft import NdSoft


class Thelec(NdSoft):
    name = "thelec"
    publisher = "디일렉"
    home = "https://www.thelec.kr"
