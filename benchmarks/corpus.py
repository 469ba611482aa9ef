"""A labelled set of invented economic news: copies, rewritings and the traps that look like them, the same every time.

Every piece is composed of sentences that each have two or more phrasings of the same facts, so that a rewriting says the
same in other words; companies, people and numbers are invented. Nothing here knows how duplicates are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from newscrawl.items import Article, Author

SEOUL = ZoneInfo("Asia/Seoul")
START = datetime(2026, 9, 1, tzinfo=SEOUL)
DAYS = 60


class Page(NamedTuple):
    """A page with its labels: pages of one `piece` are one row, pages of one `story` tell the same text or news."""

    article: Article
    story: str
    piece: str


class Case(NamedTuple):
    """Two pages by their places in the list, and whether they end as one "article", in one "story" or "apart"."""

    kind: str
    together: str
    first: int
    second: int


class Paper(NamedTuple):
    """A publisher: its Korean name, its mail domain, its number at the portal (none: not shown there), its addresses."""

    name: str
    mail: str
    office: str | None
    address: str


PAPERS = {
    "mk": Paper("매일경제", "mk.co.kr", "009", "https://www.mk.co.kr/news/{section}/{serial}"),
    "sedaily": Paper("서울경제", "sedaily.com", "011", "https://www.sedaily.com/article/2{serial:07}"),
    "hankyung": Paper("한국경제", "hankyung.com", "015", "https://www.hankyung.com/article/{day}{low:04}{letter}"),
    "yna": Paper("연합뉴스", "yna.co.kr", "001", "https://www.yna.co.kr/view/AKR{day}{low:06}002"),
    "newsis": Paper("뉴시스", "newsis.com", "003", "https://www.newsis.com/view/NISX{day}_00{serial:08}"),
    "edaily": Paper("이데일리", "edaily.co.kr", "018", "https://www.edaily.co.kr/News/Read?newsId=0{serial:08}64258336&mediaCodeNo=257"),
    "asiae": Paper("아시아경제", "asiae.co.kr", "277", "https://www.asiae.co.kr/article/{second}{low:05}"),
    "fnnews": Paper("파이낸셜뉴스", "fnnews.com", "014", "https://www.fnnews.com/news/{second}{low:04}"),
    "news1": Paper("뉴스1", "news1.kr", "421", "https://www.news1.kr/finance/general-stock/{million}"),
    "newspim": Paper("뉴스핌", "newspim.com", None, "https://www.newspim.com/news/view/{day}{low:06}"),
    "etoday": Paper("이투데이", "etoday.co.kr", None, "https://www.etoday.co.kr/news/view/{million}"),
    "mt": Paper("머니투데이", "mt.co.kr", "008", "https://www.mt.co.kr/{section}/{slashed}/{second}{low:05}"),
}  # fmt: skip
PORTALS = {
    "naver": "https://n.news.naver.com/mnews/article/{office}/{serial:010}",
    "daum": "https://v.daum.net/v/{second}{tail:03}",
    "zum": "https://news.zum.com/articles/1{serial:08}",
    "nate": "https://news.nate.com/view/{day}n{low:05}",
}
AGENCIES = ("yna", "newsis", "news1", "newspim")
NEWSPAPERS = tuple(name for name in PAPERS if name not in AGENCIES)

# name and section of a topic; then its bodies (who), their titles (role), series=unit (what), words, quotations (q), sentences (s)
TOPICS = """
# 기준금리 economy
who 한국은행; 금융통화위원회; 금융위원회
role 총재; 부총재; 금통위원
what 기준금리 전망치=%; 주택담보대출 평균 금리=%; 은행권 예금 금리=%; 신규 취급액 기준 코픽스=%; 시장금리 연동 대출 잔액=조; 변동금리 대출 비중=%
cause 미국의 금리 동결 장기화; 가계부채 재확대; 원화 약세; 수도권 집값 오름세; 내수 회복 지연; 식료품 물가 불안; 한미 금리 역전
effect 이자 부담 증가; 자본 유출; 소비 위축; 한계 차주 부실; 경기 회복 지연; 통화정책 신뢰 훼손
policy 통화정책 운용 방향 개편; 기준금리 조정; 금융중개지원대출 확대; 조건부 금리 전망 공개; 유동성 공급 대책
players 시중은행; 차주들; 채권시장 참가자들; 중소기업; 영끌족
item 변동금리 대출; 고정금리 상품; 전세대출; 정기예금; 신용대출
co 은행; 금융지주; 캐피탈
q 금리를 서둘러 움직일 때가 아니다; 물가와 금융 안정을 함께 봐야 한다; 시장이 앞서가고 있다; 인하 폭은 {bp} 안팎이 적절하다
s 금통위원 7명 가운데 {n1}명이 동결 의견을, 나머지가 인하 소수의견을 냈다. || 소수의견은 인하였다. 금통위원 7명 중 {n1}명은 동결에 손을 들었다.
s 시장에서는 연내 {bp} 추가 조정 가능성을 {pct} 반영하고 있다. || 연내에 {bp} 더 움직일 확률이 {pct}라는 것이 채권 가격에 담긴 시장의 생각이다.
# 환율 economy
who 외환당국; 한국은행; 기획재정부
role 차관; 국제금융국장; 부총재보
what 외환보유액=달러; 거주자 외화예금 잔액=달러; 원/달러 일평균 변동 폭=원; 수출기업 환헤지 비율=%; 외국인 채권 보유액=조
cause 달러 강세; 엔화 약세; 서학개미의 해외 투자 증가; 미국 고용 호조; 위안화 약세; 중동 긴장 고조
effect 수입 물가 상승; 수출 채산성 악화; 외국인 자금 이탈; 환헤지 비용 증가; 투자 심리 위축
policy 외환시장 구조 개선; 선물환 한도 조정; 국민연금과의 통화스와프 연장; 외환 거래시간 연장; 외화 유동성 점검
players 수출기업; 수입업체들; 유학생 가정; 외국계 은행; 항공사들
item 달러 예금; 원자재 수입; 외화 대출; 환헤지 상품; 해외 직구
co 무역; 상사; 항공
q 쏠림이 과도하면 안정 조치에 나서겠다; 환율 수준보다 변동성이 문제다; 당분간 {usd} 규모의 달러 수요가 이어진다; 수입 원가를 감당할 수 없다
s 네고 물량이 나오면서 상단이 막혔지만 결제 수요가 꾸준해 하단도 단단했다. || 결제 수요가 아래를, 네고 물량이 위를 눌러 등락 폭은 크지 않았다.
s 국민연금은 올해 들어 {usd} 규모로 환헤지를 늘린 것으로 알려졌다. || 올해 국민연금이 새로 한 환헤지는 {usd:로} 추정된다.
# 부동산 realestate
who 국토교통부; 한국부동산원; 서울시
role 장관; 주택정책관; 원장
what 서울 아파트 매매 거래량=건; 수도권 미분양 주택=가구; 아파트 전셋값 상승률=%; 3.3㎡당 분양가=원; 전세가율=%; 주택 인허가 물량=가구
cause 입주 물량 감소; 대출 규제 강화; 재건축 기대감; 공사비 급등; 전세 매물 부족; 토지거래허가구역 확대
effect 전세난 심화; 거래 절벽; 청약 과열; 공급 위축; 지역 양극화
policy 주택 공급 대책; 재건축 안전진단 완화; 생애 최초 대출 우대; 공공분양 확대; 토지거래허가구역 해제
players 무주택자들; 재건축 조합들; 공인중개사들; 다주택자들; 시행사들
item 재건축 아파트; 빌라; 오피스텔; 신축 대단지; 분양권
co 건설; 개발; 자산신탁
q 지금 사지 않으면 늦는다는 불안이 번지고 있다; 전세를 찾는 전화가 하루 {n}통씩 온다; 대출이 막혀 매수 문의가 끊겼다; 공급 없이는 집값을 잡을 수 없다
s 송파구의 한 단지 전용면적 84㎡는 {day} {bigwon}에 거래돼 종전 최고가를 넘어섰다. || 전용 84㎡ 기준 {bigwon}. {day} 송파구 한 단지에서 새로 쓰인 최고가다.
s 청약에는 {cnt:이} 몰려 평균 경쟁률이 {n} 대 1에 달했다. || 평균 {n} 대 1의 경쟁률을 만든 것은 {cnt}의 청약 통장이었다.
# 반도체 business
who 산업통상자원부; 한국무역협회; 한국반도체산업협회
role 장관; 무역투자실장; 부회장
what 반도체 수출액=달러; D램 가격 상승률=%; 시스템반도체 수출액=달러; HBM 매출 비중=%; 반도체 재고=조; 반도체 설비투자=조
cause 인공지능 서버 수요 급증; 미국의 수출 통제; 중국 업체의 증설; 메모리 감산 종료; 스마트폰 수요 부진
effect 가격 협상력 약화; 공급 과잉; 장비 투자 지연; 수출 쏠림 심화; 인력 유출
policy 반도체 특별법 제정; 용인 클러스터 전력망 구축; 국가전략기술 세액공제 연장; 소부장 국산화 지원; 첨단 패키징 지원
players 메모리 업체들; 장비 업체들; 팹리스 업체들; 파운드리 업계; 협력사들
item HBM; D램; 낸드플래시; 식각 장비; 첨단 패키징; 전력 반도체
co 반도체; 세미콘; 실리콘; 머티리얼즈
q 내년 물량은 이미 다 팔렸다; 범용 제품 가격이 {pct} 더 오를 수 있다; 전력과 용수가 제때 들어와야 한다; 수율 싸움이 승부를 가른다
s 범용 D램(DDR4 8Gb) 가격은 한 달 만에 {pct} 올라 {tinyusd:을} 기록했다. || 한 달 새 {pct} 뛴 범용 D램(DDR4 8Gb)은 {tinyusd}에 거래됐다.
s 대중국 수출은 {pct} 줄었지만 대만으로 나간 물량이 {pct2} 늘어 빈자리를 메웠다. || 대만행 물량이 {pct2} 늘면서 중국에서 빠진 {pct:을} 벌충했다.
"""
# role, then the phrasings of one sentence: {slot:particle}, <either/or>, (rising~falling)
PATTERNS = """
title.figure {what} {value}…{change} (늘어~줄어) || {lastmonth} {what} {change} (증가~감소)…{cause} 영향 || {what}, {value:로} (껑충~뚝)…“{effect} 우려”
title.figure {cause}에 {what} (급증~급감)…{value} || {what} {value} 기록…{who} “{effect} 점검” || {what} {change} (↑~↓)…{players} (한숨 돌려~비상)
title.figure “{effect}”…{what} {value:로} (확대~축소) || {lastmonth} {what} (상승~하락) 전환…{value} || {what} {value}, 한 달 새 {change} (뛰었다~빠졌다)
title.policy {who}, {policy} 추진…{effect} 막는다 || {policy} 본격화…{players} 촉각 || {who} “{policy} 속도”…{nextday} 세부안
title.policy {policy}에 {eok} 투입…{players} 지원 || {who}, {nextday} {policy} 확정…{item} 포함 || “{effect} 대응”…정부, {policy} 카드 꺼냈다
title.policy {role} {official} “{policy}, 연내 마무리” || {who} {policy} 가닥…{cause} 고려 || {policy} 윤곽 나왔다…{players} 대상 확대
title.company {co}, {item}에 {eok} 투자…{nextyear} 가동 || {co} {item} 사업 키운다…{eok} 베팅 || {ceo} {co} 대표 “{item}에 {eok} 쓰겠다”
title.company {co}, {country} {item} 시장 공략…{eok} 계약 || “{cause} 넘는다”…{co}, {country}서 {eok} 수주 || {co}, {country} 기업과 {item} 공급 계약…{eok} 규모
title.company {co}, {item} 사업부 떼어낸다…{nextday} 주총 || {item} 물적분할 나선 {co}…“{effect} 대비” || {co} {item} 자회사 신설…몸값 {eok} 거론
title.opinion “{effect} 온다”…{house} 경고 || {house} “{cause} 길어지면 {effect}” || {cause}發 {effect} 경보…{house} “{pct} 충격”
title.opinion {policy} 놓고 엇갈린 {players}…“{effect}” vs “불가피” || “{policy} 탓에 {effect}”…{players} 반발 || {players} 반발에 {policy} 진통…{who} “예정대로”
title.opinion {cause}에 {players} 울상…“{effect} 피부로 느껴” || 현장선 벌써 {effect}…{players} “{policy} 서둘러야” || [르포] {cause} 직격탄 맞은 {city}…{players} “버티기 힘들다”
lead.figure {lastmonth} {what:이} {value:로} 집계돼 한 달 전보다 {change} <(늘었다~줄었다)/(증가했다~감소했다)>. || {what:이} 전달에 견줘 {change} (불어난~쪼그라든) {value:로} <나타났다/조사됐다>.
lead.figure {cause}의 <영향으로/여파로> {lastmonth} {what:이} {change} (증가~감소)했다. {who:이} {day} 발표한 자료에 따르면 {what:은} {value}였다. || {who:은} {day} {lastmonth} {what:이} {value:로} {change} (커졌다~작아졌다)고 <밝혔다/발표했다>. {cause:이} 주된 배경으로 꼽힌다.
lead.figure {what:이} {value}까지 (올라서면서~내려앉으면서) {players} 사이에서 {effect:을} <걱정하는/우려하는> 목소리가 커지고 있다. || {players:이} {effect:을} <우려하고/염려하고> 있다. {lastmonth} {what:이} {value:로} (뛰었기~떨어졌기) 때문이다.
lead.figure {what} (증가세~감소세)가 심상치 않다. {day} {who}에 따르면 {lastmonth} {what:은} {value:로}, 지난해 같은 달보다 {change} (많았다~적었다). || 지난해 같은 달과 비교한 {what} 변동 폭이 {change}에 달했다. {who:이} {day} 내놓은 {lastmonth} 통계에서 {what:은} {value:로} (높아졌다~낮아졌다).
lead.policy {who:이} {policy:을} <추진한다/본격 추진한다>. {effect:을} 막고 {players:을} 돕기 위한 조치로, 모두 {eok:이} 들어간다. || 정부가 {eok:을} 들여 {policy}에 나선다. {who:은} {day} {players:을} 지원하고 {effect:을} 차단하기 위해 이 같은 방안을 마련했다고 <밝혔다/설명했다>.
lead.policy {who:이} {nextday}부터 {policy}에 들어간다. {official} {role:은} {day} “{q}”고 <말했다/밝혔다>. || {official} {who} {role:이} {day} 기자들과 만나 “{q}”고 했다. {nextday} 시작되는 {policy:을} 두고 한 말이다.
lead.policy {policy:이} 이르면 {nextday} 확정된다. {day} 관계 부처에 따르면 {who:은} {item:을} 포함한 세부 방안을 <다듬고/조율하고> 있다. || {who:이} {item:을} 담은 {policy} 세부안을 막바지 조율 중인 것으로 {day} 확인됐다. 확정 시점으로는 {nextday:이} 거론된다.
lead.company {co:이} {item} 사업에 {eok:을} 투자한다. {day} 업계에 따르면 {co:은} {nextyear}까지 {city}에 {item} 설비를 <갖추기로/짓기로> 했다. || {city}에 {nextyear} {item} 설비가 들어선다. {co:은} {day} 이사회를 열어 {eok} 규모의 투자 안건을 <의결했다/통과시켰다>.
lead.company {co:은} {country} 기업과 {eok} 규모의 {item} 공급 계약을 <맺었다/체결했다>고 {day} 공시했다. 지난해 매출의 {pct}에 해당하는 금액이다. || {day} 금융감독원 전자공시에 따르면 {co:이} {country}에서 {eok}짜리 {item} 계약을 따냈다. 회사 연매출의 {pct:과} 맞먹는 규모다.
lead.company {co:이} {item} 부문을 떼어내 자회사로 둔다. 회사는 {day} 이사회에서 이런 내용의 분할 계획서를 승인하고 {nextday} 임시 주주총회에 올리기로 했다. || {nextday} 열리는 {co} 임시 주주총회에 {item} 부문 분할 안건이 오른다. {day} 이사회가 자회사 신설을 담은 계획서를 통과시킨 데 따른 것이다.
lead.opinion {cause:이} 이어질 경우 {effect:이} <불가피하다/현실이 된다>는 경고가 나왔다. {house:은} {day} 보고서에서 관련 비용을 {eok:로} 추산했다. || {eok}. {house:이} {day} 펴낸 보고서에서 계산한 {cause}의 비용이다. 보고서는 {effect:이} 시간문제라고 <진단했다/지적했다>.
lead.opinion {policy:을} 둘러싼 갈등이 <깊어지고/커지고> 있다. {players:은} {effect:을} 이유로 반대하고, {who:은} 예정대로 밀어붙이겠다는 태도다. || {who:이} 물러서지 않으면서 {policy} 논란이 <길어지고/확산하고> 있다. {effect:을} 걱정하는 {players}의 반발도 거세다.
lead.opinion {day} 찾은 {city}의 한 {item} 업체. {name} 대표는 장부를 보여주며 “{q}”고 <했다/털어놨다>. || “{q}.” {city}에서 {item} 업체를 운영하는 {name} 대표는 {day} 기자에게 이렇게 <토로했다/하소연했다>.
figure 항목별로는 {item:이} {pct}, {item2:이} {pct2} (늘었고~줄었고), 나머지는 큰 변화가 없었다. || {item:과} {item2:이} 각각 {pct}, {pct2} (증가~감소)한 것이 눈에 띈다. 다른 항목은 제자리였다.
figure {what:은} {value:로} 전월 대비 {change} (상승~하락)했다. || 한 달 전과 비교하면 {what:은} {change} (오른~내린) {value}다.
figure 특히 {item} 비중이 {pct:로} 1년 전 {pct2}에서 크게 달라졌다. || 1년 전 {pct2}이던 {item}의 몫은 이번에 {pct:로} 바뀌었다.
figure 지역별로는 {city:이} {pct:로} 가장 높았고 {city2}({pct2}), {city3}({pct3}) 순이었다. || {city:이} {pct:로} 1위를 차지했다. {city2:은} {pct2}, {city3:은} {pct3:로} 뒤를 이었다.
figure {players} 가운데 {men:이} 관련 지원을 신청했지만 실제로 받은 사람은 {pct}에 그쳤다. || 지원을 받은 비율은 {pct:로}, 신청자 {men}의 기대에 못 미쳤다.
figure 금액으로는 {jo:로}, 건수로는 {cnt:로} 집계됐다. || 모두 {cnt}, {jo}어치다.
figure 이 가운데 {item:이} {jo:로} 전체의 {pct:을} 차지했다. || 전체의 {pct}인 {jo:이} {item} 몫이었다.
figure 올해 들어 {lastmonth}까지 누적으로는 {jo:로}, 지난해 연간 실적의 {pct} 수준이다. || 1월부터 {lastmonth}까지 쌓인 금액은 {jo}다. 작년 한 해의 {pct}까지 찬 셈이다.
compare {what:이} 이 정도로 (오른~내린) 것은 {pastyear} 이후 처음이다. || {pastyear} 뒤로 {what} (상승~하락) 폭이 이만큼 컸던 적은 없었다.
compare 지난해 {quarter}만 해도 {what:은} {value} 수준이었다. || {what:은} 1년 전 같은 분기에 {value} 안팎을 오갔다.
compare {pastyear}의 {pct}, {pastyear2}의 {pct2:과} 견주면 속도가 확연히 다르다. || 증가율은 {pastyear} {pct}, {pastyear2} {pct2}였다. 이번에는 속도가 <딴판이다/전혀 다르다>.
compare 경제협력개발기구(OECD) 평균은 {pct:로}, 한국과 {pp} 차이가 난다. || 한국은 OECD 평균({pct})과 {pp}의 격차를 보였다.
compare 같은 기간 {country:은} {pct}, {country2:은} {pct2:을} 각각 기록했다. || 해외와 비교해 보면 {country}에서는 {pct}, {country2}에서는 {pct2}였다.
quote {house} {name} {post:은} “{q}”고 <말했다/분석했다/내다봤다>. || “{q}”는 것이 {name} {house} {post}의 <설명/진단>이다.
quote {name} {univ} 경제학과 교수는 “{q}”며 “{q2}”고 <지적했다/강조했다>. || {univ} {name} 교수(경제학)는 두 가지를 짚었다. “{q}”는 것과 “{q2}”는 것이다.
quote {who} 관계자는 “{q}”고 <설명했다/말했다>. || 이에 대해 {who} 쪽은 “{q}”는 <입장이다/설명을 내놨다>.
quote 업계 관계자는 “{q}”고 <귀띔했다/전했다>. || “{q}.” 익명을 요구한 업계 한 임원의 말이다.
quote {official} {role:은} 이날 “{q}”면서 “{q2}”고 <밝혔다/덧붙였다>. || {role} {official:은} 간담회에서 “{q}”고 운을 뗀 뒤 “{q2}”고 <했다/말했다>.
quote {ceo} {co} 대표는 “{q}”고 <강조했다/자신했다>. || {co:을} 이끄는 {ceo} 대표의 생각은 분명하다. “{q}”는 것이다.
background {cause:은} 지난해 {quarter}부터 이어져 왔다. 여기에 {cause2}까지 겹쳤다. || 작년 {quarter} 시작된 {cause}에 최근 {cause2:이} 더해진 결과다.
background {policy:은} {pastyear} 처음 논의됐지만 {players}의 반대로 미뤄졌다. || {players:이} 반대하면서 {pastyear} 나온 {policy} 논의는 한동안 멈춰 있었다.
background 그동안 {players:은} {cause:을} 이유로 {policy:을} <요구해/건의해> 왔다. || {policy:은} {cause}에 시달려 온 {players}의 오랜 <숙원이다/요구 사항이다>.
background 배경에는 {cause:이} 있다. {item} 수요가 {pct} 움직이면서 {players}의 계산도 달라졌다. || {players:이} 셈법을 바꾼 것은 {cause}로 {item} 수요가 {pct} 변했기 때문이다.
background 시장에서는 {cause:을} 가장 큰 변수로 <꼽는다/본다>. {effect:은} 그다음 문제다. || {effect}보다 {cause:이} 더 큰 변수라는 것이 시장의 <중론이다/시각이다>.
outlook 전문가들은 {nextyear} {what:이} {value} 안팎에서 움직일 것으로 <내다본다/예상한다>. || {nextyear} {what} 전망치로는 {value} 전후가 가장 많이 거론된다.
outlook {house:은} {nextyear} 성장률을 {pct:로} 제시하며 {effect:을} 하방 요인으로 꼽았다. || {effect:을} 이유로 {house:이} 내놓은 {nextyear} 성장률 전망치는 {pct}다.
outlook 다만 {cause:이} 풀리면 {effect:은} 일시적 현상에 그칠 수 있다는 <반론도 나온다/지적도 있다>. || {effect:을} 잠깐의 일로 보는 쪽도 있다. {cause:이} 해소되기만 하면 된다는 것이다.
outlook 관건은 {policy}의 속도다. {nextday} 나올 세부안이 가늠자가 될 전망이다. || {nextday} 공개될 세부안을 보면 {policy:이} 얼마나 빨리 진행될지 알 수 있을 것으로 보인다.
outlook {who:은} {nextday} 후속 대책을 <내놓을/발표할> 예정이다. || 후속 대책은 {nextday} 나온다고 {who:은} 예고했다.
policy 지원 대상은 {players} {men:로}, 한도는 1인당 {won}이다. || {players} {men:이} 한 사람에 {won}까지 받을 수 있다.
policy 이번 방안에는 {policy:과} 함께 {item} 관련 규제 {n}건을 손보는 내용이 담겼다. || {item:을} 옥죄던 규제 {n}건도 {policy:과} 함께 정비된다.
policy 정부는 {nextyear} 예산안에 {eok:을} 반영했다. 올해보다 {pct} 늘어난 규모다. || {nextyear} 관련 예산은 {eok:로}, 올해보다 {pct} 많다.
policy 신청은 {nextday}부터 전국 {n}곳 창구에서 받는다. || 전국 창구 {n}곳이 {nextday} 접수를 시작한다.
dispute {players:은} “{q}”며 반발했다. 반면 {players2:은} 환영하는 분위기다. || {players2:이} 반기는 것과 달리 {players}의 반응은 차갑다. “{q}”는 것이다.
dispute 야당은 {policy:이} {effect:을} 부를 수 있다고 <비판했다/각을 세웠다>. || {effect} 가능성을 들어 야당이 {policy:을} <문제 삼았다/공격하고 나섰다>.
dispute 정치권에서도 {policy:을} 두고 의견이 갈린다. 국회 논의는 {nextday} 재개된다. || {nextday} 다시 열리는 국회 상임위원회에서 {policy:은} 뜨거운 감자가 될 전망이다.
plan {co:은} {nextyear} {item} 매출 목표를 {eok:로} 잡았다. 올해보다 {pct} 높은 수준이다. || {nextyear} {item}에서 올해보다 {pct} 많은 {eok:을} 벌겠다는 게 {co}의 목표다.
plan {co:은} {country} 생산 비중을 {pct}까지 끌어올리기로 했다. || {country}에서 만드는 물량을 {pct:로} 높이는 방안도 {co:이} <검토하는/추진하는> 과제다.
plan {co2:은} 이에 맞서 {item}에 {eok:을} 쏟아붓는다. || 경쟁사인 {co2:이} {item}에 책정한 돈은 {eok}이다.
consumer {city}에 사는 {name}({age}) 씨는 지난달 {item} 비용으로 {won:을} 썼다. 1년 전보다 {pct} 많다. || 직장인 {name}({age}·{city}) 씨의 지난달 {item} 지출은 {won}. 한 해 사이 {pct} 늘었다.
consumer 자영업자 {name}({age}) 씨는 “{q}”고 <한숨을 쉬었다/토로했다>. || {city}에서 가게를 하는 {name}({age}) 씨의 말도 같다. “{q}”는 것이다.
market 이날 {co} 주가는 전 거래일보다 {pct} (오른~내린) {won:로} 거래를 마쳤다. || {co:은} {pct} (상승~하락)한 {won}에 장을 마감했다.
market 외국인은 {eok:을} (순매수~순매도)했고 기관은 {eok2:을} (팔아치웠다~사들였다). || 기관이 {eok2:을} (내던지는~쓸어담는) 동안 외국인은 {eok}어치를 (담았다~털어냈다).
market {house:은} {co}의 목표주가를 {won:로} {pct} (올렸다~낮췄다). || {co} 목표주가를 {pct} (상향~하향) 조정한 {house:은} 적정 가격을 {won:로} 봤다.
said {cause:이} 이어지는 한 {effect:은} 피하기 어렵다
said {policy:이} 늦어질수록 {players}의 부담이 커진다
said {effect}에 대비해 {n}개 과제를 점검하고 있다
said 지금으로서는 {cause:이} 언제 끝날지 알 수 없다
said {players} 처지에서는 선택지가 많지 않다
said {policy}만으로는 부족하다
said {item} 쪽은 이미 회복 국면에 들어섰다
"""
POOLS = """
family 김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 전 홍 고 문 양 손 배 백 허 유 남 심 노 하 곽 성 차 주 우 구 민 진 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반
given 도 서 하 지 민 현 재 수 은 가 나 다 라 태 영 상 동 세 유 예 시 채 건 승 준 소 윤 아 해 규 형 성 경 희 정 주 찬 기 우 인
given2 윤 온 라 든 안 솔 율 우 진 호 석 훈 영 경 숙 희 민 아 연 린 빈 환 철 수 근 섭 미 정 은 혁 완 균 범 겸 찬 람 별
brand 한빛 세온 다올린 누리안 가온솔 태림 동해원 서하 라온비 미르텍 한결 은성 보람 푸른솔 대윤 금하 새론 아라온 도담 해솔 청운 우람 바름 이룸 하늬 단비 온새 마루한 늘품 소담 윤슬 가람 나래 세빛 다산온 한울림 예담 백두원 송현 유원 성하 광명원 태백온 신우람 정도원 화림 율하 코람 넥시온 오르빗 제니온 에이든 루멘 바이텐 솔라온 모던큐 퀀텀원 유니벨 카이로 델타온 노바텍
research 증권 투자증권 경제연구소 자산운용 금융연구원 경영연구원
post 연구원 수석연구원 센터장 연구위원 선임연구원 이코노미스트 팀장
univ 한빛 서현 가온 동명 새길 남한 중원 해동 백운 청송 광교 세림
city 서울 부산 대구 인천 광주 대전 울산 세종 수원 용인 평택 천안 청주 전주 군산 여수 포항 구미 창원 김해 춘천 원주 강릉 제주 안산 화성 파주 김포
country 미국 중국 일본 독일 베트남 인도 폴란드 인도네시아 사우디아라비아 호주 캐나다 브라질 대만 영국 프랑스 헝가리 튀르키예 태국 멕시코 아랍에미리트
login hong econ news kim2 today min fact report press desk biz js sy hj market write
caption 서울_여의도_증권가_모습 서울_중구_한국은행_본점 부산항_신선대부두에_쌓인_컨테이너 서울_송파구_일대_아파트_단지 서울_시내_한_대형마트 정부세종청사_전경 서울_을지로_은행_창구 인천국제공항_화물터미널 경기_평택항에_늘어선_수출_차량 서울_시내_한_주유소 회의에_참석한_관계자들 본사_사옥_전경
credit 연합뉴스 뉴시스 뉴스1 이데일리_DB 게티이미지뱅크 각사 회사_제공 매경DB 한경DB
"""

Line = tuple[str, ...]  # one sentence or two in their phrasings: the printed one first
Deck = dict[str, list[str]]
FINALS = {"0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8, "L": 8, "M": 16, "N": 4, "R": 8}
PARTICLES = {"은": "은는", "이": "이가", "을": "을를", "과": "과와", "라": "이라", "로": "으로"}
SLOT = re.compile(r"\{([a-z]+)(\d*)(?::(\w))?\}")
OPTIONS = re.compile(r"<([^<>]*)>")
SIDES = re.compile(r"\(([^()~]*)~([^()~]*)\)")


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";")]


@cache
def topics() -> list[Deck]:
    topics: list[Deck] = []
    for line in TOPICS.strip().splitlines():
        key, _, rest = line.partition(" ")
        if key == "#":
            topics.append({"name": [rest.split()[0]], "section": [rest.split()[1]], "s": []})
        elif key == "s":
            topics[-1]["s"].append(rest)
        else:
            topics[-1][key] = _split(rest)
    return topics


@cache
def _patterns() -> Deck:
    found: Deck = {}
    for line in PATTERNS.strip().splitlines():
        role, _, rest = line.partition(" ")
        found.setdefault(role, []).append(rest)
    return found


@cache
def pool(name: str) -> list[str]:
    for line in POOLS.strip().splitlines():
        key, _, rest = line.partition(" ")
        if key == name:
            return rest.split()
    raise KeyError(name)


def josa(word: str, form: str) -> str:
    last = next((c for c in reversed(word) if c.isalnum() or c == "%"), "가").upper()
    final = (ord(last) - 0xAC00) % 28 if "가" <= last <= "힣" else FINALS.get(last, 0)
    if form == "로":
        return "으로" if final not in (0, 8) else "로"
    if form == "라":
        return "이라" if final else "라"
    pair = PARTICLES[form]
    return pair[0] if final else pair[1]


def person(chance: Random) -> str:
    return chance.choice(pool("family")) + chance.choice(pool("given")) + chance.choice(pool("given2"))


def _won(amount: int) -> str:
    """An amount in won as papers print it: 3조4500억원, 1,250억원, 2만3400원."""
    if amount >= 10**12:
        rest = amount % 10**12 // 10**8
        return f"{amount // 10**12}조{rest or ''}{'억' if rest else ''}원"
    if amount >= 10**8:
        return f"{amount // 10**8:,}억원"
    return f"{amount // 10**4}만{amount % 10**4 or ''}원" if amount >= 10**4 else f"{amount:,}원"


def _count(number: int, unit: str) -> str:
    return f"{number // 10**4}만{number % 10**4 or ''}{unit}" if number >= 10**5 else f"{number:,}{unit}"


def _dollars(millions: int) -> str:
    return f"{millions // 100}억{millions % 100 or ''}{'00만' if millions % 100 else ''}달러"


def _amount(unit: str, chance: Random) -> tuple[str, str]:
    """A level in this unit and a change of it."""
    share = chance.randrange(8, 320) / 1000
    if unit == "%":
        return (
            f"{chance.randrange(120, 6900) / 100:.{chance.choice((1, 2))}f}%",
            f"{chance.randrange(5, 290) / 100}%포인트",
        )
    if unit == "조":
        level = chance.randrange(40, 9900) * 10**11 // chance.choice((1, 10)) // 10**9 * 10**9
        return _won(level), _won(max(int(level * share) // 10**9, 1) * 10**9)
    if unit == "억":
        level = chance.randrange(120, 9900)
        return _won(level * 10**8), _won((int(level * share) + 1) * 10**8)
    if unit == "달러":
        level = chance.randrange(300, 42000)
        return _dollars(level), _dollars(max(int(level * share), 101))
    if unit == "지수":
        return f"{chance.randrange(720, 1380) / 10}", f"{chance.randrange(3, 88) / 10}포인트"
    if unit == "원":
        level = chance.randrange(110, 9000) * 10 ** chance.choice((1, 2))
        return _won(level), _won(int(level * share) // 10 * 10 + 10)
    level = chance.randrange(1200, 98000) * chance.choice((1, 1, 7))
    return _count(level, unit), _count(int(level * share) + 1, unit)


NUMBERS: dict[str, Callable[[Random], str]] = {
    "pct": lambda chance: f"{chance.randrange(11, 689) / 10}%",
    "pp": lambda chance: f"{chance.randrange(2, 58) / 10}%포인트",
    "bp": lambda chance: f"{chance.choice((10, 15, 20, 25, 30, 40, 50, 75))}bp",
    "eok": lambda chance: _won(chance.randrange(11, 9900) * 10 ** chance.choice((8, 8, 8, 9))),
    "jo": lambda chance: _won(chance.randrange(11, 2400) * 10**11),
    "won": lambda chance: _won(chance.randrange(21, 990) * 10 ** chance.choice((3, 3, 4))),
    "bigwon": lambda chance: (
        f"{chance.randrange(12, 49)}억{chance.choice(('', '2000만', '5000만', '7500만', '9000만'))}원"
    ),
    "usd": lambda chance: _dollars(chance.randrange(110, 38000)),
    "tinyusd": lambda chance: f"{chance.randrange(110, 990) / 100}달러",
    "men": lambda chance: _count(chance.randrange(130, 98000) * 10, "명"),
    "cnt": lambda chance: _count(chance.randrange(212, 78000), "건"),
    "n": lambda chance: str(chance.randrange(3, 98)),
    "few": lambda chance: str(chance.randrange(2, 6)),
    "age": lambda chance: str(chance.randrange(24, 67)),
    "pastyear": lambda chance: f"{chance.randrange(2008, 2025)}년",
    "quarter": lambda chance: f"{chance.randrange(1, 5)}분기",
    "months": lambda chance: f"{chance.randrange(2, 30)}개월",
    "name": person,
    "house": lambda chance: chance.choice(pool("brand")) + chance.choice(pool("research")),
    "post": lambda chance: chance.choice(pool("post")),
    "univ": lambda chance: chance.choice(pool("univ")) + "대",
    "city": lambda chance: chance.choice(pool("city")),
    "country": lambda chance: chance.choice(pool("country")),
    "media": lambda chance: chance.choice(pool("media")),
}


@dataclass
class Facts:
    """What a piece is about: names that stay the same throughout, and decks of words that are dealt without repeating."""

    topic: Deck
    day: datetime
    chance: Random
    kept: dict[str, str] = field(default_factory=dict)
    decks: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        last = (self.day.replace(day=1) - timedelta(days=1)).month
        later = self.day + timedelta(days=self.chance.randrange(4, 40))
        self.kept.update(
            day=f"{self.day.day}일",
            lastmonth=f"{last}월",
            month=f"{self.day.month}월",
            nextyear="내년",
            nextday="다음 달 초" if self.chance.random() < 0.2 else f"{'이달' if later.month == self.day.month else '다음 달'} {later.day}일",
            who=self.chance.choice(self.topic["who"]),
            role=self.chance.choice(self.topic["role"]),
            official=person(self.chance),
            ceo=person(self.chance),
            co=company(self.topic, self.chance),
        )  # fmt: skip

    def deal(self, kind: str) -> str:
        """The next word of this kind, the first again only after all others."""
        deck = self.decks.setdefault(kind, [])
        if not deck:
            words = self.topic[kind] if kind in self.topic else _patterns()[kind]
            deck.extend(self.chance.sample(words, len(words)))
        return deck.pop()

    def line(self, pattern: str, held: dict[str, str] | None = None) -> Line:
        """A pattern with its slots filled, every phrasing with the same facts."""
        held = {} if held is None else held
        held.setdefault("up", self.chance.choice("ud"))
        forms = [self._fill(form, held) for form in pattern.split(" || ")]
        return tuple(self.chance.sample(forms, len(forms)))

    def _fill(self, form: str, held: dict[str, str]) -> str:
        form = SIDES.sub(lambda found: found[1 if held["up"] == "u" else 2], form)
        form = OPTIONS.sub(lambda found: self.chance.choice(found[1].split("/")), form)
        return SLOT.sub(lambda found: self._word(found[1], found[2], found[3], held), form)

    def _word(self, name: str, number: str, particle: str | None, held: dict[str, str]) -> str:
        slot = name + number
        if slot not in held:
            held[slot] = self._find(name, held) if slot not in self.kept else self.kept[slot]
        return held[slot] + (josa(held[slot], particle) if particle else "")

    def _find(self, name: str, held: dict[str, str]) -> str:
        if name in ("what", "value", "change"):
            if "unit" not in held:
                held["what"], _, held["unit"] = self.deal("what").partition("=")
                held["value"], held["change"] = _amount(held["unit"], self.chance)
            return held[name] if name in held else held["value"]
        if name == "q":
            return self._fill(self.deal("q" if self.chance.random() < 0.6 else "said"), held)
        if name == "co":
            return company(self.topic, self.chance)
        return NUMBERS[name](self.chance) if name in NUMBERS else self.deal(name)


def company(topic: Deck, chance: Random) -> str:
    """An invented company of this trade."""
    return chance.choice(pool("brand")) + chance.choice(topic["co"])


@dataclass
class Piece:
    """A text before it is printed: its headlines, and paragraphs of sentences in all their phrasings."""

    facts: Facts
    titles: Line
    paragraphs: list[list[Line]]
    source: str
    writer: str
    moment: datetime

    def text(self) -> list[str]:
        """The paragraphs as first printed."""
        return [" ".join(line[0] for line in paragraph) for paragraph in self.paragraphs]


ROLES = "figure figure compare quote quote quote background background outlook policy dispute plan consumer market s s s".split()


def compose(chance: Random, *, source: str | None = None, topic: Deck | None = None, moment: datetime | None = None,
            letters: int = 0, lead: str | None = None) -> Piece:  # fmt: skip
    """An invented piece of about this many letters."""
    moment = moment or a_moment(chance)
    facts = Facts(topic or chance.choice(topics()), moment, chance)
    letters = letters or min(max(int(chance.lognormvariate(6.95, 0.55)), 170), 3300)
    held: dict[str, str] = {}
    lead = lead or chance.choice("figure policy company opinion".split())
    # A headline with the facts of its lead: what the lead left open is filled in for both.
    paragraphs = [[facts.line(facts.deal(f"lead.{lead}"), held)]]
    titles = facts.line(facts.deal(f"title.{lead}"), held)
    facts.kept.update({name: held[name] for name in ("policy", "country") if name in held})
    if "policy" in held:
        facts.kept["policy"] = held["policy"]
    size = len(paragraphs[0][0][0])
    roles: list[str] = []
    while size < letters:
        roles = roles or chance.sample(ROLES, len(ROLES))
        paragraph: list[Line] = []
        for _ in range(chance.choice((1, 1, 2, 2, 3)) if letters > 400 else 1):
            role = roles.pop() if roles else "quote"
            paragraph.append(facts.line(facts.deal(role)))
        paragraphs.append(paragraph)
        size += sum(len(line[0]) + 1 for line in paragraph)
    if len(paragraphs) < 3:
        paragraphs.append([facts.line(facts.deal("outlook"))])
    while len(paragraphs) > 14:
        place = chance.randrange(1, len(paragraphs) - 1)
        paragraphs[place] += paragraphs.pop(place + 1)
    return Piece(facts, titles, paragraphs, source or chance.choice(list(PAPERS)), person(chance), moment)


def a_moment(chance: Random) -> datetime:
    """A time within the two months, rarely at night."""
    hour = chance.choice((6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 14, 14, 15, 15, 16, 16, 17, 18, 19, 21, 23))
    return START + timedelta(
        days=chance.randrange(DAYS), hours=hour, minutes=chance.randrange(60), seconds=chance.randrange(60)
    )


def later(moment: datetime, chance: Random, low: float = 0.05, high: float = 30) -> datetime:
    """So many hours after, most often soon."""
    return moment + timedelta(seconds=round(3600 * (low + (high - low) * chance.random() ** 3)))


def other(source: str, chance: Random, among: Sequence[str] = NEWSPAPERS) -> str:
    """Another publisher than this."""
    return chance.choice([name for name in among if name != source])


@dataclass
class Desk:
    """The pages and cases so far."""

    pages: list[Page] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def print(self, source: str, moment: datetime, title: str, paragraphs: Iterable[str], *, story: str, piece: str = "",
              writer: str = "", portal: str = "", section: str = "economy", same_page: int | None = None,
              chance: Random | None = None) -> int:  # fmt: skip
        """Adds a page of this publisher, or of a portal that shows its piece; its place in the list."""
        article = Article(
            source=portal or source,
            publisher=PAPERS[source].name,
            url=self.address(source, portal, moment, section) if same_page is None else self.pages[same_page].article.url,
            title=title,
            body="\n\n".join(paragraphs),
            authors=[Author(name=writer, email=None if portal else _mail(writer, source), role="기자")] if writer else [],
            published_at=moment if same_page is None else self.pages[same_page].article.published_at,
            modified_at=None if same_page is None else moment,
        )  # fmt: skip
        self.pages.append(Page(article, story, piece or f"{story} {source}"))
        return len(self.pages) - 1

    def address(self, source: str, portal: str, moment: datetime, section: str) -> str:
        """A new address in the form of this publisher or portal."""
        number = len(self.pages)
        return (PORTALS[portal] if portal else PAPERS[source].address).format(
            section=section, serial=12_400_000 + number if source == "mk" else 100_000 + number, million=6_400_000 + number,
            low=number % 10_000, letter="ighjk"[number // 10_000 % 5], tail=number % 1000, office=PAPERS[source].office,
            day=f"{moment:%Y%m%d}", second=f"{moment:%Y%m%d%H%M%S}", slashed=f"{moment:%Y/%m/%d}",
        )  # fmt: skip

    def pair(self, kind: str, first: int, second: int) -> None:
        """Notes a case of this class."""
        together = CLASSES[kind].together if kind in CLASSES else "apart"
        self.cases.append(Case(kind, together, first, second))

    def publish(self, piece: Piece, story: str, title: str | None = None, paragraphs: list[str] | None = None) -> int:
        """Prints a piece where it first appeared."""
        return self.print(
            piece.source,
            piece.moment,
            title or piece.titles[0],
            paragraphs or piece.text(),
            story=story,
            writer=piece.writer,
            section=piece.facts.topic["section"][0],
        )


def _mail(writer: str, source: str) -> str:
    return f"{Random(writer).choice(pool('login'))}{len(writer) + ord(writer[-1]) % 90}@{PAPERS[source].mail}"


def a_portal(source: str, chance: Random) -> str:
    """A portal that shows this publisher."""
    return chance.choice(
        ("naver", "naver", "daum", "daum", "zum", "nate") if PAPERS[source].office else ("daum", "zum", "nate")
    )


def _kicker(chance: Random) -> str:
    return "▲ " * (
        chance.random() < 0.5
    ) + f"{chance.choice(pool('caption'))}. [사진={chance.choice(pool('credit'))}]".replace("_", " ")


def _respaced(title: str, chance: Random) -> str:
    return chance.choice(
        (title.replace("…", "... "), title.replace("…", " … "), title.replace(", ", " "), title.replace("“", '"').replace("”", '"'),
         title.replace("에 ", "에", 1), f"{title} [종합]" if chance.random() < 0.2 else title)
    )  # fmt: skip


def portal_copies(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """The piece with what a portal's page has around it."""
    piece = compose(chance)
    _copies(desk, kind, story, chance, piece, desk.publish(piece, story))


def _copies(desk: Desk, kind: str, story: str, chance: Random, piece: Piece, first: int) -> None:
    source, name, writer = piece.source, PAPERS[piece.source].name, piece.writer
    label = desk.pages[first].piece
    shown = [first]
    for portal in chance.sample(sorted(PORTALS), chance.choice((1, 2, 2, 3))):
        if portal == "naver" and not PAPERS[source].office:
            continue
        edits: list[Callable[[list[str]], list[str]]] = [
            lambda text: [f"[{name} {writer} 기자] {text[0]}", *text[1:]],
            lambda text: [*text, f"{writer} 기자 {_mail(writer, source)}"],
            lambda text: [text[0], _kicker(chance), *text[1:]],
            lambda text: [*text, chance.choice((f"Copyright ⓒ {name}. 무단 전재 및 재배포 금지", f"<저작권자(c) {name}, 무단 전재-재배포, AI 학습 및 활용 금지>", f"ⓒ {name} & {PAPERS[source].mail}, 무단전재 및 재배포 금지"))],
            lambda text: [*text, chance.choice((f"▶ 네이버에서 {name} 구독하기", f"네이버 메인에서 {name}을 구독하세요", f"[{name} 바로가기] [구독신청]"))],
        ]  # fmt: skip
        text = desk.pages[first].article.body.split("\n\n")
        for edit in chance.sample(edits, chance.choice((1, 1, 2, 3))):
            text = edit(text)
        title = desk.pages[first].article.title
        shown.append(
            desk.print(
                source,
                later(piece.moment, chance),
                _respaced(title, chance) if chance.random() < 0.5 else title,
                text,
                story=story,
                piece=label,
                writer=writer if chance.random() < 0.5 else "",
                portal=portal,
            )
        )
    for copy in shown[1:]:
        desk.pair(kind, first, copy)
    if len(shown) > 2:
        desk.pair(kind, shown[1], shown[2])


FULL = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in "%()+,:;"})
QUOTES = ('""', "‘’", "''", "「」", "＂＂")


def _requoted(text: str, chance: Random) -> str:
    marks = chance.choice(QUOTES)
    return text.replace("“", marks[0]).replace("”", marks[1])


def _respelt(text: str, chance: Random) -> str:
    """Word spaces closed or opened here and there, as desks and converters do."""
    close = chance.choice((0.02, 0.06, 0.12))
    text = re.sub(
        r"(?<=[가-힣]) (?=(?:수|것|등|중|전|만|뒤|때|씨|한)\b)",
        lambda found: "" if chance.random() < 0.8 else " ",
        text,
    )
    return "".join("" if c == " " and chance.random() < close else c for c in text)


TYPOGRAPHY: tuple[Callable[[str, Random], str], ...] = (
    _requoted,
    _respelt,
    lambda text, chance: unicodedata.normalize("NFD", text),
    lambda text, chance: text.translate(FULL),
    lambda text, chance: text.replace("…", "...").replace("·", "ㆍ"),
    lambda text, chance: re.sub(r"(?<=\d)(?=(?:만|억|조|달러|원|명|건)\b|(?:억|조|만)\d)", " ", text),
    lambda text, chance: re.sub(r"(\d),(\d{3})", r"\1\2", text),
    lambda text, chance: text.replace("\n\n", "\n\n\xa0").replace(". ", ".\u3000" if chance.random() < 0.3 else ".  "),
    lambda text, chance: text.replace("%포인트", "%p").replace("·", " · "),
)  # fmt: skip


def typography(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """The same letters in other type: spacing, quotation marks, commas, Unicode forms."""
    piece = compose(chance)
    first = desk.publish(piece, story)
    for portal in chance.sample(
        ("naver" if PAPERS[piece.source].office else "zum", "daum", "nate"), chance.choice((1, 2))
    ):
        body, title = "\n\n".join(piece.text()), piece.titles[0]
        for change in chance.sample(TYPOGRAPHY, chance.choice((2, 3, 4))):
            body = change(body, chance)
            title = change(title, chance) if chance.random() < 0.6 else title
        copy = desk.print(piece.source, later(piece.moment, chance), title, body.split("\n\n"), story=story,
                          piece=f"{story} {piece.source}", portal=portal)  # fmt: skip
        desk.pair(kind, first, copy)


def dropped_paragraph(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """A copy without one of the paragraphs: at a portal one article, in another paper one story."""
    piece = compose(chance, letters=chance.randrange(500, 2800))
    first = desk.publish(piece, story)
    text = piece.text()
    if len(text) < 5:
        return
    small = [n for n, line in enumerate(text) if n and len(line) < 0.3 * sum(map(len, text))] or [len(text) - 1]
    missing = chance.choice(small)
    rest = [line for n, line in enumerate(text) if n != missing]
    moment = later(piece.moment, chance)
    if kind == "dropped paragraph":
        second = desk.print(piece.source, moment, piece.titles[0], rest, story=story, piece=f"{story} {piece.source}",
                            portal=a_portal(piece.source, chance))  # fmt: skip
    else:
        second = desk.print(
            other(piece.source, chance), moment, piece.titles[-1], rest, story=story, writer=person(chance)
        )
    desk.pair(kind, first, second)


def wire_copy(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """An agency's piece under the bylines of papers, with a desk's small edits."""
    piece = compose(chance, source=chance.choice(AGENCIES))
    name = PAPERS[piece.source].name
    text = piece.text()
    dateline = f"({chance.choice(('서울', '서울', '세종', '부산'))}={name}) {piece.writer} 기자 = "
    if piece.source == "newspim":
        dateline = f"[서울=뉴스핌] {piece.writer} 기자 = "
    if piece.source == "newsis":
        dateline = f"[서울=뉴시스]{piece.writer} 기자 = "
    asked = chance.random() < 0.4 and len(text) > 4
    if asked:
        place = chance.randrange(1, len(text))
        text[place] = f"{name} 취재를 종합하면 {text[place]}"
    first = desk.publish(piece, story, paragraphs=[dateline + text[0], *text[1:]])
    shown = [first]
    papers = chance.sample(NEWSPAPERS, chance.choice((1, 2, 2, 3)))
    for paper in papers:
        copy = [line.replace(f"{name} 취재를 종합하면", "한편") for line in text]
        if chance.random() < 0.4:
            lead = piece.paragraphs[0][0]
            copy[0] = copy[0].replace(lead[0], lead[-1])
        if chance.random() < 0.5 and len(copy) > 4:
            del copy[-1]
        if chance.random() < 0.2 and len(copy) > 5:
            del copy[chance.randrange(2, len(copy))]
        writer = person(chance) if chance.random() < 0.6 else ""
        if not writer:
            copy.append(chance.choice((f"[{name}]", f"/{name}", f"{name}", f"[사진 = {name}]")))
        elif chance.random() < 0.4:
            copy.append(f"{writer} 기자 {_mail(writer, paper)}")
        title = chance.choice(piece.titles[1:]) if chance.random() < 0.7 else piece.titles[0]
        shown.append(desk.print(paper, later(piece.moment, chance), title, copy, story=story, writer=writer))
    for second in shown[1:]:
        desk.pair(kind, first, second)
    if len(shown) > 2:
        desk.pair(kind, shown[1], shown[2])


def _reworded(piece: Piece, share: tuple[float, float], chance: Random) -> list[str] | None:
    """The paragraphs with this share of the letters said in other words, None if no choice of sentences comes to it."""
    lines = [(p, s) for p, paragraph in enumerate(piece.paragraphs) for s in range(len(paragraph))]
    total = sum(len(line[0]) for paragraph in piece.paragraphs for line in paragraph)
    for _ in range(40):
        chance.shuffle(lines)
        told, size = set(), 0
        for p, s in lines:
            line = piece.paragraphs[p][s]
            if size + len(line[0]) <= share[1] * total and line[0] != line[-1]:
                told.add((p, s))
                size += len(line[0])
        if share[0] * total <= size:
            return [
                " ".join(line[-1 if (p, s) in told else 0] for s, line in enumerate(paragraph))
                for p, paragraph in enumerate(piece.paragraphs)
            ]
    return None


def rewritten(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Another paper's desk has said about 30 % of the text in its own words, under its own headline and byline."""
    piece = compose(chance, letters=chance.randrange(350, 3000))
    told = _reworded(piece, (0.25, 0.35), chance)
    if told is None:
        return
    if chance.random() < 0.4 and len(told) > 6:
        del told[chance.randrange(3, len(told))]
    if chance.random() < 0.4:
        told.insert(chance.randrange(2, len(told) + 1), piece.facts.line(piece.facts.deal("background"))[0])
    first = desk.publish(piece, story)
    second = desk.print(other(piece.source, chance, list(PAPERS)), later(piece.moment, chance), piece.titles[-1], told, story=story,
                        writer=person(chance))  # fmt: skip
    desk.pair(kind, first, second)


def lightly_edited(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Another paper's desk has touched every sentence: a verb, a word of time, a connective; numbers as its style has them."""
    piece = compose(chance, letters=chance.randrange(350, 2600))
    told = []
    for paragraph in piece.text():
        for ours, theirs in chance.sample(STYLE, 9):
            paragraph = paragraph.replace(ours, theirs)
        told.append(paragraph)
    first = desk.publish(piece, story)
    second = desk.print(other(piece.source, chance, list(PAPERS)), later(piece.moment, chance), piece.titles[-1], told, story=story,
                        writer=person(chance))  # fmt: skip
    desk.pair(kind, first, second)


# What the style books of two desks say differently.
STYLE = (
    ("밝혔다", "전했다"), ("말했다", "설명했다"), ("설명했다", "말했다"), ("강조했다", "힘줘 말했다"), ("지난해", "작년"), ("올해", "금년"),
    ("것으로", "걸로"), ("하지만", "그러나"), ("때문이다", "까닭이다"), ("위해", "위하여"), ("따르면", "의하면"), ("있다.", "있는 상황이다."),
    ("됐다", "되었다"), ("관계자", "고위 관계자"), ("시장", "시장"), ("%포인트", "%p"), ("조치", "방안"), ("내년", "다음 해"), ("늘었", "증가했"),
    ("줄었", "감소했"), ("이날", "당일"), ("이달", "이번 달"), ("기자들", "취재진"), ("전문가들은", "업계에서는"), ("우려", "걱정"),
)  # fmt: skip


def lead_only(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """A short version: the first third or so of the text."""
    piece = compose(chance, letters=chance.randrange(700, 3300))
    text = piece.text()
    wanted, total = chance.uniform(0.3, 0.45), sum(map(len, text))
    short: list[str] = []
    while sum(map(len, short)) < (wanted - 0.03) * total:
        short.append(text[len(short)])
    if sum(map(len, short)) > 0.47 * total:
        return
    first = desk.publish(piece, story)
    moment = later(piece.moment, chance, 0.1, 8)
    if chance.random() < 0.3:
        second = desk.print(piece.source, moment, piece.titles[0], short, story=story, piece=f"{story} short",
                            portal=a_portal(piece.source, chance))  # fmt: skip
    else:
        title = chance.choice(piece.titles)
        second = desk.print(other(piece.source, chance), moment, title, short, story=story, writer=person(chance))
    desk.pair(kind, first, second)


def press_release(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Papers carry the same release, each with its own headline, order of the middle and some sentences of its own."""
    piece = compose(chance, letters=chance.randrange(500, 2600), lead=chance.choice(("company", "policy")))
    shown: list[int] = []
    for paper in chance.sample(list(PAPERS), chance.choice((2, 2, 3))):
        told = _reworded(piece, (0.12, 0.2), chance)
        if told is None:
            return
        middle = told[1:-1]
        if len(middle) > 2:
            place = chance.randrange(len(middle) - 1)
            middle[place : place + 2] = reversed(middle[place : place + 2])
        title = piece.titles[len(shown) % len(piece.titles)]
        moment = later(piece.moment, chance, 0, 6)
        shown.append(desk.print(paper, moment, title, [told[0], *middle, told[-1]], story=story, writer=person(chance)))
    for second in shown[1:]:
        desk.pair(kind, shown[0], second)


def _bare(sentence: str) -> str:
    return re.sub(r"다고 (?:밝혔다|발표했다|공시했다|말했다|했다)\.$", "다.", sentence)


def flash_grown(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """A flash of one sentence and, minutes later, the piece that it became: at a new address, or fetched again at its own."""
    piece = compose(chance, letters=chance.randrange(250, 2400))
    sentence = re.split(r"(?<=다\.) ", piece.paragraphs[0][0][0])[0]
    sentence = _bare(sentence) if chance.random() < 0.5 else sentence
    title = piece.titles[0]
    steps = chance.choice(
        (("[속보] ", ""), ("[속보] ", ""), ("[1보] ", "[2보] ", " (종합)"), ("[속보]", "[상보]"), ("(1보) ", ""))
    )
    same = kind.endswith("same page")
    text = piece.text()
    shown: list[int] = []
    for step, mark in enumerate(steps):
        body = [sentence] if not step else text if step == len(steps) - 1 else [sentence, *text[1:3]]
        head = title + mark if mark.startswith(" ") else mark + title
        moment = piece.moment + timedelta(minutes=chance.randrange(4, 40) * step)
        shown.append(
            desk.print(piece.source, moment, head, body, story=story, piece=story if same else f"{story} {step}",
                       writer=piece.writer, same_page=shown[0] if same and shown else None)
        )  # fmt: skip
    for second in shown[1:]:
        desk.pair(kind, shown[0], second)


NUMBER = re.compile(r"(?<![\d.])\d[\d,]*(?:\.\d+)?(?=%|조|억|만|원|명|건|가구|포인트|bp|달러)")


def _corrected(text: list[str], chance: Random) -> list[str]:
    """With one to three numbers changed, each wherever it stands."""
    body = "\n\n".join(text)
    found = sorted({token for token in NUMBER.findall(body) if len(re.sub(r"\D", "", token)) > 1})
    for token in chance.sample(found, min(chance.choice((1, 2, 3)), len(found))):
        place = max(n for n, c in enumerate(token) if c.isdigit())
        new = token[:place] + str((int(token[place]) + chance.randrange(1, 9)) % 10)
        body = re.sub(rf"(?<![\d.,]){re.escape(token)}(?![\d.])", new, body)
    return body.split("\n\n")


def updated(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """The same piece with some numbers corrected: fetched again, or hours later at a new address with a sentence changed."""
    new = kind.endswith("new page")
    piece = compose(chance, letters=chance.randrange(900 if new else 300, 3000))
    text = piece.text()
    told = text
    if new:
        if len(NUMBER.findall("".join(text))) < 8:
            return
        place = chance.randrange(1, len(text))
        told = [
            *text[:place],
            " ".join(line[-1 if n == 0 else 0] for n, line in enumerate(piece.paragraphs[place])),
            *text[place + 1 :],
        ]
    told = _corrected(told, chance)
    if told == text:
        return
    first = desk.publish(piece, story)
    title = _corrected([piece.titles[0]], chance)[0] if chance.random() < 0.2 else piece.titles[0]
    second = desk.print(
        piece.source,
        later(piece.moment, chance, 0.3, 12),
        title + " (종합)" * (new and chance.random() < 0.5),
        told,
        story=story,
        piece=f"{story} later" if new else f"{story} {piece.source}",
        writer=piece.writer,
        same_page=None if new else first,
        section=piece.facts.topic["section"][0],
    )
    desk.pair(kind, first, second)


def plain(desk: Desk, story: str, chance: Random) -> None:
    """A piece that stands alone."""
    desk.publish(compose(chance), story)


class Class(NamedTuple):
    """A class of cases: how its pairs end, how many groups of them `corpus` makes by default, and what makes one."""

    together: str
    groups: int
    make: Callable[[Desk, str, str, Random], None]


CLASSES = {
    "portal copy": Class("article", 110, portal_copies),
    "typography": Class("article", 160, typography),
    "dropped paragraph": Class("article", 170, dropped_paragraph),
    "dropped paragraph, other paper": Class("story", 170, dropped_paragraph),
    "wire copy": Class("story", 110, wire_copy),
    "30 % rewritten": Class("story", 230, rewritten),
    "light edits": Class("story", 200, lightly_edited),
    "lead only": Class("story", 300, lead_only),
    "press release": Class("story", 150, press_release),
    "flash grown": Class("story", 170, flash_grown),
    "flash grown, same page": Class("article", 130, flash_grown),
    "updated numbers": Class("article", 190, updated),
    "updated numbers, new page": Class("story", 190, updated),
}
PLAIN = 0.1  # of the pages at least


def corpus(size: int = 5000) -> tuple[list[Page], list[Case]]:
    """At least this many pages, and the pairs of them whose end is known."""
    # Imported here, because it is made of what stands here.
    from benchmarks.lookalikes import MAKERS

    desk = Desk()
    makers = {kind: (groups, make) for kind, (_, groups, make) in CLASSES.items()} | MAKERS
    for kind, (groups, make) in makers.items():
        for number in range(max(round(groups * size / 5000), 1)):
            make(desk, kind, f"{kind} {number}", Random(f"{kind}/{number}"))
    for number in range(max(size - len(desk.pages), round(PLAIN * size))):
        plain(desk, f"plain {number}", Random(f"plain/{number}"))
    return desk.pages, desk.cases
