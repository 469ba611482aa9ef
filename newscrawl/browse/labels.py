"""What the pages call things in Korean: statuses, fields, and Datasette's tables and columns."""

from __future__ import annotations

from typing import Any

from newscrawl.storage.models import Base

STATUSES = dict(healthy="정상", degraded="주의", failed="실패")
FILTERS = dict(publisher="언론사", source="출처", category="분류", day="날짜", stock="종목")
FIELDS = dict(published_at="시각", authors="기자", section="지면", category="분류", subtitle="부제", images="사진")
CHANGES = dict(same="같음", dropped="빠짐", added="더함", reworded="고침", moved="옮김")

COLUMNS = dict(
    id="번호",
    article_id="기사 번호",
    position="순서",
    source="출처: 기사를 가져온 사이트",
    publisher="언론사",
    url="주소",
    url_key="주소의 열쇠",
    original_url="포털이 알려 준 원문 주소",
    original_key="원문 주소의 열쇠",
    own="언론사 누리집에서 가져왔으면 1, 포털이면 0",
    title="제목",
    subtitle="부제",
    body="본문",
    dateline="발신지",
    published_at="발행 시각 (UTC)",
    modified_at="수정 시각 (UTC)",
    section="지면에 적힌 분류",
    category="열 가지 경제 분류",
    premium="유료 기사면 1",
    language="언어",
    extraction="각 항목을 읽어 낸 방법",
    content_hash="제목·부제·본문의 지문",
    body_hash="본문의 지문",
    story_id="기사 묶음",
    fetched_at="지금 본문을 처음 본 시각 (UTC)",
    wire="통신사",
    keys_version="사본을 찾는 규칙의 판",
    stocks_version="종목을 찾는 규칙의 판",
    etag="서버가 준 ETag",
    last_modified="서버가 준 Last-Modified",
)

TABLES: dict[str, tuple[str, str, dict[str, str]]] = {
    "articles": ("기사", "한 언론사의 기사 하나가 한 줄입니다.", {}),
    "article_authors": ("기자", "기사에 이름을 올린 사람", dict(name="이름", email="전자우편", role="직함")),
    "article_images": ("사진", "기사에 실린 사진의 주소와 설명", dict(url="주소", caption="설명")),
    "article_stocks": ("종목", "기사가 종목 코드로 부른 종목", dict(code="종목 코드", name="종목 이름")),
    "copies": (
        "사본",
        "같은 기사를 보여 준 다른 페이지(포털, AMP, 모바일)",
        dict(similarity="본문이 같은 정도, 0~1", first_seen_at="처음 본 시각 (UTC)"),
    ),
    "revisions": ("수정 이력", "기사가 고쳐지기 전의 글", dict(revision="차례", seen_at="그 글을 처음 본 시각 (UTC)")),
    "stories": (
        "기사 묶음",
        "여러 언론사가 같은 글을 전한 기사들",
        dict(first_article_id="처음 전한 기사", size="기사 수", wire="통신사"),
    ),
    "urls": (
        "주소",
        "목록에 나온 모든 주소와 그 결과",
        dict(
            channel="주소를 알린 목록",
            outcome="결과",
            attempts="시도한 횟수",
            discovered_at="처음 알려진 시각 (UTC)",
            last_at="마지막 결과의 시각 (UTC)",
        ),
    ),
    "channels": ("목록", "출처가 기사를 알리는 페이지", dict(channel="이름", seen_at="마지막 답을 받은 시각 (UTC)")),
    "runs": (
        "수집 기록",
        "한 출처를 한 번 수집한 기록",
        dict(
            started_at="시작 (UTC)",
            finished_at="끝 (UTC)",
            reason="끝난 까닭",
            status="상태: healthy degraded failed",
            counters="센 값",
        ),
    ),
}
"""Of each table its name, what a row is, and what its columns are; columns that mean the same everywhere are in `COLUMNS`."""


def metadata() -> dict[str, Any]:
    """Datasette's metadata: names of tables and columns, facets, and which tables are nobody's business."""
    tables: dict[str, dict[str, Any]] = {
        name: dict(
            title=f"{title} ({name})",
            description=description,
            columns={c: word for c, word in (COLUMNS | columns).items() if c in Base.metadata.tables[name].columns},
        )
        for name, (title, description, columns) in TABLES.items()
    }
    # Datasette counts days in UTC, as the column has them; the search page has Seoul's.
    tables["articles"] |= dict(
        facets=["publisher", "source", "category", {"date": "published_at"}], sort_desc="published_at", size=50
    )
    tables["stories"] |= dict(label_column="id", sort_desc="id")
    tables["runs"] |= dict(facets=["source", "status"], sort_desc="id")
    tables["urls"] |= dict(facets=["source", "outcome"])
    hidden = {name: dict(hidden=True) for name in ("alembic_version", "text_keys", "search_queue", "article_search")}
    return dict(title="newscrawl", databases=dict(newscrawl=dict(tables=tables | hidden)))
