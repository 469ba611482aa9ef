"""The sources that tests/test_doctor.py examines: one paper, each time with something else about it broken."""

from newscrawl.bases.source import Source
from newscrawl.discovery import Feed, Listing
from newscrawl.extract.page import ArticlePage

WAYS = "well renamed region html_feed empty_list gone_list error_list challenge robots unreachable selector title undated consent refusing"


def _paper(name: str) -> type[Source]:
    front = f"http://{name.replace('_', '-')}.test" if name != "refusing" else "http://127.0.0.1:1"
    return type(
        name,
        (Source,),
        dict(
            name=name,
            publisher="시험일보",
            allowed_domains=[front.removeprefix("http://")],
            article_url=rf"{name.replace('_', '-')}\.test/article/(?P<id>\d+)",
            discovery=(
                Listing(section="경제", url=f"{front}/list", region="#list"),
                Feed(section="증권", url=f"{front}/feed.xml"),
                Feed(section="산업", url=f"{front}/more.xml"),
            ),
            pages=(ArticlePage(body="#text", title="h1", published=".published"),),
            __module__=__name__,
        ),
    )


for _way in WAYS.split():
    globals()[_way] = _paper(_way)
