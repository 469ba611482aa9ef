"""디지털투데이."""

from newscrawl.bases.ndsoft import NdSoft


class Digitaltoday(NdSoft):
    name = "digitaltoday"
    publisher = "디지털투데이"
    home = "https://www.digitaltoday.co.kr"
