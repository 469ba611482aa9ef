"""연합인포맥스."""

from newscrawl.bases.ndsoft import NdSoft


class Einfomax(NdSoft):
    name = "einfomax"
    publisher = "연합인포맥스"
    home = "https://news.einfomax.co.kr"
    lists = {
        "증권": "S1N2",
        "IB/기업": "S1N7",
        "정책/금융": "S1N15",
        "채권/외환": "S1N16",
        "부동산": "S1N17",
        "해외주식": "S1N21",
        "국제": "S1N23",
    }
    feeds = lists
