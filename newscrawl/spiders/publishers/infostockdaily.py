"""인포스탁데일리."""

from newscrawl.bases.ndsoft import NdSoft


class Infostockdaily(NdSoft):
    name = "infostockdaily"
    publisher = "인포스탁데일리"
    home = "https://www.infostockdaily.co.kr"
