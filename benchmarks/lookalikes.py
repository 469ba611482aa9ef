"""Pieces that look alike and are not: market reports in their frames, flashes, follow-ups, lists, columns, digests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random

from benchmarks.corpus import (
    NEWSPAPERS,
    PAPERS,
    Desk,
    Piece,
    a_moment,
    company,
    compose,
    josa,
    other,
    person,
    pool,
    topics,
)

# A report of a market: "@ market publisher", then open|close, the headline first; {slot:particle}, (rose~fell).
REPORTS = """
@ usd mk
open 원/달러 환율, {move} {opened}원 출발
open {day} 서울 외환시장에서 원/달러 환율은 전 거래일 주간 거래 종가보다 {gap}원 (오른~내린) {opened}원에 거래를 시작했다. 오전 9시 10분 현재는 {low}원 안팎에서 움직이고 있다.
open 간밤 뉴욕 외환시장에서 달러인덱스는 {dxy}를 기록했다. {event} 영향으로 달러가 (강세~약세)를 보인 것으로 풀이된다. 역외 시장에서 원/달러 1개월물은 {ndf}원에 최종 호가됐다.
open 같은 시각 원/엔 재정환율은 100엔당 {yen}원이다.
close 원/달러 환율, {chg}원 (오른~내린) {close}원 마감
close {day} 서울 외환시장에서 원/달러 환율은 전 거래일보다 {chg}원 (오른~내린) {close}원에 주간 거래(오후 3시 30분 기준)를 마쳤다. 환율은 {opened}원에 출발해 장중 {high}원까지 오르고 {low}원까지 내렸다.
close 달러는 {event} 영향으로 (강세~약세)를 보였다. 주요 6개국 통화 대비 달러 가치를 나타내는 달러인덱스는 {dxy}이다. 외국인 투자자는 유가증권시장에서 {foreign}했다.
close 같은 시각 원/엔 재정환율은 100엔당 {yen}원으로, 전 거래일 오후 3시 30분 기준가보다 {yenchg}원 {yendir}. 엔/달러 환율은 {jpy}엔이다.
@ usd newsis
open [외환] 원·달러 환율 {opened}원에 개장…{gap}원 (↑~↓)
open 원·달러 환율이 {gap}원 (상승~하락) 출발했다. {day} 서울 외환시장에 따르면 미국 달러화 대비 원화 환율은 전날 주간 종가 대비 {gap}원 (오른~내린) {opened}원에 장을 열었다.
open 시장 참가자들은 {event}에 주목하고 있다. {house} {name} {post:은} “오늘 환율은 {band}원 사이에서 등락할 것”이라고 내다봤다.
close [외환] 원·달러 환율 {close}원 마감…{chg}원 (↑~↓)
close 원·달러 환율이 {event}에 {chg}원 (상승~하락)했다. {day} 서울 외환시장에 따르면 미국 달러화 대비 원화 환율은 전날 주간 종가 대비 {chg}원 (오른~내린) {close}원에 오후 장을 마쳤다.
close 이날 환율은 {opened}원으로 출발했다. 장중 고가는 {high}원, 저가는 {low}원으로 변동 폭은 {width}원이었다. 장중 한때 {roundlevel}원 선을 {touch}.
close 코스피가 {kpct}% {kdir} 가운데 외국인은 {foreign}했다. {house} {name} {post:은} “{event:이} 이어지면서 {side} 물량이 우위를 보였다”고 설명했다.
@ usd edaily
close [외환마감]{event}에 환율 {close}원…{chg}원 (상승~하락)
close 원·달러 환율이 {close}원에 마감했다. {streak} {event:이} 환율의 방향을 정했다.
close {day} 엠피닥터에 따르면 이날 환율은 오후 3시 30분 기준 전거래일 대비 {chg}원 (오른~내린) {close}원에 정규장을 마쳤다. 전거래일 종가보다 {gap}원 (오른~내린) {opened}원에 개장한 환율은 오전 중 {high}원을 찍은 뒤 {low}원까지 저점을 낮췄다.
close 수급적으로는 {side} 물량이 우위를 보였다. 국내 증시에서 외국인은 코스피에서 {foreign}했고 코스닥에서 {kqforeign}했다. 한 외환 딜러는 “{band}원 범위에서 당분간 방향을 탐색할 것”이라고 말했다.
close 이날 서울외국환중개와 한국자금중개에서 거래된 규모는 {volume}달러로 집계됐다.
@ kospi mk
open 코스피, {kgap}포인트 (오른~내린) {kopen} 출발
open 코스피가 {day} (상승~하락) 출발했다. 이날 오전 9시 5분 현재 코스피는 전 거래일보다 {kgap}포인트 (오른~내린) {kopen:을} 나타내고 있다.
open 같은 시간 유가증권시장에서 외국인과 기관이 각각 {eok}, {eokb}어치를 (사들이고~팔고) 있다. 개인은 홀로 물량을 (내놓고~받아내고) 있다.
open 간밤 뉴욕증시는 {event}의 영향을 받았다. 다우지수는 {dow}%, S&P500지수는 {spx}%, 나스닥지수는 {nasdaq}% 움직였다. 코스닥지수는 {kqclose} 부근에서 거래되고 있다.
close 코스피 {kchg}포인트 (상승~하락)…{kclose} 마감
close 코스피가 {day} {event}에 (상승~하락) 마감했다. 이날 코스피는 전 거래일보다 {kchg}포인트({kpct}%) (오른~내린) {kclose}에 거래를 마쳤다. 지수는 {kopen}에 출발해 장중 {khigh}까지 올랐다.
close 유가증권시장에서 외국인은 {foreign}했고, 기관은 {inst}했다. 개인은 {retail}했다.
close 시가총액 상위 종목 가운데 {winners} 등이 올랐고 {losers} 등은 내렸다. 업종별로는 {sectors} 등이 강세를 보였다.
close 코스닥지수는 전 거래일보다 {kqchg}포인트({kqpct}%) {kqdir} {kqclose}에 장을 마쳤다. 서울 외환시장에서 원/달러 환율은 {close}원에 거래됐다.
@ kospi yna
open 코스피, {event}에 장 초반 {kopen}(으로 올라~까지 밀려)
open 코스피가 {day} 장 초반 {kopen:로} (오름~내림)세를 보이고 있다. 이날 오전 9시 20분 기준 코스피는 전장보다 {kgap}포인트 (높은~낮은) {kopen}이다.
open 유가증권시장에서 외국인과 기관이 {eok}, {eokb:을} 각각 (순매수~순매도) 중이다. 시가총액 상위주 중에서는 {winners} 등이 강세다.
open {house} {name} {post:은} “{event:을} 소화하면서 종목별 장세가 이어질 것”이라고 전망했다.
close 코스피, {event} 속 {kpct}% (올라~내려) {kclose} 마감…코스닥 {kqclose}
close {day} 코스피가 {kpct}% (올라~내려) {kclose}로 장을 마감했다. 코스피는 이날 전장 대비 {kchg}포인트 (높은~낮은) {kclose}에 거래를 마쳤으며, 지수는 전장보다 {kgap}포인트 (오른~내린) {kopen:로} 시작했다.
close 서울 외환시장에서 미국 달러화 대비 원화 환율의 주간 거래 종가는 전장 대비 {chg}원 {usddir} {close}원을 기록했다. 유가증권시장에서 외국인은 {foreign}했으며 기관도 {inst}했다. 개인은 {retail}했다.
close 이날 국내 증시는 {event}의 영향을 받았다. {house} {name} {post:은} “{eventb:을} 앞둔 경계심도 남아 있다”고 말했다. {winners} 등이 상승했고 {losers} 등은 하락했다.
close 코스닥지수는 전장보다 {kqchg}포인트({kqpct}%) {kqdir} {kqclose}에 장을 마쳤다. 이날 유가증권시장과 코스닥시장의 거래대금은 각각 {tril}, {trilb:로} 집계됐다.
@ kospi fnnews
close [마감시황] 코스피, {foreignword}…{kclose} (상승~하락) 마감
close 코스피 지수가 {foreignword} 속에 (상승~하락) 마감했다. {day} 한국거래소에 따르면 코스피 지수는 전 거래일 대비 {kpct}% (오른~내린) {kclose}에 마감했다.
close 투자자별로는 외국인이 {foreign}했다. 기관은 {inst}했고, 개인은 {retail}했다. 업종별로 보면 {sectors} 등이 상승 마감했다.
close 시가총액 상위 10개 종목 중에서는 {winners:이} 상승했다. 반면 {losers} 등은 약세로 마쳤다. 코스닥 지수는 전 거래일 대비 {kqpct}% {kqdir} {kqclose}에 거래를 마쳤다.
@ bond edaily
close [채권마감]국고채 금리 일제히 (상승~하락)…3년물 {three}%
close {day} 서울 채권시장에서 국고채 금리가 {event}에 일제히 (상승~하락)했다. 금융투자협회에 따르면 이날 3년 만기 국고채 금리는 전 거래일보다 {threechg}bp(1bp=0.01%포인트) (오른~내린) 연 {three}%에 장을 마쳤다.
close 5년물은 {fivechg}bp (상승~하락)한 연 {five}%, 10년물은 {tenchg}bp (상승~하락)한 연 {ten}%를 기록했다. 20년물과 30년물은 각각 연 {twenty}%, {thirty}%로 {twentychg}bp, {thirtychg}bp (올랐다~내렸다). 2년물은 {two}%, 1년물은 {one}%에 마감했다.
close 외국인은 3년 국채선물을 {futures} (순매도~순매수)했고, 10년 국채선물은 {futuresb} (순매도~순매수)했다. 콜금리 익일물은 {call}%, 양도성예금증서(CD) 91일물 금리는 {cd}%로 집계됐다.
@ bond newspim
close 국고채 금리 대체로 (오름세~내림세)…10년물 연 {ten}%
close 국고채 금리가 {day} 대체로 (오름세~내림세)를 나타냈다. 이날 서울 채권시장에서 3년 만기 국고채 금리는 전 거래일보다 {threechg}bp (오른~내린) 연 {three}%에 마감했다. 10년물 금리는 연 {ten}%로 {tenchg}bp (상승~하락)했다.
close 5년물과 2년물은 각각 연 {five}%, 연 {two}%에 장을 마쳤다. 20년물은 연 {twenty}%로 {twentychg}bp (상승~하락)했고 30년물과 50년물은 연 {thirty}%, 연 {fifty}%를 기록했다.
close {house} {name} {post:은} “{event}의 영향으로 외국인이 국채선물을 (내다 판~사들인) 점이 금리 방향을 갈랐다”고 분석했다.
@ oil yna
close 국제유가, {event}에 (상승~하락)…WTI {wtipct}%(↑~↓)
close 국제유가는 {event}에 (올랐다~내렸다). {prevday}(현지시간) 뉴욕상업거래소에서 {delivery} 인도분 서부텍사스산 원유(WTI)는 전 거래일보다 {wtichg}달러({wtipct}%) (오른~내린) 배럴당 {wti}달러에 거래를 마쳤다.
close 글로벌 벤치마크인 브렌트유는 런던ICE선물거래소에서 {brentchg}달러({brentpct}%) (상승~하락)한 배럴당 {brent}달러에 마감했다. 국내 수입 원유의 기준인 두바이유는 배럴당 {dubai}달러를 기록했다.
close 시장은 {eventb}에도 주목했다. 미국 에너지정보청(EIA)에 따르면 지난주 미국 상업용 원유 재고는 {stock}만 배럴 {stockdir}.
@ oil asiae
close [국제유가]WTI {wti}달러…{wtipct}% (상승~하락) 마감
close 국제유가가 {wtipct}% (상승~하락)했다. {prevday} 뉴욕상업거래소(NYMEX)에서 WTI 선물은 배럴당 {wti}달러에 마감했다. 전장 대비 {wtichg}달러 (높은~낮은) 수준이다.
close 같은 날 런던 ICE선물거래소의 브렌트유 선물은 배럴당 {brent}달러로 {brentpct}% (올랐다~떨어졌다). 한국석유공사 오피넷에 따르면 이날 전국 주유소 평균 휘발유 판매 가격은 리터당 {gas}원, 경유는 {diesel}원이다.
@ gold newsis
close 국내 금값 g당 {gold}원…{goldpct}% (상승~하락)
close {day} 한국거래소 KRX금시장에서 1㎏짜리 금 현물은 전 거래일 대비 {goldchg}원({goldpct}%) (오른~내린) g당 {gold}원에 거래를 마쳤다. 100g짜리 미니금은 g당 {mini}원에 마감했다.
close 국제 금값은 온스당 {ounce}달러로 집계됐다. 이날 KRX금시장의 거래량은 {kilo}㎏, 거래대금은 {eok:로} 나타났다. {house} {name} {post:은} “{event:이} 금값을 움직이고 있다”고 말했다.
close 한국금거래소에 따르면 순금 한 돈(3.75g)을 살 때 가격은 {don}원이다.
"""
# A piece in its frame: kind, then the headline and its paragraphs.
FRAMES = """
stock [특징주] {co}, {news}에 {pct} (강세~약세)
stock {co} 주가가 {news} 소식에 (강세~약세)다. {day} 한국거래소에 따르면 오전 {clock} 현재 {co:은} 전 거래일 대비 {won}({pct}) (오른~내린) {price}에 거래되고 있다.
stock 주가 (상승~하락)은 {news}의 영향으로 풀이된다. 회사는 전날 장 마감 뒤 {item} 사업과 관련한 내용을 공시했다. 거래량은 {shares}주로 전날 하루 거래량의 {pctb} 수준이다.
|
stock {co}, 장 초반 {pct} (급등~급락)…{news} 영향[특징주]
stock {co:이} 장 초반 (급등~급락)하고 있다. {day} 오전 {clock} 기준 {co:은} 전장보다 {pct} (오른~내린) {price}에 거래 중이다. 장중 한때 {pricehigh}까지 (치솟기도~밀리기도) 했다.
stock {news:이} 투자심리를 (자극한~위축시킨) 것으로 보인다. {house} {name} {post:은} “{item} 부문의 실적 눈높이가 달라질 것”이라며 목표주가를 {pricetarget:로} 제시했다.
stock 한편 같은 시각 코스피는 {kpct} 움직인 {kospi}에 거래되고 있다.
|
stock [e특징주]{co} {pct}(↑~↓)…“{news} 주목”
stock {co:이} (오름세~내림세)다. {news:이} 주목받으면서다. {day} 마켓포인트에 따르면 {clock} 현재 {co:은} 전거래일보다 {pct} (오른~내린) {price}에 거래되고 있다.
stock 앞서 {co:은} {item} 관련 계약 금액이 {eok}이라고 밝혔다. 지난해 연결 매출액 대비 {pctb} 규모다.
|
stock [특징주] ‘{news}’ {co} (신고가~신저가)
stock {co:이} {day} 장중 52주 (신고가~신저가)를 새로 썼다. 이날 오전 {clock} 유가증권시장에서 {co:은} 전날보다 {won}({pct}) (뛴~빠진) {price:을} 기록 중이다. 종전 (최고가~최저가)는 {pricehigh}이었다.
stock 증권가에서는 {news:을} 배경으로 꼽는다. 외국인은 이달 들어 {co} 주식 {eok}어치를 (사들였다~팔아치웠다).
results {co}, {quarter} 영업이익 {profit}…전년 동기比 {profitpct} (증가~감소)
results {co:은} 연결 재무제표 기준 올해 {quarter} 영업이익이 {profit:로} 잠정 집계됐다고 {day} 공시했다. 지난해 같은 기간보다 {profitpct} (증가~감소)한 수치다.
results 매출은 {sales:로} 전년 동기 대비 {salespct} (늘었다~줄었다). 순이익은 {net:로} {netpct} (증가~감소)했다. 영업이익률은 {margin}로 집계됐다.
results 이번 영업이익은 연합인포맥스가 집계한 시장 전망치 {expect:을} {gap} (웃돌았다~밑돌았다). 전 분기와 비교하면 매출은 {qpct}, 영업이익은 {qpctb} 달라졌다.
|
results [실적] {co} {quarter} 매출 {sales}·영업이익 {profit}
results 코스피 상장사 {co:이} {day} 공시한 {quarter} 잠정 실적(연결 기준)은 다음과 같다. ▲ 매출액 {sales}(전년 동기 대비 {salespct} (증가~감소)) ▲ 영업이익 {profit}({profitpct} (증가~감소)) ▲ 당기순이익 {net}({netpct} (증가~감소)).
results 누적 기준 매출액은 {total:로}, 지난해 같은 기간보다 {totalpct} (늘었다~줄었다). 누적 영업이익은 {totalprofit}이다.
results 이 기사는 금융감독원 전자공시시스템(DART) 자료를 바탕으로 자동 작성됐다.
|
results {co}, {quarter} 영업익 {profit}…{profitpct} (↑~↓)
results {co:이} {quarter}에 매출 {sales}, 영업이익 {profit:을} 냈다고 {day} 밝혔다. 매출은 작년 같은 기간보다 {salespct} (늘었고~줄었고) 영업이익은 {profitpct} (늘었다~줄었다).
results {item} 부문 매출이 {eok:로} 전체의 {pct:을} 차지했다. {itemb} 부문은 {eokb}의 매출을 올렸다. 회사 관계자는 “{why}”고 설명했다.
results 당기순이익은 {net:로} {netpct} (증가~감소)했다. 부채비율은 {margin:로} 전 분기 말과 비슷하다.
results {co:은} {nextyear}에도 {item} 중심의 성장 전략을 이어갈 계획이다.
region {lastmonth} {city} 소비자물가 {pct} (상승~하락)…{food} {pctb} 올라
region {lastmonth} {city} 소비자물가지수가 {index:로} 지난해 같은 달보다 {pct} (상승~하락)했다. {office} {day} 이런 내용의 ‘{lastmonth} {city} 소비자물가동향’을 발표했다.
region 구입 빈도와 지출 비중이 높은 144개 품목으로 작성한 생활물가지수는 {pctc}, 신선식품지수는 {pctd} (올랐다~내렸다). 품목별로는 {food}({pctb}), {foodb}({pcte}), {foodc}({pctf}) 등의 가격이 많이 올랐다.
region 지출 목적별로는 식료품·비주류음료가 {pctg}, 음식·숙박이 {pcth}, 주택·수도·전기·연료가 {pcti} 상승했다. 전월 대비로는 {pctj} (상승~하락)했다.
|
region {lastmonth} {city} 취업자 {men}…고용률 {rate}
region {lastmonth} {city} 고용률이 {rate:로} 지난해 같은 달보다 {pp} (올랐다~떨어졌다). {office} {day} 발표한 ‘{lastmonth} {city} 고용동향’에 따르면 취업자 수는 {men:로} {menb} (증가~감소)했다.
region 산업별로는 사업·개인·공공서비스업에서 {menc}, 도소매·숙박음식점업에서 {mend} (늘었고~줄었고), 제조업은 {mene} 수준을 유지했다. 실업률은 {ratelow}로 {ppb} 변동했다.
region 15세 이상 인구는 {pop}, 경제활동참가율은 {rateb}다. 비경제활동인구 가운데 가사는 {menf}, 쉬었음은 {meng:로} 집계됐다.
|
region {city} {lastmonth} 수출 {usd}…{pct} (증가~감소)
region 한국무역협회 {city}지역본부가 {day} 발표한 수출입 동향에 따르면 {lastmonth} {city} 수출은 지난해 같은 달보다 {pct} (증가~감소)한 {usd:로} 집계됐다. 수입은 {usdb:로} {pctb} (늘었다~줄었다).
region 무역수지는 {usdc} 흑자를 기록했다. 품목별로는 {goods}({pctc}), {goodsb}({pctd}) 수출이 호조를 보였고 {goodsc}({pcte}) 수출은 부진했다.
region 국가별로는 {country} 수출이 {pctf} 늘었고 {countryb} 수출은 {pctg} 줄었다. 협회 관계자는 “{city} 기업의 수출 애로를 해소하겠다”고 말했다.
flash 코스피, {level:로} 마감…{kchg}포인트 (상승~하락)
flash 코스피, 장중 {level} (돌파~붕괴)
flash 원/달러 환율, {usdlevel}원 (돌파~하회)
flash {co}, {quarter} 영업이익 {profit}…전년 대비 {pct} (증가~감소)
flash 한국은행, {nextyear} 성장률 전망 {lowc}→{lowb}로 (상향~하향)
flash {lastmonth} 수출 {usd}…{pct} (증가~감소)
flash {lastmonth} 소비자물가 {lowc} 상승…{food} {pct} (급등~급락)
flash {official} {role} “{q}”
flash {co}, {country}서 {eok} 규모 {item} 수주
flash {co}, {co2}에 {item} 사업부 {eok}에 매각
flash {lastmonth} 취업자 {men} (증가~감소)…실업률 {lowc}
flash 미국 {lastmonth} 소비자물가 {lowc} 상승…예상치 {lowb}
flash {co} {city} 공장서 불…{n}명 대피
flash {co}, {eok} 규모 유상증자 (결정~철회)
flash 정부, {policy}에 {eok} 투입
column 이번 주({week}) 코스피는 {level} 안팎에서 움직일 것으로 전망된다. 증권사들이 내놓은 이번 주 예상 등락 범위는 {band}이다.
column 한 주 동안의 시장을 돌아보고 다음 주를 내다봅니다. 이번 회에서는 {item:과} {item2:을} 짚어봅니다.
column 지난주 서울 아파트 시장을 매물과 호가, 거래 세 갈래로 나눠 살펴본다. {week} 사이에 나온 실거래 신고를 기준으로 했다.
column 매주 한 가지 상품을 골라 약관부터 수수료까지 뜯어보는 코너다. {week}의 주제는 {item}이다.
column 세계 시장의 돈은 지금 어디로 움직이고 있을까. {week} 글로벌 자금 흐름을 다섯 장면으로 정리했다.
column 스타트업 투자 시장의 한 주를 정리한다. {week} 공개된 투자 유치는 모두 {n}건, {eok}이다.
column 채권시장은 {week} 사이 {policy:을} 주시했다. 딜러 다섯 명에게 이번 주 전망을 물었다.
columnend 투자 판단의 책임은 투자자 본인에게 있으며, 이 글은 특정 종목의 매수나 매도를 권하지 않습니다. 필자의 견해는 본지의 편집 방향과 다를 수 있습니다.
columnend 이 코너는 매주 월요일 독자를 찾아갑니다. 다뤘으면 하는 주제가 있으면 이메일로 보내 주세요. 가장 많은 질문을 받은 주제를 골라 다음 회에 답해 드립니다.
columnend 표에 실린 값은 한국거래소와 금융투자협회 자료를 바탕으로 계산했으며 수수료와 세금은 빼지 않았다. 지난 수익률이 앞으로의 수익을 보장하지는 않는다.
columnend 다음 주에는 주요 기업의 실적 발표와 미국 고용지표 공개가 예정돼 있다. 국내에서는 통계청 산업활동동향과 한국은행 금융통화위원회 의사록이 나온다.
columntitle [주간 증시 전망] {effect} 속 {item}에 쏠린 눈
columntitle [주간 증시 전망] {cause}…“{item} 주목할 때”
columntitle [{name}의 돈이 보이는 {item}] {effect:을} 피하는 법
columntitle [위클리 마켓] {cause}, 어디까지 왔나
columntitle [이주의 부동산] {effect} 조짐에 {city} ‘관망’
columntitle [금융 뜯어보기] {item}, 정말 유리할까
columntitle [글로벌 머니] {country:로} 향하는 돈…{cause}
columntitle [채권 브리핑] {policy} 앞둔 딜러들의 셈법
"""
# What a slot is filled with: a form and the range of its number, or words.
NUMBERS = """
opened close high low ndf = {:,.1f} 1361 1479
usdlevel roundlevel = {:,.0f} 1360 1480
gap chg yenchg goldchg = {:.1f} 0.2 14.8
dxy = {:.3f} 96 107
yen = {:.2f} 921 989
jpy = {:.2f} 141 158
width = {:.1f} 3 15
kopen kclose khigh index kospi = {:,.2f} 3890 4310
kgap kchg = {:.2f} 0.7 68
kpct kqpct dow spx nasdaq wtipct brentpct goldpct qpct qpctb = {:.2f} 0.03 3.1
kqclose = {:,.2f} 862 1043
kqchg = {:.2f} 0.3 14
level = {:,.0f} 3900 4400
three five ten twenty thirty two one fifty call cd = {:.3f} 2.31 3.28
threechg fivechg tenchg twentychg thirtychg = {:.1f} 0.2 8.7
futures futuresb = {:,.0f}계약 812 21840
wti brent dubai = {:.2f} 57 84
wtichg brentchg = {:.2f} 0.05 2.6
stock = {:.0f} 110 980
gas diesel = {:,.2f} 1520 1790
gold mini = {:,.0f} 182000 204000
ounce = {:,.1f} 3890 4280
kilo = {:.1f} 210 880
don = {:,.0f} 742000 839000
pct pctb pctc pctd pcte pctf pctg pcth pcti pctj salespct profitpct netpct totalpct gap = {:.1f}% 0.4 48
margin rate rateb ratelow lowrate = {:.1f}% 2.1 68
pp ppb = {:.1f}%포인트 0.1 2.4
eok eokb sales profit net expect total totalprofit volume = {:,.0f}억원 97 9870
tril trilb = {:.1f}조원 5.2 23.8
won = {:,.0f}원 150 9800
price pricehigh pricetarget = {:,.0f}원 4150 389000
shares = {:,.0f} 61840 9841200
men menb menc mend mene menf meng = {:,.0f}명 1240 389000
pop = {:,.0f}명 912000 3184000
usd usdb usdc = {:.1f}억달러 3.1 89
lowb lowc = {:.1f}% 0.9 3.4
n = {:.0f} 7 84
"""
WORDS = {
    "move": "상승 하락 보합권",
    "side": "매수 매도 결제 네고",
    "touch": "넘어섰다 밑돌았다 웃돌기도_했다",
    "kdir": "오른 내린",
    "kqdir": "오른 내린",
    "yendir": "올랐다 내렸다",
    "usddir": "오른 내린",
    "stockdir": "늘었다 줄었다",
    "streak": "이틀째 사흘째 나흘_만에 닷새째 엿새_만에",
    "foreignword": "외국인_‘사자’ 외국인_‘팔자’ 기관_순매수 개인_매수세",
    "delivery": "11월_인도분 12월_인도분 1월_인도분",
    "news": "대규모_수주 신약_임상_3상_성공 자사주_소각 북미_공장_증설 무상증자_결정 실적_개선_전망 정부_지원책 인수설 최대주주_변경 특허_취득",
    "why": "판매가_늘었다 원가_부담이_줄었다 환율_효과가_컸다 신제품_반응이_좋았다 일회성_비용을_털어냈다",
    "official": "한은_총재 경제부총리 금융위원장 미_연준_의장 산업장관",
    "role": "기자간담회서 국회서 세미나서",
    "q": "물가_안정이_먼저 서두르지_않겠다 시장_안정에_만전 추가_대책_검토 필요하면_개입",
    "policy": "주택_공급 소상공인_지원 반도체_전력망 수출_금융 청년_고용",
    "cause": "미국_금리_인하_지연 외국인_매도 반도체_쏠림 환율_불안 관세_협상",
    "effect": "변동성_확대 매물_잠김 쏠림_심화 이자_부담 수급_공백",
    "week": "11월_1주 11월_2주 10월_3주 10월_4주 9월_2주 9월_4주",
    "quarter": "3분기",
    "nextyear": "내년",
    "call": "2.5",
}
LISTS = """
event 미_고용지표_호조 미국_소비자물가_둔화 연준_의장의_매파_발언 중동_긴장_고조 미·중_무역협상_기대 위안화_약세 엔화_강세 반도체주_차익_실현 인공지능_거품_논란 외국인_자금_유입 배당_재투자_수요 미_국채_금리_변동 일본은행_금리_인상_관측 미_연방정부_셧다운_우려 기업_실적_기대 산유국_증산_논의 원유_재고_변화 유럽_정치_불안 중국_부양책_기대 관세_판결_경계감 월말_결제_수요 FOMC_의사록_공개 한은_총재_발언 국민연금_환헤지_관측 옵션_만기일_경계감
sector 반도체 전기·전자 의료정밀 기계·장비 운송장비·부품 화학 금속 건설 유통 음식료·담배 제약 보험 증권 은행 통신 전기·가스 운송·창고 섬유·의류 종이·목재 비금속
food 배추 무 사과 배 돼지고기 국산쇠고기 달걀 고등어 갈치 커피 빵 쌀 마늘 토마토 오이 귤 김 휘발유 경유 시금치 상추 포도 조기 우유
goods 자동차 반도체 선박 석유제품 합성수지 철강판 자동차부품 무선통신기기 건설기계 이차전지 화장품 의약품 전력케이블 변압기 김 라면 타이어 광학기기
unit 기획조정실 예산실 세제실 국제금융국 정책조정국 경제정책국 감사담당관 홍보담당관 운영지원과 디지털혁신과 시장감시국 기업금융과 은행감독국 자본시장과 인재경영실 리스크관리부 여신심사부 영업추진부 자산관리부 투자전략부 준법감시부 IT개발부 글로벌사업부
grade 실장 국장 과장 팀장 부장 본부장 상무 전무 센터장 지점장
office 기획재정부 금융위원회 금융감독원 한국은행 국세청 관세청 공정거래위원회 산업통상자원부 국토교통부 중소벤처기업부 통계청 조달청 한국거래소 예금보험공사 신용보증기금 기술보증기금 한국산업은행 한국수출입은행 주택금융공사 한국자산관리공사 KDI
hospital 서울성모병원 신촌세브란스병원 서울아산병원 삼성서울병원 분당서울대병원 고려대안암병원 이대목동병원 부산대병원 전남대병원 충남대병원 경북대병원 일산백병원
kin 부친상 모친상 장인상 장모상 시부상 빙부상 조부상 형제상
"""
SLOT = re.compile(r"\{([a-z]+\d?)(?::(\w))?\}")
SIDES = re.compile(r"\(([^()~]*)~([^()~]*)\)")


@cache
def _numbers() -> dict[str, tuple[str, float, float]]:
    found: dict[str, tuple[str, float, float]] = {}
    for line in NUMBERS.strip().splitlines():
        names, _, row = line.partition(" = ")
        form, low, high = row.split()
        found.update(dict.fromkeys(names.split(), (form, float(low), float(high))))
    return found


@cache
def _lists() -> dict[str, list[str]]:
    rows = (line.split() for line in LISTS.strip().splitlines())
    return {name: [word.replace("_", " ") for word in words] for name, *words in rows}


@cache
def _reports() -> dict[tuple[str, str], dict[str, list[str]]]:
    """By market and publisher: the lines of its report at the opening and at the close."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for line in REPORTS.strip().splitlines():
        kind, text = line.split(" ", 1)
        if kind == "@":
            market, source = text.split()
            frame = found[market, source] = defaultdict(list)
        else:
            frame[kind].append(text)
    return found


@cache
def _frames() -> dict[str, list[list[str]]]:
    """By kind: its frames, each a list of lines with the headline first."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    last = ""
    for line in FRAMES.strip().splitlines():
        kind, _, text = line.partition(" ")
        if kind == "|":
            found[last].append([])
            continue
        if kind != last:
            found[kind].append([])
        found[kind][-1].append(text)
        last = kind
    return found


DEATH = "▲{name0}씨 별세, {name1}({co} {grade})·{name2}씨 {kin}, {name3}씨 시부상={day} {hospital} 장례식장 {room}, 발인 {out} 오전 7시, {phone}"


class Form:
    """Fills frames; what is named once keeps its words."""

    def __init__(self, chance: Random, **kept: str) -> None:
        self.chance = chance
        self.kept = kept

    def fill(self, line: str) -> str:
        """A line with its slots and sides filled."""
        line = SIDES.sub(lambda sides: sides[self.chance.choice((1, 2))], line)
        return SLOT.sub(
            lambda slot: self._word(slot[1]) + (josa(self._word(slot[1]), slot[2]) if slot[2] else ""), line
        )

    def _word(self, name: str) -> str:
        if name not in self.kept:
            self.kept[name] = self._new(name)
        return self.kept[name]

    def _new(self, name: str) -> str:
        chance = self.chance
        if name in _numbers():
            form, low, high = _numbers()[name]
            return form.format(chance.uniform(low, high))
        if name in WORDS:
            return chance.choice(WORDS[name].split()).replace("_", " ")
        if name in ("foreign", "inst", "retail", "kqforeign"):
            return f"{chance.uniform(97, 9870):,.0f}억원 {chance.choice(('순매수', '순매도'))}"
        if name in ("co", "co2"):
            return company(chance.choice(topics()), chance)
        if name in ("winners", "losers"):
            return ", ".join(company(chance.choice(topics()), chance) for _ in range(3))
        if name == "sectors":
            return ", ".join(chance.sample(_lists()["sector"], 3))
        if name == "band":
            low = round(chance.uniform(1360, 1460))
            return f"{low:,}~{low + chance.randint(6, 20):,}"
        if name == "name":
            return person(chance)
        if name == "house":
            return chance.choice(pool("brand")) + chance.choice(pool("research"))
        if name == "clock":
            return f"{chance.choice((9, 10, 11))}시 {chance.randrange(1, 60)}분"
        base = name.rstrip("bc2").replace("item", "goods")
        return chance.choice(_lists()[base] if base in _lists() else pool(base))


def _dated(moment: datetime) -> dict[str, str]:
    return dict(day=f"{moment.day}일", prevday=f"{max(1, moment.day - 1)}일", lastmonth=f"{moment.month - 1}월")


def daily(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """The report of one market by one reporter on several days, and twice a day where it has two."""
    (_, source), frames = chance.choice(list(_reports().items()))
    first = a_moment(chance).replace(hour=9, minute=10)
    writer, event = person(chance), chance.choice(_lists()["event"])
    shown: list[int] = []
    for day in range(chance.choice((2, 3, 4))):
        moment = first + timedelta(days=day)
        form = Form(chance, **_dated(moment))
        if chance.random() < 0.4:
            form.kept["event"] = event
        for part, hours in (("open", 0), ("close", 6.6)):
            if frames[part] and not (part == "open" and chance.random() < 0.5):
                title, *body = map(form.fill, frames[part])
                number = desk.print(
                    source, moment + timedelta(hours=hours), title, body, story=f"{story} {len(shown)}", writer=writer
                )
                shown.append(number)
    for one, following in pairwise(shown):
        desk.pair(kind, one, following)


def framed(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Two or three companies or regions in one frame on one day; now and then a figure or the news is the same."""
    frame = chance.choice(_frames()[{"특징주": "stock", "results": "results", "regional": "region"}[kind]])
    source, moment, writer = chance.choice(list(PAPERS)), a_moment(chance), person(chance)
    shared = Form(chance)
    for name in chance.sample(
        ["pct", "news", "profitpct", "clock", "eok", "salespct", "food", "item", "house"], chance.randrange(4)
    ):
        shared.fill("{" + name + "}")
    shown: list[int] = []
    for number in range(chance.choice((2, 2, 3))):
        form = Form(chance, **shared.kept, **_dated(moment))
        title, *body = map(form.fill, frame)
        shown.append(
            desk.print(
                source,
                moment + timedelta(minutes=chance.randrange(1, 200)),
                title,
                body,
                story=f"{story} {number}",
                writer=writer,
            )
        )
    for second in shown[1:]:
        desk.pair(kind, shown[0], second)


def flashes(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """One-line flashes of one wording and other content, minutes apart."""
    line = chance.choice(_frames()["flash"][0])
    source, moment = chance.choice(list(PAPERS)), a_moment(chance)
    seen: dict[str, int] = {}
    kept = Form(chance, **_dated(moment))
    for name in chance.sample(
        ["co", "level", "pct", "eok", "item", "country", "official", "low", "usd"], chance.randrange(4)
    ):
        kept.fill("{" + name + "}")
    for _ in range(8):
        title = Form(chance, **kept.kept).fill(line)
        if len(seen) < 3 and title not in seen:
            body = title if chance.random() < 0.5 else f"{title}했다고 {PAPERS[source].name}가 보도했다."
            number = desk.print(
                source,
                moment + timedelta(minutes=7 * len(seen)),
                f"[속보] {title}",
                [body],
                story=f"{story} {len(seen)}",
            )
            seen[title] = number
    first, *others = seen.values()
    for second in others:
        desk.pair(kind, first, second)


def follow_up(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """The next day's news, with as much as half of the first piece taken over as background."""
    piece = compose(chance, letters=chance.randrange(700, 2200))
    moment = piece.moment + timedelta(minutes=chance.randrange(360, 1800))
    news = compose(chance, topic=piece.facts.topic, moment=moment, letters=chance.randrange(500, 1600))
    old, new = piece.text(), news.text()
    room = min(0.5 * sum(map(len, old)), 0.9 * sum(map(len, new)))
    background: list[str] = []
    for paragraph in old[1:]:
        if sum(map(len, background)) + len(paragraph) < room:
            background.append(paragraph)
    if sum(map(len, background)) < 0.4 * sum(map(len, new)):
        return
    first = desk.publish(piece, story)
    source = piece.source if chance.random() < 0.6 else other(piece.source, chance)
    second = desk.print(source, moment, news.titles[0], new + background, story=f"{story} next", writer=person(chance))
    desk.pair(kind, first, second)


def same_event(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Two papers report the same facts, each in sentences of its own."""
    piece = compose(chance, letters=chance.randrange(500, 1800))
    told = [" ".join(line[-1] for line in paragraph) for paragraph in piece.paragraphs]
    same = sum(len(line[0]) for paragraph in piece.paragraphs for line in paragraph if line[0] == line[-1])
    if same > 0.1 * sum(map(len, told)):
        return
    first = desk.publish(piece, story)
    second = desk.print(other(piece.source, chance, list(PAPERS)), piece.moment + timedelta(minutes=chance.randrange(180)), piece.titles[-1], told,
                        story=f"{story} too", writer=person(chance))  # fmt: skip
    desk.pair(kind, first, second)


def notices(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """Two lists of appointments or of deaths, of other people."""
    source, moment = chance.choice(list(PAPERS)), a_moment(chance)
    make = chance.choice((_appointments, _deaths))
    shown: list[int] = []
    for number in range(2):
        later = moment + timedelta(minutes=number * chance.randrange(1440))
        title, body = make(later.day, chance)
        shown.append(desk.print(source, later, title, body, story=f"{story} {number}"))
    desk.pair(kind, *shown)


def _appointments(day: int, chance: Random) -> tuple[str, list[str]]:
    lists = _lists()
    office = chance.choice(lists["office"][:6])
    rows = [
        f"{head} "
        + " ".join(
            f"△{chance.choice(lists['unit'])}{chance.choice(lists['grade'])} {person(chance)}"
            for _ in range(chance.randint(4, 12))
        )
        for head in ("◇ 승진", "◇ 전보")
    ]
    return f"[인사] {office}", [f"<{office}>", *rows]


def _deaths(day: int, chance: Random) -> tuple[str, list[str]]:
    lists = _lists()
    rows = []
    for _ in range(chance.randint(1, 4)):
        form = Form(chance, day=f"{day}일", out=f"{day + 2}일", kin=chance.choice(lists["kin"]))
        form.kept |= dict(grade=chance.choice(lists["grade"]), hospital=chance.choice(lists["hospital"]))
        form.kept |= {f"name{number}": person(chance) for number in range(4)}
        form.kept |= dict(
            room=f"{chance.randint(1, 20)}호실", phone=f"02-{chance.randint(300, 3999)}-{chance.randint(1000, 9999)}"
        )
        rows.append(form.fill(DEATH))
    return f"[부고] {rows[0][1:4]}씨 별세", rows


def columns(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """A column of one series in two weeks, or of two series in one week: the same head and foot, another text between."""
    place = chance.randrange(len(_frames()["column"][0]))
    heads, ends, titles = _frames()["column"][0], _frames()["columnend"][0], _frames()["columntitle"][0]
    source, moment, writer, end = chance.choice(NEWSPAPERS), a_moment(chance), person(chance), chance.choice(ends)
    shown: list[int] = []
    for number, days in enumerate((0, chance.choice((1, 7, 7)))):
        form = Form(chance, name=writer)
        text = compose(chance, letters=chance.randrange(350, 1300)).text()
        body = [form.fill(heads[place]), *text, end]
        shown.append(
            desk.print(
                source,
                moment + timedelta(days=days),
                form.fill(titles[min(place, len(titles) - 1)]),
                body,
                story=f"{story} {number}",
                writer=writer,
            )
        )
    desk.pair(kind, *shown)


def digest(desk: Desk, kind: str, story: str, chance: Random) -> None:
    """A morning's digest that quotes the beginning of other pieces, against each of them."""
    moment = a_moment(chance).replace(hour=6)
    shown, items = [], []
    for number in range(chance.randint(6, 9)):
        piece: Piece = compose(
            chance, moment=moment - timedelta(minutes=chance.randrange(60, 840)), letters=chance.randrange(300, 1500)
        )
        shown.append(desk.publish(piece, f"{story} {number}"))
        items.append(f"◇ {piece.titles[0]}\n\n{piece.text()[0]}")
    source = chance.choice(NEWSPAPERS)
    whole = desk.print(
        source,
        moment,
        f"[모닝 브리핑] {moment.month}월 {moment.day}일 주요 뉴스",
        items,
        story=f"{story} digest",
        writer=person(chance),
    )
    for number in shown:
        desk.pair(kind, number, whole)


MAKERS: dict[str, tuple[int, Callable[[Desk, str, str, Random], None]]] = {
    "daily rates": (110, daily),
    "특징주": (160, framed),
    "results": (160, framed),
    "regional": (150, framed),
    "flash": (150, flashes),
    "follow-up": (260, follow_up),
    "same event": (330, same_event),
    "notices": (200, notices),
    "column": (200, columns),
    "digest": (30, digest),
}
"""For each class, how many groups of pieces `corpus` makes of it by default, and what makes one."""
