"""블로터."""

from newscrawl.bases.ndsoft import NdSoft


class Bloter(NdSoft):
    name = "bloter"
    publisher = "블로터"
    home = "https://www.bloter.net"
