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
s 금통위원 7명 가운데 {few}명이 동결 의견을, 나머지가 인하 소수의견을 냈다. || 소수의견은 인하였다. 금통위원 7명 중 {few}명은 동결에 손을 들었다.
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
# 코스피 stock
who 한국거래소; 금융위원회; 금융투자협회
role 이사장; 부위원장; 회장
what 코스피 일평균 거래대금=조; 신용거래융자 잔액=조; 외국인 지분율=%; 투자자예탁금=조; 개인 순매수 금액=조; 코스닥 신용잔고=억
cause 외국인 매도세; 인공지능 거품 논란; 기업 실적 눈높이 하향; 공매도 재개; 배당 확대 기대; 프로그램 매물 출회
effect 투자 심리 냉각; 반대매매 증가; 변동성 확대; 대형주 쏠림; 개미 손실 확대
policy 상법 개정; 밸류업 공시 의무화; 배당소득 분리과세; 자사주 소각 의무화; 거래시간 연장
players 개인 투자자들; 기관 투자자들; 증권사들; 행동주의 펀드; 상장사들
item 지수 연계 상품; 고배당주; 중소형주; 신용융자; 레버리지 ETF
co 증권; 홀딩스; 자산운용
q 실적이 받쳐 주는 종목은 버틴다; 지금은 현금 비중을 {pct} 남겨 둘 때다; 지수보다 업종을 봐야 한다; 주주 환원이 재평가의 열쇠다
s 52주 신고가를 새로 쓴 종목은 {n}개, 신저가는 {n2}개였다. || 신저가({n2}개)와 신고가({n}개) 종목 수를 나란히 놓으면 시장의 온도를 짐작할 수 있다.
s 빚을 내 산 주식이 강제로 팔린 반대매매는 하루 평균 {eok}에 달했다. || 하루에 {eok}꼴로 담보 부족 계좌의 주식이 강제 처분됐다.
# 고용 economy
who 통계청; 고용노동부; 한국노동연구원
role 장관; 사회통계국장; 고용정책실장
what 취업자 수=명; 청년층 고용률=%; 구직급여 신청자=명; 쉬었음 인구=명; 상용직 평균 임금=원; 제조업 취업자=명
cause 건설업 불황; 경력직 선호 확산; 인공지능 도입; 내수 부진; 고령층 재취업 증가; 공공 일자리 축소
effect 청년 취업난; 임금 체불 증가; 일자리 양극화; 자영업 폐업; 인력 수급 불일치
policy 정년 연장; 청년 일자리 도약장려금 확대; 주 4.5일제 시범 사업; 고용보험 적용 확대; 직업훈련 개편
players 구직자들; 노동조합; 경영계; 자영업자들; 특수고용 종사자들
item 시간제 일자리; 제조업 일자리; 돌봄 서비스; 플랫폼 노동; 공공근로
co 인재; 아웃소싱; 물류
q 이력서를 {n}곳에 냈지만 면접은 한 번도 못 봤다; 신입을 뽑아 가르칠 여력이 없다; 일자리의 질을 같이 봐야 한다; 정년만 늘리면 청년 몫이 줄어든다
s 30대 취업자는 {men} 늘었지만 20대는 {men2} 줄어 명암이 갈렸다. || 20대 일자리가 {men2} 사라지는 사이 30대에서는 {men}의 일자리가 생겼다.
s 실업급여로 나간 돈은 한 달 동안 {eok:로} 집계됐다. || 한 달 치 실업급여 지급액은 모두 {eok}에 이른다.
# 물가 economy
who 통계청; 농림축산식품부; 기획재정부
role 차관; 경제동향통계심의관; 유통소비정책관
what 소비자물가 상승률=%; 생활물가지수=지수; 외식 물가 상승률=%; 농축수산물 할인 예산=억; 생산자물가지수=지수
cause 폭염과 폭우; 국제 곡물가 상승; 환율 상승; 전기요금 인상; 작황 부진; 가공식품 출고가 인상
effect 장바구니 부담 증가; 외식 수요 감소; 체감 경기 악화; 실질 소득 감소; 김장 비용 상승
policy 할당관세 연장; 비축 물량 방출; 농산물 할인 지원; 공공요금 동결; 유통 구조 개선
players 주부들; 식당 주인들; 대형마트; 산지 농가; 도매상들
item 배추; 사과; 돼지고기; 달걀; 외식비; 커피
co 푸드; 농산; 유통
q 장을 볼 때마다 {won}씩 더 든다; 값을 올리면 손님이 끊긴다; 한두 달 뒤에는 출하량이 늘어난다; 기저효과를 빼면 오름세는 여전하다
s 배추 한 포기 소매가격은 {smallwon:로} 평년보다 {pct} 비쌌다. || 평년과 비교해 {pct} 비싼 {smallwon}에 배추 한 포기가 팔리고 있다.
s 근원물가 상승률은 {lowpct:로} 전달과 같은 흐름을 이어갔다. || 날씨와 유가의 영향을 뺀 근원물가는 {lowpct} 올라 추세가 유지됐다.
# 가계부채 finance
who 금융위원회; 금융감독원; 은행연합회
role 위원장; 원장; 금융정책국장
what 은행권 가계대출 잔액=조; 주택담보대출 증가액=조; 카드론 잔액=조; 가계대출 연체율=%; 마이너스통장 잔액=조
cause 주택 거래 회복; 공모주 청약 열풍; 규제 시행 전 막차 수요; 전세대출 증가; 생활자금 수요; 정책대출 쏠림
effect 소비 여력 축소; 취약 차주 연체; 제2금융권 풍선효과; 실수요자 대출 절벽; 금융 불안
policy 스트레스 DSR 강화; 대출 총량 관리; 전세대출 보증 비율 축소; 새출발기금 확대; 주담대 위험가중치 상향
players 은행들; 실수요자들; 다중채무자들; 저축은행; 상호금융조합
item 신용대출; 카드론; 집단대출; 디딤돌대출; 마이너스통장
co 은행; 저축은행; 캐피탈
q 연말 한도가 벌써 {pct} 찼다; 갚을 능력만큼 빌리는 관행이 자리 잡아야 한다; 창구에서 돌려보내는 손님이 하루 {n}명이다; 총량만 조이면 약한 고리부터 끊어진다
s 5대 은행 창구의 주담대 한도는 가구당 {bigwon}에서 {bigwon2}로 바뀌었다. || 가구당 {bigwon2}. {bigwon}이던 5대 은행의 주담대 한도가 이렇게 달라졌다.
s 금융당국은 {nextday} 은행 부행장들을 불러 월별 목표를 점검한다. || 은행 부행장들은 {nextday} 당국에 모여 월간 관리 실적을 보고한다.
# 유가 economy
who 산업통상자원부; 한국석유공사; 대한석유협회
role 장관; 에너지산업실장; 사장
what 휘발유 주간 소비량=배럴; 원유 수입액=달러; 휘발유 평균 판매가=원; 석유제품 수출액=달러; 정제마진 상승률=%
cause 산유국 감산 연장; 호르무즈 해협 긴장; 미국 원유 재고 감소; 중국 수요 둔화; 환율 상승; 정유시설 정비
effect 운송비 상승; 화물차주 부담 가중; 항공권 유류할증료 인상; 무역수지 악화; 물가 자극
policy 유류세 인하 연장; 알뜰주유소 확대; 전략비축유 방출; 경유 보조금 지급; 석유 유통 점검
players 정유사들; 주유소들; 화물차 기사들; 항공사들; 어민들
item 휘발유; 경유; 항공유; 나프타; 액화천연가스
co 에너지; 정유; 가스
q 국제가격은 2∼3주 뒤 주유소에 반영된다; 한 번 넣는 데 {won}이 든다; 재고를 넉넉히 잡아 두었다; 배럴당 {bigusd:을} 넘기면 계산이 달라진다
s 서울 주유소 평균 휘발유값은 리터당 {gas}원으로 전국에서 가장 비쌌다. || 전국에서 기름값이 가장 비싼 곳은 리터당 {gas}원인 서울이었다.
s 정유업계 재고평가이익은 분기 기준 {eok:로} 추산된다. || 증권가가 셈한 정유 4사의 분기 재고평가이익은 {eok}이다.
# 예산 economy
who 기획재정부; 국회예산정책처; 국회 예산결산특별위원회
role 예산실장; 부총리; 위원장
what 총지출 예산=조; 국가채무=조; 통합재정수지 적자=조; 국채 발행 한도=조; 의무지출 비중=%
cause 세수 결손; 저출생 고령화; 연구개발 투자 확대; 복지 지출 증가; 경기 대응 요구; 국채 이자 급증
effect 재정 건전성 훼손; 미래 세대 부담; 지방재정 위축; 국가신용등급 하락; 사업 지연
policy 추가경정예산 편성; 지출 구조조정; 재정준칙 법제화; 교부세 조정; 국민성장펀드 조성
players 여야 의원들; 지방자치단체들; 연구기관들; 시민단체들; 각 부처
item 연구개발비; 사회간접자본 예산; 국방비; 지역화폐; 돌봄 예산
co 건설; 연구; 정보
q 쓸 곳에는 쓰고 줄일 곳은 줄여야 한다; 심사에서 {eok:을} 깎겠다; 세입 전망부터 다시 짜야 한다; 선심성 사업은 받아들일 수 없다
s 소위원회는 감액 {n}건과 증액 {n2}건을 보류로 남겨 두었다. || 보류된 사업은 감액 {n}건, 증액 {n2}건으로 소위원회 문턱에 걸려 있다.
s 국민 한 사람이 떠안는 나랏빚은 {manwon:로} 계산된다. || 나랏빚을 인구로 나누면 1인당 {manwon}꼴이다.
# 세제 economy
who 기획재정부; 국세청; 조세재정연구원
role 세제실장; 청장; 차관
what 법인세 수입=조; 종합부동산세 고지 인원=명; 소득세 수입=조; 체납액=조; 국세 수입 진도율=%
cause 기업 실적 부진; 자산시장 침체; 공시가격 현실화; 감세 정책; 역외 탈세 증가; 상속 재산 증가
effect 세수 부족; 조세 저항; 투자 위축; 중산층 세부담 증가; 절세 상품 쏠림
policy 법인세율 조정; 상속세 공제 확대; 금융투자소득세 재논의; 근로장려금 확대; 가상자산 과세
players 납세자들; 세무사들; 대기업; 1주택자들; 자산가들
item 상속세; 종합부동산세; 양도소득세; 증권거래세; 부가가치세
co 세무법인; 홀딩스; 자산운용
q 낡은 공제 한도를 손볼 때가 됐다; 세율 {pp} 차이가 투자지를 바꾼다; 거둘 돈보다 새는 돈을 먼저 막아야 한다; 신고 내용은 빠짐없이 살핀다
s 세무조사로 추징한 금액은 {eok:로}, {n}명이 검찰에 고발됐다. || 검찰에 고발된 사람은 {n}명, 추징액은 {eok}이었다.
s 개정안이 통과되면 과세표준 {bigwon} 구간의 세금이 {pct} 줄어든다. || 과세표준 {bigwon} 구간에서 세 부담을 {pct} 낮추는 것이 개정안의 뼈대다.
# 은행 finance
who 금융감독원; 은행연합회; 금융위원회
role 원장; 은행감독국장; 회장
what 국내 은행 순이익=조; 순이자마진=%; 부실채권 비율=%; 정기예금 잔액=조; 은행 점포 수=곳
cause 예대금리차 확대; 대손 비용 증가; 비이자 이익 감소; 홍콩 ELS 배상; 머니무브; 디지털 전환
effect 금융 접근성 저하; 이자 장사 비판; 건전성 악화; 수신 경쟁 심화; 채용 축소
policy 예대금리차 공시 확대; 횡재세 논의; 공동 점포 운영; 상생금융 확대; 책무구조도 시행
players 시중은행; 인터넷은행들; 지방은행들; 예금자들; 소상공인들
item 정기예금; 퇴직연금; 파킹통장; 기업대출; 방카슈랑스
co 은행; 금융지주; 뱅크
q 예금 금리를 더 올릴 유인이 없다; 연체율이 {lowpct:을} 넘어서면 손을 쓰기 어렵다; 점포를 줄이는 데는 한계가 있다; 내부통제는 비용이 아니라 투자다
s 만 65세 이상 고객의 창구 이용 비율은 {pct}에 이른다. || 고령 고객 가운데 {pct}는 아직 창구를 찾는다.
s 주요 은행이 올해 문을 닫은 점포는 {n}곳이다. || 올해 간판을 내린 은행 점포가 {n}곳에 달한다.
# 보험 finance
who 금융감독원; 생명보험협회; 손해보험협회
role 보험감독국장; 협회장; 부원장보
what 실손보험 손해율=%; 자동차보험 손해율=%; 보험사 지급여력비율=%; 수입보험료=조; 보험사기 적발액=억
cause 비급여 진료 급증; 집중호우 피해; 새 회계제도 도입; 금리 하락; 과잉 진료; 판매수수료 경쟁
effect 보험료 인상; 적자 확대; 자본 확충 부담; 소비자 분쟁 증가; 상품 판매 중단
policy 5세대 실손보험 출시; 경상환자 치료비 개편; 판매수수료 분급; 사망보험금 유동화; 관리급여 도입
players 가입자들; 보험사들; 설계사들; 병의원들; 법인보험대리점
item 실손보험; 자동차보험; 종신보험; 치매보험; 여행자보험
co 생명; 손해보험; 화재
q 도수치료 한 항목에서만 {eok:이} 나갔다; 선량한 가입자가 비용을 떠안는 구조다; 보험료를 묶어 두기는 어렵다; 병원마다 값이 다른 것이 문제다
s 상위 {pct} 가입자가 받은 보험금이 전체의 절반을 웃돌았다. || 전체 보험금의 절반 이상이 {pct}에 불과한 가입자에게 돌아갔다.
s 침수 피해로 접수된 차량은 {cars:로} 추정 손해액은 {eok}이다. || 비에 잠긴 차 {cars}, 추정 손해액 {eok}이 보험사에 접수됐다.
# 카드 finance
who 여신금융협회; 금융위원회; 금융감독원
role 협회장; 중소금융국장; 부원장
what 카드 승인금액=조; 카드사 연체율=%; 카드론 평균 금리=%; 해외 카드 사용액=달러; 현금서비스 잔액=조
cause 조달 비용 상승; 가맹점 수수료 인하; 간편결제 확산; 소비 쿠폰 지급; 해외여행 증가; 카드론 수요 확대
effect 무이자 할부 축소; 알짜 카드 단종; 수익성 악화; 연체 증가; 마케팅 경쟁 과열
policy 적격비용 제도 개편; 개인정보 유출 제재 강화; 카드론 DSR 적용; 애플페이 수수료 점검; 지급결제 전용 계좌 허용
players 카드사들; 가맹점주들; 빅테크 업체들; 소비자들; 밴사들
item 카드론; 체크카드; 프리미엄 카드; 간편결제; 리볼빙
co 카드; 페이; 캐피탈
q 수수료로는 더 남길 것이 없다; 혜택이 좋은 카드부터 사라진다; 결제액 {pct:이} 휴대전화로 넘어갔다; 연체 관리가 올해의 승부처다
s 올해 발급이 중단된 카드는 {n}종이다. || 카드사들이 올해 접은 상품은 {n}종에 이른다.
s 하루 평균 이용액은 {jo:로}, 모바일 비중이 {pct}였다. || 모바일 결제 비중은 {pct}, 하루 이용액은 {jo:다}.
# 배터리 business
who 산업통상자원부; 한국배터리산업협회; 한국무역협회
role 장관; 상근부회장; 첨단산업정책관
what 이차전지 수출액=달러; 글로벌 시장 점유율=%; 양극재 수출량=t; 수주 잔액=조; 북미 공장 가동률=%
cause 전기차 수요 정체; 중국산 저가 공세; 미국 세액공제 축소; 리튬 가격 하락; 에너지저장장치 수요 급증; 화재 우려
effect 공장 가동률 하락; 투자 속도 조절; 수익성 악화; 공급망 재편; 희망퇴직 확산
policy 생산세액공제 도입; 사용후 배터리 법제화; 핵심광물 비축 확대; 배터리 인증제 시행; 전기차 보조금 개편
players 배터리 3사; 소재 업체들; 완성차 업체들; 리튬 개발사들; 협력업체들
item LFP 배터리; 양극재; 전고체 전지; 에너지저장장치; 동박; 분리막
co 에너지; 이노텍; 머티리얼즈; 셀텍
q 바닥은 지났다고 본다; 내년 라인의 {pct:을} 저장장치용으로 바꾼다; 값으로는 중국을 이길 수 없다; 기술 격차는 {few}년도 남지 않았다
s 탄산리튬 가격은 ㎏당 {smallwon}까지 움직였다. || ㎏당 {smallwon}. 최근 탄산리튬이 거래되는 값이다.
s 북미 저장장치 시장은 2030년 {gwh}GWh로 커질 전망이다. || 2030년이면 북미에서만 {gwh}GWh의 저장장치 수요가 생긴다는 예측이 있다.
# 조선 business
who 산업통상자원부; 한국조선해양플랜트협회; 한국수출입은행
role 장관; 부회장; 해양정책관
what 선박 수출액=달러; 수주 잔량=CGT; 신조선가지수=지수; 조선업 외국인 인력=명; LNG선 수주액=달러
cause 친환경 선박 교체 수요; 한미 조선 협력; 후판 가격 인하; 숙련공 부족; 중국 조선소 제재; 해상 운임 상승
effect 납기 지연; 저가 수주 우려; 인력난 심화; 지역 경기 회복; 하청 임금 갈등
policy 외국인 기능인력 비자 확대; 선수금환급보증 지원; 마스가 프로젝트 추진; 함정 정비 사업 참여; 상생협약 이행
players 조선 3사; 기자재 업체들; 하청 노동자들; 선주들; 철강사들
item LNG 운반선; 컨테이너선; 암모니아 추진선; 해양플랜트; 군함 정비
co 조선; 중공업; 마린; 오션
q 도크는 {few}년 치가 찼다; 선가가 꺾일 이유가 보이지 않는다; 사람이 없어 야간작업을 못 돌린다; 미국 조선소 인수는 시작일 뿐이다
s 17만4000㎥급 LNG선 한 척 값은 {bigdollars}에 형성됐다. || LNG선(17만4000㎥급) 신조 가격은 척당 {bigdollars}다.
s 이 배들은 {city} 조선소에서 지어 {futureyear}까지 차례로 넘겨진다. || 인도 시점은 {futureyear}, 건조 장소는 {city} 조선소다.
# 자동차 business
who 산업통상자원부; 한국자동차모빌리티산업협회; 한국수입자동차협회
role 장관; 협회장; 자동차과장
what 자동차 수출액=달러; 국내 완성차 판매량=대; 수입차 등록 대수=대; 전기차 판매 비중=%; 친환경차 수출 대수=대
cause 미국의 관세 부과; 하이브리드 인기; 노조 부분 파업; 환율 효과; 중국 전기차 상륙; 개별소비세 인하 종료
effect 수익성 하락; 부품사 경영난; 출고 대기 장기화; 현지 생산 확대; 중고차값 하락
policy 전기차 보조금 개편; 노후차 교체 지원; 부품사 긴급 유동성 지원; 자율주행 실증 확대; 개별소비세 인하 연장
players 완성차 업체들; 부품사들; 노동조합; 딜러들; 예비 구매자들
item 하이브리드차; 전기차; 픽업트럭; 자율주행 부품; 대형 SUV
co 모터스; 모빌리티; 오토텍; 정밀
q 관세를 값에 다 얹을 수는 없다; 계약하면 {few}개월을 기다려야 한다; 부품사 영업이익률은 {lowpct}에 불과하다; 파업이 길어지면 수출 선적이 밀린다
s 노사는 기본급 {won} 인상과 성과급을 두고 {n}차례 교섭을 벌였다. || {n}차례 교섭에서 쟁점은 기본급 {won} 인상과 성과급이었다.
s 대미 수출 물량은 한 달 {cars:로}, 유럽행은 {cars2}다. || 유럽으로 {cars2}, 미국으로 {cars:이} 각각 실려 나갔다.
# 건설 realestate
who 국토교통부; 대한건설협회; 주택도시보증공사
role 장관; 건설정책국장; 회장
what 건설 수주액=조; 건설공사비지수=지수; 부도 건설사=곳; 준공 후 미분양=가구; 해외 건설 수주액=달러
cause 프로젝트파이낸싱 부실; 자재비 급등; 지방 미분양 적체; 중대재해 처벌 강화; 인건비 상승; 발주 감소
effect 건설사 줄도산; 하도급 대금 체불; 착공 지연; 분양가 상승; 지역 경제 침체
policy PF 사업장 구조조정; 미분양 매입 확대; 공사비 현실화; 안전관리비 상향; 공공공사 조기 발주
players 중견 건설사들; 하도급 업체들; 시공사들; 조합원들; 현장 노동자들
item 지방 아파트; 물류센터; 정비사업; 해외 플랜트; 모듈러 주택
co 건설; 이앤씨; 토건; 종합건설
q 지을수록 손해인 현장이 {n}곳이다; 금융권이 만기를 늘려 주지 않는다; 분양 시점을 내년으로 미뤘다; 원가율이 {highpct:을} 넘었다
s 올해 문을 닫겠다고 신고한 종합건설사는 {n}곳이다. || 종합건설사 {n}곳이 올해 폐업 신고서를 냈다.
s 조합과 시공사는 3.3㎡당 공사비를 {manwon:로} 올리는 데 합의했다. || 3.3㎡당 {manwon}. 조합과 시공사가 줄다리기 끝에 맞춘 공사비다.
# 유통 business
who 산업통상자원부; 대한상공회의소; 공정거래위원회
role 유통물류과장; 위원장; 부회장
what 온라인쇼핑 거래액=조; 대형마트 매출 증가율=%; 편의점 점포 수=곳; 백화점 매출 비중=%; 해외 직구액=억
cause 소비 쿠폰 효과; 중국 이커머스 공세; 새벽배송 경쟁; 소비 심리 회복; 외국인 관광객 증가; 물류비 상승
effect 오프라인 점포 폐점; 납품업체 부담 전가; 골목상권 위축; 출혈 경쟁; 개인정보 유출
policy 의무휴업 규제 완화; 온라인 플랫폼법 제정; 정산 주기 단축; 유통 규제 개편; 전통시장 소비 지원
players 대형마트; 편의점 업계; 입점 업체들; 전통시장 상인들; 이커머스 업체들
item 즉석식품; 명품; 새벽배송; 자체 브랜드 상품; 면세품
co 마트; 백화점; 리테일; 커머스
q 정산이 {n}일 늦어지면 버틸 수 없다; 매장을 체험 공간으로 바꾼다; 외국인 매출이 {pct} 뛰었다; 값싼 미끼 상품으로는 오래 못 간다
s 명절을 앞두고 예약 판매한 선물세트는 {won}대가 {pct:을} 차지했다. || 선물세트 예약의 {pct}는 {won}대 상품이었다.
s 공정위는 납품업체 {n}곳에 판촉비를 떠넘긴 혐의를 들여다보고 있다. || 판촉비를 납품업체 {n}곳에 떠넘겼다는 의혹도 공정위 조사 대상이다.
# 식품 business
who 농림축산식품부; 식품의약품안전처; 한국농수산식품유통공사
role 식품산업정책관; 처장; 사장
what K푸드 수출액=달러; 라면 수출액=달러; 가공식품 물가 상승률=%; 쌀 재고=t; 원두 수입 단가 상승률=%
cause 원재료값 상승; 한류 열풍; 미국 상호관세; 카카오 가격 급등; 건강식 선호; 정부의 가격 인하 압박
effect 제품 용량 축소; 수출 채산성 저하; 소비자 불만; 위조 상품 확산; 원가율 상승
policy 슈링크플레이션 표시 의무화; 수출 물류비 지원; 할랄 인증 지원; 당류 부담금 논의; 식품 안전 점검
players 식품업체들; 수출 농가; 제과업계; 외식 프랜차이즈; 소비자단체들
item 라면; 만두; 김; 냉동김밥; 음료; 건강기능식품
co 식품; 제과; 푸드시스템; 음료
q 현지 대형마트 {n}곳에 들어갔다; 값을 올리지 않고는 버티기 어렵다; 매운맛이 세계 입맛을 바꿨다; 원가가 {pct} 뛰었는데 판매가는 그대로다
s 편의점에서 팔리는 과자 한 봉지는 {smallwon:로} 값이 바뀐다. || 과자 한 봉지의 편의점 가격표는 {smallwon:로} 새로 붙는다.
s 김 수출은 {n}개국으로 늘었고 한 해 {usd:을} 벌어들였다. || {usd}어치의 김이 {n}개 나라로 팔려 나갔다.
# 통신 it
who 과학기술정보통신부; 방송통신위원회; 개인정보보호위원회
role 장관; 통신정책관; 위원장
what 5G 가입자=명; 알뜰폰 가입자=명; 통신 3사 영업이익=조; 번호이동 건수=건; 데이터센터 매출 증가율=%
cause 해킹 사고 여파; 단말기유통법 폐지; 보조금 경쟁; 인공지능 투자 확대; 가입자 포화; 결합상품 확대
effect 가입자 이탈; 과징금 부담; 마케팅비 급증; 요금제 개편; 신뢰 추락
policy 통합요금제 도입; 위약금 면제; 주파수 재할당; 정보보호 공시 확대; 전환지원금 상향
players 통신 3사; 알뜰폰 업체들; 휴대전화 판매점들; 가입자들; 장비업체들
item 유심 교체; 저가 요금제; 데이터센터; 인터넷TV; 위성통신
co 텔레콤; 네트웍스; 클라우드
q 하루에 {n}명이 해지하러 온다; 보안에 {eok:을} 쓰겠다; 보조금만 늘리는 경쟁은 끝났다; 주파수 값이 요금에 얹힐 수밖에 없다
s 번호이동 시장에서는 하루에만 {men:이} 통신사를 옮겼다. || 하루 동안 통신사를 갈아탄 사람은 {men}이었다.
s 공시지원금은 최신 기종 기준 {won:로} 정해졌다. || 최신 기종에 붙는 공시지원금은 {won}이다.
# 게임 it
who 문화체육관광부; 게임물관리위원회; 한국콘텐츠진흥원
role 장관; 위원장; 게임본부장
what 게임 수출액=달러; 모바일 게임 매출=억; 확률형 아이템 민원=건; 국내 게임 이용률=%; 신작 사전예약자=명
cause 신작 출시 지연; 중국 판호 발급 확대; 개발비 상승; 이용자 감소; 인앱결제 수수료; 인기작 장기 흥행
effect 실적 부진; 구조조정; 콘솔 전환; 이용자 이탈; 주가 급락
policy 확률형 아이템 정보공개 강화; 게임 제작비 세액공제; 자체등급분류 확대; 해외 게임사 국내대리인 지정; 인디게임 지원
players 게임사들; 이용자들; 중소 개발사들; 앱마켓 사업자들; 투자자들
item 역할수행게임; 콘솔 게임; 서브컬처 게임; 게임 지식재산권; 자체 결제
co 게임즈; 스튜디오; 소프트; 인터랙티브
q 출시 사흘 만에 {men:이} 접속했다; 확률을 숨기는 시대는 지났다; 자체 결제로 수수료 {pct:을} 아낀다; 하반기 신작 {few}종에 승부를 건다
s 동시접속자는 첫 주말 {men:을} 찍었다. || 첫 주말에 기록한 최고 동시접속자는 {men}이다.
s 이용자들은 트럭 시위 {n}일째를 맞아 환불을 요구했다. || 환불을 요구하는 이용자들의 트럭 시위는 {n}일째 이어졌다.
# 바이오 business
who 보건복지부; 식품의약품안전처; 한국바이오협회
role 처장; 보건산업정책국장; 부회장
what 의약품 수출액=달러; 바이오시밀러 매출=억; 기술수출 계약액=조; 임상시험 승인 건수=건; 위탁생산 공장 가동률=%
cause 미국 의약품 관세; 특허 만료; 비만약 열풍; 생물보안법 추진; 임상 실패; 약가 인하 압박
effect 개발 중단; 자금 조달 난항; 주가 급등락; 현지 생산 전환; 기술 반환
policy 신약 심사 기간 단축; 바이오 특별법 제정; 혁신형 제약기업 지원; 약가 제도 개편; 국산 원료 우대
players 제약사들; 바이오벤처들; 위탁생산 업체들; 환자단체; 벤처캐피털
item 비만 치료제; 항체약물접합체; 바이오시밀러; 세포치료제; 위탁생산
co 바이오; 제약; 파마; 테라퓨틱스
q 임상 3상 결과는 내년 상반기에 나온다; 계약금만 {usd}에 이른다; 돈이 마르면 기술도 멈춘다; 환자 {n}명에게서 효과를 확인했다
s 계약금은 {usd}이며 단계별 기술료를 더하면 {usd2}까지 받는다. || 단계별 기술료까지 받으면 {usd2}, 계약금만 {usd:다}.
s 투약군 {n}명에서 체중이 평균 {pct} 줄었다. || 평균 {pct}의 체중 감소가 투약군 {n}명에게서 나타났다.
# 스타트업 it
who 중소벤처기업부; 한국벤처투자; 스타트업얼라이언스
role 장관; 벤처정책관; 대표
what 벤처투자액=조; 시리즈A 평균 투자액=억; 모태펀드 출자액=억; 신규 창업 기업=곳; 투자 유치 건수=건
cause 투자 혹한기; 금리 부담; 인공지능 쏠림; 상장 문턱 상승; 회수시장 위축; 대기업 협업 확대
effect 후속 투자 실패; 폐업 증가; 인재 유출; 기업가치 하락; 지역 격차 확대
policy 모태펀드 존속기간 연장; 기업형 벤처캐피털 규제 완화; 창업 비자 확대; 재도전 지원; 팁스 확대
players 창업자들; 벤처캐피털; 액셀러레이터들; 대기업; 대학들
item 인공지능 반도체; 로봇; 핀테크; 기후테크; 기업용 소프트웨어
co 랩스; 로보틱스; 소프트; 테크
q 통장 잔액이 {few}개월 치뿐이다; 매출이 있는 팀에만 돈이 몰린다; 해외 고객이 {pct}다; 기업가치를 절반으로 깎아서라도 받는다
s 이번 투자에는 기존 주주 {few}곳이 모두 참여했고 누적 유치액은 {eok:로} 늘었다. || 누적 유치액은 {eok}이 됐다. 기존 주주 {few}곳이 빠짐없이 돈을 더 넣었다.
s 직원 {n}명으로 출발한 이 회사의 고객사는 {n2}곳이다. || 고객사 {n2}곳을 둔 이 회사는 직원 {n}명으로 문을 열었다.
# IPO stock
who 한국거래소; 금융감독원; 금융투자협회
role 코스닥시장본부장; 공시심사실장; 이사장
what 공모 금액=억; 기관 수요예측 참여 건수=건; 청약 증거금=조; 신규 상장 종목=곳; 의무보유 확약 비율=%
cause 의무보유 제도 강화; 공모가 고평가 논란; 상장 첫날 급등; 증시 호조; 중복상장 규제; 대어급 상장 대기
effect 공모주 쏠림; 상장 철회; 오버행 부담; 투자자 손실; 공모가 하향
policy 의무보유 확약 우선배정; 상장폐지 요건 강화; 기술특례 심사 개선; 주관사 책임 확대; 중복상장 심사 강화
players 기관들; 개인 청약자들; 주관사들; 상장 예비 기업들; 벤처캐피털
item 공모주 펀드; 우리사주; 구주 매출; 기술특례 상장; 코스닥벤처펀드
co 테크; 로보틱스; 바이오; 에이아이
q 확약을 걸지 않으면 물량을 받기 어렵다; 희망 범위 상단도 비싸지 않다; 첫날 수익률만 보면 안 된다; 몸값 {eok}은 무리다
s 일반 청약 경쟁률은 {n} 대 1로 마감했고 증거금 {jo:이} 들어왔다. || 증거금 {jo:이} 몰린 일반 청약은 {n} 대 1의 경쟁률로 끝났다.
s 희망 공모가는 {smallwon}, 상장 뒤 유통 가능 물량은 {pct}다. || 상장 직후 풀릴 수 있는 주식은 {pct}, 희망 공모가는 {smallwon}이다.
# M&A business
who 공정거래위원회; 금융위원회; 한국산업은행
role 위원장; 기업결합과장; 회장
what 국내 M&A 거래액=조; 기업결합 심사 건수=건; 사모펀드 약정액=조; 매각 대상 지분율=%; 인수금융 잔액=조
cause 대기업 사업 재편; 사모펀드 만기 도래; 고금리 인수금융; 몸값 눈높이 차이; 경영권 분쟁; 승계 포기
effect 매각 무산; 고용 불안; 독과점 심화; 재무 부담 확대; 소액주주 피해
policy 의무공개매수제 도입; 기업결합 심사 개편; 사모펀드 책임 강화; 구조조정 펀드 조성; 기업 승계 지원
players 사모펀드; 소액주주들; 인수 후보들; 채권단; 노동조합
item 경영권 지분; 비핵심 자산; 인수금융; 교환사채; 물류 자회사
co 홀딩스; 파트너스; 인베스트; 산업
q 값이 맞지 않으면 팔지 않는다; 실사는 {few}주면 끝난다; 고용 승계가 먼저다; 시너지는 연 {eok:로} 본다
s 본입찰에는 {few}곳이 들어와 {eok} 안팎을 써낸 것으로 전해졌다. || {eok} 안팎을 써낸 후보까지 {few}곳이 본입찰에 들어왔다고 한다.
s 매각 대상은 최대주주 측이 가진 지분 {pct}다. || 최대주주 쪽 지분 {pct:이} 매물로 나와 있다.
# 무역협상 economy
who 산업통상자원부; 외교부; 통상교섭본부
role 통상교섭본부장; 장관; 통상차관보
what 대미 수출액=달러; 무역수지 흑자=달러; 평균 관세율=%; 대미 투자 집행액=달러; 자유무역협정 활용률=%
cause 미국의 상호관세; 대미 투자 이행 이견; 중국의 희토류 통제; 유럽의 탄소국경세; 미국 대법원 판결; 디지털 규제 갈등
effect 수출 감소; 공급망 차질; 협상 장기화; 현지 투자 쏠림; 중소기업 통관 부담
policy 관세 후속 협상; 통상 대응 바우처 지급; 수출시장 다변화; 무역보험 확대; 포괄적·점진적 환태평양경제동반자협정 가입
players 수출기업들; 철강업계; 협상단; 농민단체; 중소 제조업체들
item 철강; 자동차 부품; 농산물; 의약품; 디지털 서비스
co 상사; 철강; 무역; 산업
q 국익을 최우선에 두고 협상하겠다; 남은 쟁점은 {few}가지다; 관세 {pp:이} 이윤을 다 가져간다; 서두를수록 손해를 본다
s 양측은 {city}에서 {few}시간 가까이 마주 앉았으나 공동 발표문은 내지 못했다. || {few}시간에 걸친 {city} 회담은 공동 발표문 없이 끝났다.
s 철강에 매겨지는 관세는 {highpct:로} 유지된다. || {highpct}의 철강 관세는 이번에도 손대지 못했다.
# 소상공인 economy
who 중소벤처기업부; 소상공인시장진흥공단; 중소기업중앙회
role 장관; 이사장; 회장
what 자영업자 대출 잔액=조; 폐업 신고 사업자=명; 노란우산 폐업공제금=억; 소상공인 체감경기지수=지수; 자영업자 연체율=%
cause 인건비 부담; 배달앱 수수료; 임차료 상승; 내수 침체; 온라인 소비 확대; 대출 이자 증가
effect 폐업 도미노; 공실 확산; 무인점포 증가; 가족 노동 의존; 상권 붕괴
policy 배드뱅크 설립; 배달 수수료 상한제; 소비 쿠폰 지급; 새출발기금 확대; 최저임금 업종별 구분
players 식당 주인들; 배달앱 업체들; 건물주들; 아르바이트생들; 프랜차이즈 점주들
item 배달 주문; 카페; 치킨집; 무인점포; 임차료
co 외식; 프랜차이즈; 푸드
q 팔아도 남는 게 {pct}밖에 안 된다; 아르바이트생 {few}명을 모두 내보냈다; 빚으로 빚을 막고 있다; 수수료부터 낮춰야 숨통이 트인다
s 이 골목 점포 {many}곳 가운데 {few}곳은 불이 꺼져 있었다. || 불 꺼진 가게는 {many}곳 중 {few}곳이었다.
s 배달 한 건에 붙는 비용은 {smallwon}이라고 한다. || 주문 한 건마다 {smallwon:이} 배달 비용으로 빠져나간다.
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
lead.figure {cause}의 <영향으로/여파로> {lastmonth} {what:이} {change} (증가~감소)했다. {who:이} {day} 발표한 자료에 따르면 {what:은} {value:였}다. || {who:은} {day} {lastmonth} {what:이} {value:로} {change} (커졌다~작아졌다)고 <밝혔다/발표했다>. {cause:이} 주된 배경으로 꼽힌다.
lead.figure {what:이} {value}까지 (올라서면서~내려앉으면서) {players} 사이에서 {effect:을} <걱정하는/우려하는> 목소리가 커지고 있다. || {players:이} {effect:을} <우려하고/염려하고> 있다. {lastmonth} {what:이} {value:로} (뛰었기~떨어졌기) 때문이다.
lead.figure {what} (증가세~감소세)가 심상치 않다. {day} {who}에 따르면 {lastmonth} {what:은} {value:로}, 지난해 같은 달보다 {change} (많았다~적었다). || 지난해 같은 달과 비교한 {what} 변동 폭이 {change}에 달했다. {who:이} {day} 내놓은 {lastmonth} 통계에서 {what:은} {value:로} (높아졌다~낮아졌다).
lead.policy {who:이} {policy:을} <추진한다/본격 추진한다>. {effect:을} 막고 {players:을} 돕기 위한 조치로, 모두 {eok:이} 들어간다. || 정부가 {eok:을} 들여 {policy}에 나선다. {who:은} {day} {players:을} 지원하고 {effect:을} 차단하기 위해 이 같은 방안을 마련했다고 <밝혔다/설명했다>.
lead.policy {who:이} {nextday}부터 {policy}에 들어간다. {official} {role:은} {day} “{q}”고 <말했다/밝혔다>. || {official} {role:이} {day} 기자들과 만나 “{q}”고 했다. {nextday} 시작되는 {policy:을} 두고 한 말이다.
lead.policy {policy:이} 이르면 {nextday} 확정된다. {day} 관계 부처에 따르면 {who:은} {item:을} 포함한 세부 방안을 <다듬고/조율하고> 있다. || {who:이} {item:을} 담은 {policy} 세부안을 막바지 조율 중인 것으로 {day} 확인됐다. 확정 시점으로는 {nextday:이} 거론된다.
lead.company {co:이} {item} 사업에 {eok:을} 투자한다. {day} 업계에 따르면 {co:은} {nextyear}까지 {city}에 {item} 설비를 <갖추기로/짓기로> 했다. || {city}에 {nextyear} {item} 설비가 들어선다. {co:은} {day} 이사회를 열어 {eok} 규모의 투자 안건을 <의결했다/통과시켰다>.
lead.company {co:은} {country} 기업과 {eok} 규모의 {item} 공급 계약을 <맺었다/체결했다>고 {day} 공시했다. 지난해 매출의 {pct}에 해당하는 금액이다. || {day} 금융감독원 전자공시에 따르면 {co:이} {country}에서 {eok}짜리 {item} 계약을 따냈다. 회사 연매출의 {pct:과} 맞먹는 규모다.
lead.company {co:이} {item} 부문을 떼어내 자회사로 둔다. 회사는 {day} 이사회에서 이런 내용의 분할 계획서를 승인하고 {nextday} 임시 주주총회에 올리기로 했다. || {nextday} 열리는 {co} 임시 주주총회에 {item} 부문 분할 안건이 오른다. {day} 이사회가 자회사 신설을 담은 계획서를 통과시킨 데 따른 것이다.
lead.opinion {cause:이} 이어질 경우 {effect:이} <불가피하다/현실이 된다>는 경고가 나왔다. {house:은} {day} 보고서에서 관련 비용을 {eok:로} 추산했다. || {eok}. {house:이} {day} 펴낸 보고서에서 계산한 {cause}의 비용이다. 보고서는 {effect:이} 시간문제라고 <진단했다/지적했다>.
lead.opinion {policy:을} 둘러싼 갈등이 <깊어지고/커지고> 있다. {players:은} {effect:을} 이유로 반대하고, {who:은} 예정대로 밀어붙이겠다는 태도다. || {who:이} 물러서지 않으면서 {policy} 논란이 <길어지고/확산하고> 있다. {effect:을} 걱정하는 {players}의 반발도 거세다.
lead.opinion {day} 찾은 {city}의 한 {item} 업체. {name} 대표는 장부를 보여주며 “{q}”고 <했다/털어놨다>. || “{q}.” {city}에서 {item} 업체를 운영하는 {name} 대표는 {day} 기자에게 이렇게 <토로했다/하소연했다>.
figure 항목별로는 {item:이} {pct}, {item2:이} {pct2} (늘었고~줄었고), 나머지는 큰 변화가 없었다. || {item:과} {item2:이} 각각 {pct}, {pct2} (증가~감소)한 것이 눈에 띈다. 다른 항목은 제자리였다.
figure {what:은} {value:로} 전월 대비 {change} (상승~하락)했다. || 한 달 전과 비교하면 {what:은} {change} (오른~내린) {value:다}.
figure 특히 {item} 비중이 {pct:로} 1년 전 {pct2}에서 크게 달라졌다. || 1년 전 {pct2}이던 {item}의 몫은 이번에 {pct:로} 바뀌었다.
figure 지역별로는 {city:이} {highpct:로} 가장 높았고 {city2}({half}), {city3}({third}) 순이었다. || {city:이} {highpct:로} 1위를 차지했다. {city2:은} {half}, {city3:은} {third:로} 뒤를 이었다.
figure {players} 가운데 {men:이} 관련 지원을 신청했지만 실제로 받은 사람은 {pct}에 그쳤다. || 지원을 받은 비율은 {pct:로}, 신청자 {men}의 기대에 못 미쳤다.
figure 금액으로는 {jo:로}, 건수로는 {cnt:로} 집계됐다. || 모두 {cnt}, {jo}어치다.
figure 이 가운데 {item:이} {jo:로} 전체의 {pct:을} 차지했다. || 전체의 {pct}인 {jo:이} {item} 몫이었다.
figure 올해 들어 {lastmonth}까지 누적으로는 {jo:로}, 지난해 연간 실적의 {pct} 수준이다. || 1월부터 {lastmonth}까지 쌓인 금액은 {jo}이다. 작년 한 해의 {pct}까지 찬 셈이다.
compare {what:이} 이 정도로 (오른~내린) 것은 {pastyear} 이후 처음이다. || {pastyear} 뒤로 {what} (상승~하락) 폭이 이만큼 컸던 적은 없었다.
compare 지난해 {quarter}만 해도 {what:은} 지금보다 {change} (적었다~많았다). || 1년 전 {quarter:과} 견주면 {what:은} {change} (커졌다~작아졌다).
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
background 배경에는 {cause:이} 있다. {item} 수요가 {pct} 움직이면서 {players}의 계산도 달라졌다. || {players:이} 셈법을 바꾼 것은 {cause:로} {item} 수요가 {pct} 변했기 때문이다.
background 시장에서는 {cause:을} 가장 큰 변수로 <꼽는다/본다>. {effect:은} 그다음 문제다. || {effect}보다 {cause:이} 더 큰 변수라는 것이 시장의 <중론이다/시각이다>.
outlook 전문가들은 {nextyear} {what:이} {change} 더 (늘어날~줄어들) 것으로 <내다본다/예상한다>. || {nextyear} {what}의 (증가~감소) 폭은 {change:로} 점쳐진다.
outlook {house:은} {nextyear} 성장률을 {growth:로} 제시하며 {effect:을} 하방 요인으로 꼽았다. || {effect:을} 이유로 {house:이} 내놓은 {nextyear} 성장률 전망치는 {growth}다.
outlook 다만 {cause:이} 풀리면 {effect:은} 일시적 현상에 그칠 수 있다는 <반론도 나온다/지적도 있다>. || {effect:을} 잠깐의 일로 보는 쪽도 있다. {cause:이} 해소되기만 하면 된다는 것이다.
outlook 관건은 {policy}의 속도다. {nextday} 나올 세부안이 가늠자가 될 전망이다. || {nextday} 공개될 세부안을 보면 {policy:이} 얼마나 빨리 진행될지 알 수 있을 것으로 보인다.
outlook {who:은} {nextday} 후속 대책을 <내놓을/발표할> 예정이다. || 후속 대책은 {nextday} 나온다고 {who:은} 예고했다.
measure 지원 대상은 {players} {men:로}, 한도는 1인당 {won}이다. || {players} {men:이} 한 사람에 {won}까지 받을 수 있다.
measure 이번 방안에는 {policy:과} 함께 {item} 관련 규제 {n}건을 손보는 내용이 담겼다. || {item:을} 옥죄던 규제 {n}건도 {policy:과} 함께 정비된다.
measure 정부는 {nextyear} 예산안에 {eok:을} 반영했다. 올해보다 {pct} 늘어난 규모다. || {nextyear} 관련 예산은 {eok:로}, 올해보다 {pct} 많다.
measure 신청은 {nextday}부터 전국 {n}곳 창구에서 받는다. || 전국 창구 {n}곳이 {nextday} 접수를 시작한다.
dispute {players:은} “{q}”며 반발했다. 반면 {players2:은} 환영하는 분위기다. || {players2:이} 반기는 것과 달리 {players}의 반응은 차갑다. “{q}”는 것이다.
dispute 야당은 {policy:이} {effect:을} 부를 수 있다고 <비판했다/각을 세웠다>. || {effect} 가능성을 들어 야당이 {policy:을} <문제 삼았다/공격하고 나섰다>.
dispute 정치권에서도 {policy:을} 두고 의견이 갈린다. 국회 논의는 {nextday} 재개된다. || {nextday} 다시 열리는 국회 상임위원회에서 {policy:은} 뜨거운 감자가 될 전망이다.
plan {co:은} {nextyear} {item} 매출 목표를 {eok:로} 잡았다. 올해보다 {pct} 높은 수준이다. || {nextyear} {item}에서 올해보다 {pct} 많은 {eok:을} 벌겠다는 게 {co}의 목표다.
plan {co:은} {country} 생산 비중을 {pct}까지 끌어올리기로 했다. || {country}에서 만드는 물량을 {pct:로} 높이는 방안도 {co:이} <검토하는/추진하는> 과제다.
plan {co2:은} 이에 맞서 {item}에 {eok:을} 쏟아붓는다. || 경쟁사인 {co2:이} {item}에 책정한 돈은 {eok}이다.
consumer {city}에 사는 {name}({age}) 씨는 지난달 {item} 비용으로 {won:을} 썼다. 1년 전보다 {pct} 많다. || 직장인 {name}({age}·{city}) 씨의 지난달 {item} 지출은 {won}. 한 해 사이 {pct} 늘었다.
consumer 자영업자 {name}({age}) 씨는 “{q}”고 <한숨을 쉬었다/토로했다>. || {city}에서 가게를 하는 {name}({age}) 씨의 말도 같다. “{q}”는 것이다.
market 이날 {co} 주가는 전 거래일보다 {move} (오른~내린) {won:로} 거래를 마쳤다. || {co:은} {move} (상승~하락)한 {won}에 장을 마감했다.
market 외국인은 {eok:을} (순매수~순매도)했고 기관은 {eok2:을} (팔아치웠다~사들였다). || 기관이 {eok2:을} (내던지는~쓸어담는) 동안 외국인은 {eok}어치를 (담았다~털어냈다).
market {house:은} {co}의 목표주가를 {won:로} {pct} (올렸다~낮췄다). || {co} 목표주가를 {pct} (상향~하향) 조정한 {house:은} 적정 가격을 {won:로} 봤다.
said {cause:이} 이어지는 한 {effect:은} 피하기 어렵다
said {policy:이} 늦어질수록 {players}의 부담이 커진다
said {effect}에 대비해 {n}개 과제를 점검하고 있다
said 지금으로서는 {cause:이} 언제 끝날지 알 수 없다
said {players} 처지에서는 선택지가 많지 않다
said {policy}만으로는 부족하다
said {item} 쪽은 이미 회복 국면에 들어섰다
lead.figure 석 달 내리 (오르던~내리던) {what:이} 방향을 <굳혔다/이어갔다>. {who:이} {day} 공개한 수치는 {value:로}, 앞선 달과의 차이는 {change:다}. || {who} 집계를 보면 {what:은} {value:로} 한 달 사이 {change} (올라가며~내려가며) 넉 달째 같은 방향이다.
lead.policy {eok}. {who:이} {policy}에 쓰겠다며 {day} 제시한 금액이다. {players:이} 가장 먼저 혜택을 본다. || {players:을} 1순위로 하는 {policy} 재원이 {eok:로} 정해졌다고 {who:이} {day} 알렸다.
lead.company 업황이 나쁠수록 투자를 늘린다. {co:이} {day} 내놓은 {item} 증설 계획이 그렇다. {eok:을} 들여 {city} 공장을 넓힌다. || {co:은} {city} 공장의 {item} 라인을 키우는 데 {eok:을} 투입하기로 {day} 결정했다. 불황 속 증설이다.
lead.opinion {players:이} {day} {city}에 모여 {policy} 재검토를 요구했다. 경찰 추산 {men:이} 참여했다. || {men}(경찰 추산)이 참여한 {day} {city} 집회의 구호는 하나였다. {policy:을} 다시 살펴보라는 것이다.
figure 표본으로 뽑은 {many}곳 중 {n}곳의 응답을 모은 결과다. || 응답에 참여한 곳은 {n}, 조사 대상은 모두 {many}곳이었다.
figure {men} 수준이던 이용자는 {men2:로} 달라졌고 1인당 금액은 {won}이었다. || 한 사람이 평균 {won:을} 썼고, 이용자는 {men}에서 {men2:로} 변했다.
figure 규모가 작은 곳일수록 타격이 컸다. 직원 50명 미만에서는 {pct}, 300명 이상에서는 {pct2:이} 영향을 받았다고 답했다. || 영향을 받았다는 응답은 300명 이상 사업장에서 {pct2}, 50명 미만에서 {pct:로} 조사됐다.
figure 계절 요인을 걷어내면 전달 대비 증가율은 {lowpct:로} 낮아진다. || 계절조정을 거친 값으로는 한 달 사이 {lowpct} 늘어난 데 머물렀다.
figure 상위 {few}곳의 합계는 {jo:로}, 나머지를 모두 더한 금액의 {few2}배다. || {few2}배. 상위 {few}곳이 가진 {jo:을} 나머지와 견준 배율이다.
figure {age}세 전후 연령대에서 {pct:로} 변화가 가장 컸고, 60대 이상은 {pct2}에 머물렀다. || 60대 이상이 {pct2} 움직이는 동안 {age}세 안팎에서는 {pct:이} 달라졌다.
compare {months} 전 같은 조사에서는 {pct}였다. 그때는 {cause:이} 이만큼 부각되지 않았다. || {cause:이} 덜 알려졌던 {months} 전에는 같은 질문의 응답이 {pct}에 그쳤다.
compare 외환위기 직후와 닮았다는 말도 나오지만 당시 비율은 {highpct:로} 지금과 거리가 있다. || 당시 {highpct}까지 갔던 점을 떠올리면 외환위기 때와 견주는 것은 지나치다는 시각이 있다.
compare {country:은} {pastyear} 비슷한 일을 겪었다. 정상으로 돌아오기까지 {months:이} 걸렸다. || 회복에 {months:이} 든 {country}의 {pastyear} 사례가 자주 입에 오른다.
compare 수도권과 지방의 차이는 {pp:로} 벌어졌다. 지난해 이맘때는 {pp2}였다. || 1년 전 {pp2}이던 수도권·지방 격차가 이제 {pp}다.
compare 최근 10년 평균({pct})을 기준으로 삼으면 아직 {pp} 모자라다. || 10년 평균 {pct}까지는 {pp:을} 더 채워야 한다.
quote “{q}.” {day} 만난 {name} {co2} {grade}의 말이다. || {name} {co2} {grade:은} 기자에게 “{q}”고 잘라 말했다.
quote {house:은} {day} 낸 자료에서 “{q}”고 <분석했다/평가했다>. || {house} 보고서에는 “{q}”는 문장이 실렸다.
quote {name} 변호사는 “{q}”고 말했다. {n}건의 관련 사건을 맡은 그는 판례가 더 쌓여야 한다고 본다. || 관련 사건 {n}건을 대리한 {name} 변호사는 법원 판단을 지켜보자면서 “{q}”고 했다.
quote {players} 사이에서는 “{q}”는 <푸념/하소연>도 들린다. || “{q}.” {players:을} 만나면 흔히 듣는 이야기다.
quote 국책연구기관의 한 연구위원은 “{q}”면서도 “{q2}”고 <선을 그었다/단서를 달았다>. || 익명을 원한 국책연구기관 연구위원의 견해는 조심스럽다. “{q2}”는 것을 전제로 “{q}”고 했다.
quote {name} 의원은 국정감사에서 “{q}”고 <따졌다/질타했다>. || 국정감사장에서도 “{q}”는 {name} 의원의 질의가 나왔다.
background 제도가 처음 생긴 {pastyear}에는 {players}만 대상이었다. 이후 {few}차례 손질을 거쳤다. || {few}번 고친 끝에 지금의 모습이 됐지만 {pastyear} 출발 때 대상은 {players}뿐이었다.
background {item} 시장은 {few}개 회사가 {highpct:을} 나눠 갖고 있다. || 상위 {few}개사의 {item} 점유율을 더하면 {highpct}에 이른다.
background {cause:은} 한국만의 일이 아니다. {country:과} {country2} 모두 같은 고민을 안고 있다. || {country2:과} {country} 역시 {cause:을} 놓고 골머리를 앓는다.
background 앞서 {who:은} {pastyear}에도 {policy:을} 꺼냈다가 {months} 만에 접은 적이 있다. || {months} 만에 거둬들인 {pastyear}의 {policy:이} 선례로 남아 있다.
background 법 개정이 필요한 과제는 {few}건, 시행령만 바꾸면 되는 과제는 {n}건이다. || 시행령으로 풀 수 있는 {n}건과 달리 {few}건은 국회를 거쳐야 한다.
background {co:은} {pastyear} {city}에서 문을 열어 {item:로} 이름을 알렸다. 직원은 {staff}이다. || 직원 {staff:을} 둔 {co}의 출발점은 {pastyear} {city}, 주력은 {item}이다.
outlook 최악의 경우 {what:이} {change} 더 (오를~내릴) 수 있다는 계산도 있다. || {what}의 추가 (상승~하락) 폭을 최대 {change:로} 잡은 곳도 있다.
outlook 남은 변수는 {cause:다}. {nextday} 윤곽이 드러나면 {players}의 움직임도 빨라질 것으로 보인다. || {players:은} {nextday:을} 기다린다. {cause}의 윤곽이 그때 잡히기 때문이다.
outlook {house} 조사에서 전문가 {many}명 중 {n}명이 현 흐름이 {months} 이상 간다고 답했다. || {months} 넘게 이어진다고 본 전문가가 {many}명 가운데 {n}명이었다고 {house:이} 전했다.
outlook 낙관론도 있다. {item} 회복이 {effect:을} 상쇄할 수 있다는 것이다. || {item:이} 살아나면 {effect}쯤은 덮고도 남는다는 기대 역시 적지 않다.
outlook 당장 {nextday} 나오는 지표가 첫 시험대다. 시장 예상치는 {pct}다. || 시장은 {pct:을} 점치는 가운데 {nextday} 지표 발표를 지켜보고 있다.
measure 심사에는 {few}주가 걸리며 탈락하면 {months} 뒤 다시 낼 수 있다. || 한 번 떨어지면 {months:을} 기다려야 재신청이 된다. 심사 기간은 {few}주다.
measure 어기면 {won} 이하 과태료를 물리고 {few}회 적발되면 명단을 공개한다. || {few}번 걸린 곳은 이름이 공개되고, 과태료는 최고 {won}이다.
measure {who:은} {city:과} {city2}에서 먼저 시범 운영한 뒤 전국으로 넓힌다는 <구상이다/계획이다>. || 시범 지역은 {city:과} {city2:다}. 결과가 좋으면 전국이 대상이 된다.
measure 재원은 기금 {eok:과} 민간 출연금 {eok2:로} 마련한다. || 민간이 {eok2}, 기금이 {eok:을} 대는 방식이다.
dispute 환경단체는 {n}쪽짜리 의견서에서 {policy}의 절차가 빠졌다고 <주장했다/꼬집었다>. || 절차를 건너뛴 {policy:라}는 것이 {n}쪽 의견서를 낸 환경단체의 주장이다.
dispute 법정 다툼으로 번질 조짐도 있다. {players} {n}곳은 집행정지를 신청하기로 했다. || {players} {n}곳이 집행정지 신청을 예고해 공은 법원으로 넘어갈 수 있다.
dispute 여론은 팽팽하다. {house} 조사에서 찬성 {half}, 반대 {half2}였다. || 찬반을 물은 {house} 조사 결과는 {half} 대 {half2:로} 갈렸다.
dispute {who} 안에서도 이견이 있다. 한 과장급 간부는 “{q}”고 <털어놨다/말했다>. || “{q}.” {who} 내부에서조차 이런 말이 나온다.
plan 이를 위해 {co:은} {staff:을} 새로 뽑고 {city}에 연구소를 연다. || {city} 연구소 신설과 {staff} 채용이 {co:이} 세운 준비 작업이다.
plan {co:은} 회사채 {eok}어치를 찍어 {few}년 만기로 조달할 방침이다. 금리는 연 {lowpct} 안팎이다. || 자금은 {few}년짜리 회사채로 마련한다. {co:이} 연 {lowpct} 수준에 {eok:을} 빌린다.
plan {co} 이사회는 보통주 한 주에 {smallwon}씩 배당하기로 했다. 시가배당률은 {lowpct}다. || 주당 {smallwon}, 시가배당률 {lowpct}의 배당안도 {co} 이사회를 통과했다.
consumer {name} 씨 가족 {few}명은 {item:을} 줄이는 쪽을 택했다. 아낀 돈은 매달 {won} 정도다. || 매달 {won:을} 아끼려 {item}부터 줄였다고 {few}인 가구의 가장 {name} 씨는 전했다.
consumer 온라인 카페에는 {item} 후기가 하루 {n}건씩 올라온다. “{q}”는 글에 댓글 {cnt:이} 달렸다. || 댓글이 {cnt} 붙은 글의 내용은 “{q}”는 것이다. {item} 후기는 하루 {n}건꼴로 쌓인다.
consumer {city} 시민 {name}({age}) 씨는 {months:을} 기다린 끝에 계약을 포기했다. || {months}이나 기다리던 {name}({age}·{city}) 씨가 끝내 계약을 접었다.
market 거래량은 {cnt}으로 20일 평균의 {few}배에 달했다. || 20거래일 평균의 {few}배인 {cnt:이} 손바뀜했다.
market 업종 지수는 {lowpct} (뛰어~밀려) 코스피 수익률을 (앞섰다~밑돌았다). || 코스피보다 (나은~못한) 성적이다. 업종 지수 등락률은 {lowpct}였다.
market 회사채 시장에서도 반응이 왔다. {co} 3년물 금리는 {bp} (올랐다~내렸다). || {co}의 3년 만기 회사채 금리가 {bp} (상승~하락)하는 등 채권시장도 움직였다.
said 숫자만 놓고 판단하기에는 이르다
said {nextday} 이후에나 방향이 보일 것 같다
said {cause:을} 얕잡아 본 측면이 있다
said {country} 사례를 그대로 옮겨 올 수는 없다
said {effect:이} {city} 같은 지역부터 나타나고 있다
said {item}에서 번 돈으로 나머지를 메우고 있다
said 당분간 {pct} 안팎의 변동은 각오해야 한다
said {policy}의 취지에는 공감하지만 순서가 틀렸다
said 협의는 하되 시한에 쫓기지는 않겠다
said {players:이} 먼저 움직이면 따라갈 수밖에 없다
said 직원 {n}명의 생계가 걸린 일이다
said {eok}으로는 어림도 없다
said 이미 {months} 전부터 예고된 일이다
title.figure {what} 석 달째 한 방향…{value} || 멈추지 않는 {what}…한 달 새 {change} (올라~내려) || {who} “{what} {value}”…{cause} 탓
title.figure {lastmonth} {what} 성적표 {value}…{players} ‘{effect}’ 촉각 || {what} {change} (커져~줄어)…{value} 기록 || [그래픽] {what} 추이…{lastmonth} {value}
title.policy {who}, {policy}에 {eok}…{players} 1순위 || {policy} 재원 {eok} 확정 || {players}부터 혜택…{eok} 규모 {policy}
title.company {co}, {city} {item} 공장 증설…{eok} || 불황에 더 쓴다…{co} {item}에 {eok} || {co} {city} 라인 키운다…“{item} 선점”
title.opinion {players} {men} {city} 집결…“{policy} 재검토” || “{policy} 다시 살펴라”…{players} 거리로 || {city}에 모인 {players}…{policy} 반대 집회
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
grade 상무 전무 부사장 본부장 팀장 부장 이사
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
    if form in "다였":
        return ("이" if final else "") + form if form == "다" else "이었" if final else "였"
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
    "lowpct": lambda chance: f"{chance.randrange(4, 59) / 10}%",
    "highpct": lambda chance: f"{chance.randrange(501, 948) / 10}%",
    "smallwon": lambda chance: f"{chance.randrange(12, 98) * 100 + chance.choice((0, 50, 80, 90)):,}원",
    "manwon": lambda chance: f"{chance.randrange(210, 2900)}만원",
    "bigusd": lambda chance: f"{chance.randrange(61, 99)}달러",
    "bigdollars": lambda chance: f"{chance.randrange(2, 4)}억{chance.randrange(10, 95) * 100}만달러",
    "gas": lambda chance: f"{chance.randrange(1590, 1890):,}",
    "gwh": lambda chance: str(chance.randrange(11, 48) * 10),
    "cars": lambda chance: _count(chance.randrange(310, 98000), "대"),
    "futureyear": lambda chance: f"{chance.randrange(2027, 2031)}년",
    "grade": lambda chance: chance.choice(pool("grade")),
    "many": lambda chance: str(chance.randrange(102, 980)),
    "staff": lambda chance: _count(chance.randrange(42, 4200), "명"),
    "growth": lambda chance: f"{chance.randrange(11, 29) / 10}%",
    "move": lambda chance: f"{chance.randrange(14, 980) / 100}%",
    "half": lambda chance: f"{chance.randrange(361, 488) / 10}%",
    "third": lambda chance: f"{chance.randrange(121, 338) / 10}%",
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
}


@dataclass
class Facts:
    """What a piece is about: names that stay the same throughout, and decks of words that are dealt without repeating."""

    topic: Deck
    day: datetime
    chance: Random
    kept: dict[str, str] = field(default_factory=dict)
    decks: dict[str, list[str]] = field(default_factory=dict)
    series: dict[str, tuple[str, str, str]] = field(default_factory=dict)

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
        if "{what" in form:
            self._find("what", held)
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
                told = self.series.setdefault(held["what"], (*_amount(held["unit"], self.chance), held["up"]))
                held["value"], held["change"], held["up"] = told
            return held[name]
        if name == "q":
            left = self.decks.setdefault("q", self.chance.sample(self.topic["q"], len(self.topic["q"])))
            return self._fill(left.pop() if left and self.chance.random() < 0.5 else self.deal("said"), held)
        if name == "co":
            return company(self.topic, self.chance)
        word = NUMBERS[name](self.chance) if name in NUMBERS else self.deal(name)
        return word if word not in held.values() else self._find(name, held)


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


ROLES = "figure figure compare quote quote quote background background outlook measure dispute plan consumer market s s s".split()


def compose(chance: Random, *, source: str | None = None, topic: Deck | None = None, moment: datetime | None = None,
            letters: int = 0, lead: str | None = None) -> Piece:  # fmt: skip
    """An invented piece of about this many letters."""
    moment = moment or a_moment(chance)
    facts = Facts(topic or chance.choice(topics()), moment, chance)
    letters = letters or min(max(int(chance.lognormvariate(7.0, 0.6)), 170), 3300)
    held: dict[str, str] = {}
    lead = lead or chance.choice("figure policy company opinion".split())
    place = chance.randrange(len(_patterns()[f"lead.{lead}"]))
    paragraphs = [[facts.line(_patterns()[f"lead.{lead}"][place], held)]]
    # The n-th headline is of the n-th lead, with its facts: what the lead left open is filled in for both.
    titles = facts.line(_patterns()[f"title.{lead}"][place], held)
    facts.kept.update({name: held[name] for name in ("policy", "country") if name in held})
    size = len(paragraphs[0][0][0])
    roles: list[str] = []
    used: set[str] = set()
    while size < letters:
        roles = roles or chance.sample(ROLES, len(ROLES))
        paragraph: list[Line] = []
        for _ in range(max(round(chance.choice((0.5, 1, 1, 1.5)) * letters / 500), 1)):
            role = roles.pop() if roles else "quote"
            pattern = facts.deal(role)
            if pattern not in used or role == "quote":
                paragraph.append(facts.line(pattern))
            used.add(pattern)
        if not paragraph:
            continue
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
        if chance.random() < 0.5:
            lead = piece.paragraphs[0][0]
            short[0] = short[0].replace(lead[0], lead[-1])
        second = desk.print(other(piece.source, chance), moment, title, short, story=story, writer=person(chance))
    desk.pair(kind, first, second)


def press_release(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Papers carry the same release, each with its own headline, order of the middle and some sentences of its own."""
    piece = compose(chance, letters=chance.randrange(500, 2600), lead=chance.choice(("company", "policy")))
    shown: list[int] = []
    for paper in chance.sample(list(PAPERS), chance.choice((2, 2, 3))):
        told = _reworded(piece, (0.25, 0.38), chance) if shown else piece.text()
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
    sentence = piece.paragraphs[0][0][0] if len(sentence) < 35 else sentence
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
