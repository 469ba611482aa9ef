"""서울파이낸스."""

from newscrawl.bases.ndsoft import NdSoft


class Seoulfn(NdSoft):
    name = "seoulfn"
    publisher = "서울파이낸스"
    home = "https://www.seoulfn.com"
