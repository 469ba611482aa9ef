"""Who signed is told from who is written about: lines as the Korean press prints them, names and texts invented."""

import json
from pathlib import Path

from scrapy.utils.project import get_project_settings

from newscrawl import reading
from newscrawl.bases.source import load_sources
from newscrawl.text import bylines
from newscrawl.text.framing import unframed

FIRST = "한빛전자의 3분기 영업이익은 1조 2,300억 원으로 지난해보다 8.4% 늘었다."
SOURCES = load_sources(get_project_settings())
MANY = Path(__file__).parent / "lines" / "many-bylines.txt"
LAST = "회사는 내년 설비 투자를 15% 줄이겠다고 밝혔다."

# Lines of their own at the head or the end of a text: what is printed, and the names with their mails.
ALONE = [
    ("마서윤 기자 seoyun.ma@example.co.kr", "마서윤 seoyun.ma@example.co.kr"),
    ("[마서윤 기자 seoyun@example.co.kr]", "마서윤 seoyun@example.co.kr"),
    ("마서윤기자 seoyun@example.com", "마서윤 seoyun@example.com"),
    ("/마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤·하도경 기자 msy@example.com", "마서윤 msy@example.com, 하도경"),
    ("마서윤·하도경 기자 hadk@example.com", "마서윤, 하도경 hadk@example.com"),
    ("마서윤, 하도경, 도여울 기자", "마서윤, 하도경, 도여울"),
    ("마서윤ㆍ하도경 기자", "마서윤, 하도경"),
    ("마서윤 기자, 하도경 인턴기자", "마서윤, 하도경"),
    ("마서윤 기자(msy@example.com)·하도경 기자(hdk@example.com)", "마서윤 msy@example.com, 하도경 hdk@example.com"),
    ("msy@example.com 마서윤 기자", "마서윤 msy@example.com"),
    ("msy@example.com 마서윤 기자 hdk@example.com 하도경 기자", "마서윤 msy@example.com, 하도경 hdk@example.com"),
    ("부산=마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("부산 마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("뉴욕=마서윤 특파원 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 베이징특파원", "마서윤"),
    ("워싱턴 마서윤 특파원", "마서윤"),
    ("산업2부 마서윤 기자", "마서윤"),
    ("증권부 마서윤 기자 msy@ⓒ 세상을 읽는 눈, 한빛경제", "마서윤"),
    ("마서윤 기자 msy@example.com<ⓒ 한빛경제, 무단전재 및 재배포 금지>", "마서윤 msy@example.com"),
    ("마서윤 기자 msy@example.com 저작권자 ⓒ 한빛경제 무단전재 금지", "마서윤 msy@example.com"),
    ("칼럼니스트 마서윤 msy@example.com", "마서윤 msy@example.com"),
    ("경제칼럼니스트 마서윤 msy@example.com", "마서윤 msy@example.com"),
    ("칼럼니스트 / 마서윤", "마서윤"),
    ("논설위원 마서윤", "마서윤"),
    ("마서윤 논설위원 msy@example.com", "마서윤 msy@example.com"),
    ("서울경제 논설위원 마서윤", "마서윤"),
    ("객원기자 마서윤", "마서윤"),
    ("시민기자 : 마서윤", "마서윤"),
    ("편집위원 마서윤 msy@example.com", "마서윤 msy@example.com"),
    ("전문위원 마서윤 msy@example.com", "마서윤 msy@example.com"),
    ("여행작가 마서윤 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 반도체 전문기자 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 금융전문 기자", "마서윤"),
    ("마서윤 부동산전문위원 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 한빛대 경제학과 교수 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤(한빛회계법인 회계사) msy@example.com", "마서윤 msy@example.com"),
    ("글=마서윤 기자", "마서윤"),
    ("글·사진 마서윤 기자", "마서윤"),
    ("글 마서윤 객원기자 / 사진 하도경 기자", "마서윤"),
    ("정리=마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("기획·취재 마서윤 기자", "마서윤"),
    ("기자명 마서윤 기자", "마서윤"),
    ("기자명마서윤 기자", "마서윤"),
    ("기자 | 마서윤", "마서윤"),
    ("마서윤 기자 | msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 기자 ㅣ 하도경 기자", "마서윤, 하도경"),
    ("［마서윤 기자］", "마서윤"),
    ("【마서윤 기자】", "마서윤"),
    ("〈마서윤 기자〉", "마서윤"),
    ("마 서윤 기자", "마서윤"),
    ("남궁서윤 기자 nsy@example.com", "남궁서윤 nsy@example.com"),
    ("마윤 기자 yun@example.com", "마윤 yun@example.com"),
    ("Sarah Lowe 기자 sarah@example.com", "Sarah Lowe sarah@example.com"),
    ("한경닷컴 마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("한국경제TV 마서윤 기자", "마서윤"),
    ("이데일리 마서윤", "마서윤"),
    ("YTN 마서윤 (msy@example.com)", "마서윤 msy@example.com"),
    ("마서윤 기자 / 기사승인 : 2026-11-20 10:22:08", "마서윤"),
    ("입력 2026.11.20 10:22 수정 2026.11.20 11:05 마서윤 기자 (msy@example.com)", "마서윤 msy@example.com"),
    ("머니투데이 마서윤 기자 | 2026.11.20 10:22", "마서윤"),
    ("마서윤 기자 입력 2026-11-20 오전 10:22", "마서윤"),
    ("마서윤 선임기자 승인 2026.11.20 10:22 댓글 0", "마서윤"),
    ("등록일시 2026.11.20 10:22 | 마서윤 기자", "마서윤"),
    ("마서윤 기자의 다른기사 보기 msy@example.com", "마서윤 msy@example.com"),
    ("마서윤 기자 외 2명", "마서윤"),
    ("마서윤 앵커", "마서윤"),
    ("마서윤 경제부장 msy@example.com", "마서윤 msy@example.com"),
    ("도여울 기자 dodo@example.com·마서윤 기자 msy@example.com", "도여울 dodo@example.com, 마서윤 msy@example.com"),
    ("도여울·마서윤 기자 doyw@example.com, msy@example.com", "도여울 doyw@example.com, 마서윤 msy@example.com"),
    ("도여울 기자 · 마서윤 수습기자", "도여울, 마서윤"),
    ("(도여울 기자 doyw@example.com)", "도여울 doyw@example.com"),
    ("글·사진=도여울 여행전문기자 doyw@example.com", "도여울 doyw@example.com"),
    ("글·사진·영상=도여울 기자", "도여울"),
    ("도여울 도쿄 특파원 doyw@example.com", "도여울 doyw@example.com"),
    ("실리콘밸리=도여울 특파원", "도여울"),
    ("세종=도여울·마서윤 기자, 서울=하도경 기자", "도여울, 마서윤, 하도경"),
    ("도여울 경제부 기자 doyw@example.com", "도여울 doyw@example.com"),
    ("경제부 도여울 차장 doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 편집국장", "도여울"),
    ("도여울 수석논설위원", "도여울"),
    ("도여울 논설위원실장 doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 본지 객원논설위원", "도여울"),
    ("한빛경제연구소 연구위원 도여울 doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 변호사(법무법인 나루) doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 IT 칼럼니스트", "도여울"),
    ("자동차 칼럼니스트 도여울", "도여울"),
    ("취재 도여울 기자 | 편집 마서윤 기자", "도여울"),
    ("취재·글 도여울 에디터", "도여울"),
    ("에디터 도여울", "도여울"),
    ("PD 도여울", "도여울"),
    ("도여울 PD doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 기자 2026-11-20 10:22:08", "도여울"),
    ("2026.11.20 10:22 도여울 기자", "도여울"),
    ("입력: 2026/11/20 10:22:08 도여울 기자 doyw@example.com", "도여울 doyw@example.com"),
    ("도여울 기자, 입력 : 2026년 11월 20일 10:22", "도여울"),
    ("승인 2026.11.20 10:22 | 도여울 기자 | doyw@example.com", "도여울 doyw@example.com"),
    ("최초 등록 2026.11.20 10:22:08 도여울 기자", "도여울"),
    ("도여울 기자 doyw@example.com Copyright ⓒ 한빛경제. 무단전재 금지", "도여울 doyw@example.com"),
    ("도여울기자 doyw@example.com [ⓒ 한빛경제, 무단전재 및 재배포 금지]", "도여울 doyw@example.com"),
    ("도여울 기자 (doyw@example.com) 구독", "도여울 doyw@example.com"),
    ("■ 도여울 기자 doyw@example.com", "도여울 doyw@example.com"),
    ("▶도여울 기자 doyw@example.com", "도여울 doyw@example.com"),
    ("Kim Do-yeoul 기자 doyw@example.com", "Kim Do-yeoul doyw@example.com"),
    ("도여울, 하도경·마서윤 기자", "도여울, 하도경, 마서윤"),
    ("도여울 하도경 마서윤 인턴기자 doyw@example.com", "도여울 doyw@example.com, 하도경, 마서윤"),
    ("도여울(인턴기자)", "도여울"),
    ("도여울 기자=doyw@example.com", "도여울 doyw@example.com"),
    ("부산=도여울기자", "도여울"),
    ("전국부 도여울 기자", "도여울"),
    ("뉴스1 도여울 기자", "도여울"),
    ("하람결 기자 ramgyeol@example.com", "하람결 ramgyeol@example.com"),
    ("하람결·우가온 기자 wgo@example.com", "하람결, 우가온 wgo@example.com"),
    ("우가온 뉴욕 특파원·하람결 기자", "우가온, 하람결"),
    ("[우가온 기자(워싱턴)]", "우가온"),
    ("대구 우가온 기자", "우가온"),
    ("우가온 대구 주재기자 wgo@example.com", "우가온 wgo@example.com"),
    ("산업부=우가온 기자", "우가온"),
    ("사진·글 우가온 기자", "우가온"),
    ("우가온 기자 / wgo@example.com / 2026-11-20 10:22", "우가온 wgo@example.com"),
    ("기사입력 2026-11-20 10:22:08 기사수정 2026-11-20 11:05:00 우가온 기자 wgo@example.com", "우가온 wgo@example.com"),
    ("우가온 기자 송고시간 2026-11-20 10:22", "우가온"),
    ("매일경제 우가온 기자(wgo@example.com)", "우가온 wgo@example.com"),
    ("우가온 매경이코노미 기자", "우가온"),
    ("취재=우가온·하람결 기자", "우가온, 하람결"),
    ("우가온 시민기자", "우가온"),
    ("우가온 명예기자 wgo@example.com", "우가온 wgo@example.com"),
    ("경영 칼럼니스트 우가온 wgo@example.com", "우가온 wgo@example.com"),
    ("우가온 나루회계법인 파트너 wgo@example.com", "우가온 wgo@example.com"),
    ("한빛증권 애널리스트 우가온 wgo@example.com", "우가온 wgo@example.com"),
    ("소설가 우가온 wgo@example.com", "우가온 wgo@example.com"),
    ("우가온 소설가 wgo@example.com", "우가온 wgo@example.com"),
    ("우가온 기자 wgo@ⓒ 한빛경제", "우가온"),
    ("우가온기자·하람결기자", "우가온, 하람결"),
    ("우가온 기자/ 하람결 기자", "우가온, 하람결"),
    ("특별취재팀=우가온·하람결 기자", "우가온, 하람결"),
    ("우가온·하람결·도여울 기자 외 3명", "우가온, 하람결, 도여울"),
    ("기획취재팀 우가온 하람결 기자", "우가온, 하람결"),
    ("우가온 온라인기자 wgo@example.com", "우가온 wgo@example.com"),
    ("우가온 헬스조선 기자", "우가온"),
]
# What signs at the head of a text alone: elsewhere a name beside a time may be anything.
STAMPED = [
    ("마서윤 2026. 11. 20. 10:22", "마서윤"),
    ("마서윤 / 2026-11-20 10:22:08", "마서윤"),
    ("마서윤 | 승인 2026.11.20 10:22", "마서윤"),
]
# At the head of the first paragraph.
HEADS = [
    ("(서울=연합뉴스) 마서윤 기자 = ", "마서윤"),
    ("(뉴욕=연합뉴스) 마서윤 특파원= ", "마서윤"),
    ("(세종·서울=연합뉴스) 마서윤 하도경 기자 = ", "마서윤, 하도경"),
    ("[서울=뉴시스]마서윤 기자 = ", "마서윤"),
    ("（서울＝뉴스1） 마서윤 기자 ＝ ", "마서윤"),
    ("[세종=뉴스핌] 마서윤·하도경 기자 = ", "마서윤, 하도경"),
    ("[머니투데이 마서윤 기자] ", "마서윤"),
    ("[머니투데이 뉴욕=마서윤 특파원]", "마서윤"),
    ("[ 마서윤 기자 ] ", "마서윤"),
    ("[한국방송/마서윤기자] ", "마서윤"),
    ("[더팩트ㅣ세종=마서윤 기자] ", "마서윤"),
    ("【 대전=마서윤 기자 】 ", "마서윤"),
    ("[이투데이/마서윤 기자(msy@example.com)] ", "마서윤 msy@example.com"),
    ("아주경제 마서윤·하도경 기자 =", "마서윤, 하도경"),
    ("아주경제 마서윤 기자= ", "마서윤"),
    ("한빛투데이 마서윤 기자 | ", "마서윤"),
    ("한빛금융경제신문=마서윤 기자 | ", "마서윤"),
    ("세종=마서윤 기자 ", "마서윤"),
    ("[매경닷컴 마서윤기자/하도경기자] ", "마서윤, 하도경"),
    ("[한스경제 마서윤] ", "마서윤"),
    ("〈마서윤 기자〉 ", "마서윤"),
]
# At the end of the last paragraph.
TAILS = [
    (" 마서윤 기자 msy@example.com", "마서윤 msy@example.com"),
    ("/마서윤 기자", "마서윤"),
    (" [마서윤 기자]", "마서윤"),
    (" (마서윤 기자)", "마서윤"),
    ("부산 마서윤기자 msy@example.com", "마서윤 msy@example.com"),
    (" 마서윤·하도경 기자 msy@example.com", "마서윤 msy@example.com, 하도경"),
    (" 칼럼니스트 마서윤 msy@example.com", "마서윤 msy@example.com"),
    (" 마서윤 논설위원 msy@example.com", "마서윤 msy@example.com"),
    (" 증권부 마서윤 기자 msy@ⓒ 세상을 읽는 눈, 한빛경제", "마서윤"),
    (" 마서윤 기자·msy@example.com", "마서윤 msy@example.com"),
    (" 뉴욕=마서윤 특파원", "마서윤"),
    (" [마서윤 한경닷컴 기자 msy@example.com]", "마서윤 msy@example.com"),
]
# What an article itself says; each stands as a paragraph of it, first, in the middle and last.
OWN = [
    "마서윤 한빛대 교수",
    "마서윤 한국은행 경제전망부장",
    "마서윤(한빛경제 기자)씨 부친상",
    "▲ 논설위원 마서윤",
    "▲편집국장 마서윤 ▲경제부장 하도경",
    "◇한빛경제 △논설위원실장 마서윤 △산업부장 하도경",
    "◇승진 ▲부국장 마서윤",
    "● 사회부장 마서윤",
    "▲마서윤(한빛일보 논설위원)씨 모친상=20일 한빛병원",
    "▶ 인터뷰 : 마서윤 / 한국은행 과장",
    "[마서윤/한빛증권 연구원 : 금리는 더 내려갈 수 있습니다.]",
    "마서윤 기자: 네, 저는 지금 여의도에 나와 있습니다.",
    "[마서윤 기자] 네, 저는 지금 여의도에 나와 있습니다.",
    "[기자]",
    "[앵커]",
    "앵커: 현장을 연결합니다.",
    "마서윤 기자가 취재했습니다.",
    "마서윤 기자의 보도입니다.",
    "지금까지 여의도에서 마서윤 기자였습니다.",
    "마서윤 기자는 지난해 한국기자상을 받았다.",
    "기자들이 몰려들었다.",
    "본지 기자가 20일 찾은 공장은 비어 있었다.",
    "기자 간담회",
    "신입 기자 모집 10명",
    "객원기자 모집",
    "기자 여러분께 드리는 글",
    "기자수첩",
    "논설위원 회의 10:30",
    "칼럼니스트 공모",
    "특파원 칼럼",
    "앵커 브리핑",
    "외신 기자 30명",
    "마서윤 기자상",
    "마서윤 기자 별세",
    "신임 편집국장 마서윤씨",
    "한빛전자 마서윤 대표",
    "마서윤 대표는 “내년에는 흑자를 낸다”고 말했다.",
    "마서윤 연구원은 목표 주가를 12만 원으로 올렸다.",
    "신청 기간 2026. 11. 20. 18:00",
    "기준일 2026. 11. 20. 18:00",
    "코스피 2026.11.20 15:30",
    "원달러 2026.11.20 15:30",
    "금값 2026.11.20 15:30",
    "개표 2026-11-20 18:00",
    "접수: 2026.11.20 10:00",
    "신청: apply@example.go.kr",
    "문의는 마서윤 주무관(044-123-4567)에게 하면 된다.",
    "환율 1,470.50원(-0.88%)",
    "= 1조 2,300억 원",
    "- 영업이익 1조 2,300억 원",
    "[한국은행] 기준금리 2.50%",
    "[표] 3분기 영업이익",
    "(단위: 억 원)",
    "(주)한빛 대표 마서윤",
    "■ 한빛전자 3분기 실적",
    "수상자: 마서윤 한빛대 교수, 하도경 한빛일보 기자",
    "심사위원 마서윤 작가, 하도경 평론가",
    "마서윤·하도경 의원",
    "한빛일보 마서윤 기자 등 3명이 상을 받았다.",
    "마서윤 씨(34)는 기자 출신이다.",
    "공정위 기자실",
    "“기자라면 누구나 아는 일”이라고 그는 말했다.",
    "2026년 11월 20일 한빛전자 대표이사 마서윤",
    "도여울 한빛은행장",
    "도여울·마서윤 부부",
    "한빛증권 도여울 연구위원",
    "사회 도여울 한빛대 교수, 토론 마서윤 연구위원",
    "▲ 도여울 기자 모친상",
    "한빛신문 도여울 기자 결혼",
    "기자 출신 도여울 의원",
    "도여울 전 기자",
    "도여울 앵커가 전합니다.",
    "앵커 도여울입니다.",
    "[스튜디오] 도여울 앵커, 마서윤 기자 나왔습니다.",
    "도여울 기자와 이야기 나눠보겠습니다.",
    "도여울 기자, 어서 오세요.",
    "도여울 PD 연출",
    "특파원 간담회",
    "주한 외신 특파원 20명",
    "논설위원 8명",
    "편집국장 인사",
    "칼럼니스트들의 전망",
    "기자단 투표",
    "인턴기자 채용 2026. 11. 20. 18:00 마감",
    "제1회 한빛언론상 도여울 기자",
    "접수처 press@example.com",
    "연락처: 도여울 02-123-4567 doyw@example.go.kr",
    "정오표 2026. 11. 20. 10:22",
    "거래량 12:30",
    "장중 한때 2026.11.20 13:05",
    "영업이익 1조, 순이익 0.8조",
    "◇ 도여울 기자",
    "삼성전자 2026.11.20 15:30",
    "한빛전자 2026.11.20 15:30",
    "코스닥 2026.11.20 15:30",
    "미국채 2026.11.20 15:30",
    "금리 2026.11.20 15:30",
    "최종일 2026.11.20 15:30",
    "유상증자 2026.11.20 15:30",
    "도여울 금융부장",
    "우가온 기자협회장",
    "우가온 한빛경제 기자(왼쪽)",
    "사진 왼쪽부터 우가온 기자, 하람결 교수",
    "언론인 우가온",
    "우가온 작가의 말",
    "하람결 위원 반대",
    "우가온 앵커 하차",
    "우가온 씨 제공",
    "기자회견 10:30 국회 소통관",
    "우가온 금융위원장",
    "우가온 금통위원 퇴임",
    "자료 : 우가온 연구원",
    "자문 : 우가온 교수",
    "△우가온 한빛일보 기자",
    "논설위원 우가온(경제부장 겸임)",
    "특파원 우가온의 눈",
    "접속자 2026.11.20 10:22",
    "우승자 2026.11.20 10:22",
    "민원실 2026.11.20 10:22",
    "하한가 2026.11.20 10:22",
]


def printed(names: list[tuple[str, str | None, str | None]]) -> str:
    """Names with their mails as the lists above write them, every name once."""
    found: dict[str, str | None] = {}
    for name, mail, _ in names:
        found[name] = found.get(name) or mail
    return ", ".join(f"{name} {mail}" if mail else name for name, mail in found.items())


def test_what_signs_is_read_and_taken_off_the_text() -> None:
    pages = [([line, FIRST, LAST], want) for line, want in ALONE + STAMPED]
    pages += [([FIRST, LAST, line], want) for line, want in ALONE]
    pages += [([head + FIRST, LAST], want) for head, want in HEADS]
    pages += [(["- 영업이익 8.4% 늘어", "내년 투자는 15% 감축", head + FIRST, LAST], want) for head, want in HEADS]
    pages += [([FIRST, LAST + tail], want) for tail, want in TAILS]
    wrong = []
    for page, want in pages:
        got = unframed(page, None)
        if (printed(got.names), got.lines) != (want, [FIRST, LAST]):
            wrong.append((page, printed(got.names)))
    assert len(wrong) <= 0.03 * len(pages), wrong


def test_bylines_of_many_papers_are_read() -> None:
    rows = [line.partition(" =>") for line in MANY.read_text(encoding="utf-8").splitlines()[1:]]
    known, wrong = [], []
    for line, _, want in rows:
        text = line.removeprefix("P ")
        known.append(printed(bylines.parse(text)) == want.strip())
        for page in [] if text != line else [[text, FIRST, LAST], [FIRST, LAST, text]]:
            got = unframed(page, None)
            if (printed(got.names), got.lines) != (want.strip(), [FIRST, LAST]):
                wrong.append((page, printed(got.names)))
    assert len(rows) >= 400
    assert known.count(False) <= 0.03 * len(rows)
    assert len(wrong) <= 0.08 * 2 * len(rows), wrong


def test_who_signs_off_is_an_author_where_nobody_else_is_and_the_words_stay() -> None:
    for said in (
        "MBN뉴스 하도경입니다.",
        "mbn뉴스 하도경 입니다.",
        "KBS 뉴스 하도경입니다",
        "지금까지 서울 여의도에서 한빛방송 하도경입니다.",
    ):
        got = unframed([FIRST, LAST, said, "영상편집 : 마서윤"], None)
        assert (printed(got.spoken), got.lines) == ("하도경", [FIRST, LAST, said])
        assert unframed([FIRST, said, LAST], None).spoken == []
    assert printed(unframed(["하도경 기자", FIRST, "KBS 뉴스 마서윤입니다."], None).names) == "하도경"


def test_what_the_article_says_is_never_taken_for_a_signature() -> None:
    touched = []
    for line in OWN:
        for page in ([line, FIRST, LAST], [FIRST, line, LAST], [FIRST, LAST, line]):
            got = unframed(page, None)
            if got.lines != page or got.names:
                touched.append((page, got.lines, got.names))
    assert touched == []


def authors(
    paragraphs: list[str], named: str | None = None, deck: str | None = None
) -> tuple[list[str], str | None, str]:
    """The authors of a page of 연합뉴스 with their mails, its deck and its body; its data name one author."""
    data = {
        "@type": "NewsArticle",
        "headline": "한빛전자 영업이익 8.4% 증가",
        "datePublished": "2026-11-20T10:22:00+09:00",
    }
    data |= {"author": named} if named else {}
    data |= {"alternativeHeadline": deck} if deck else {}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html><head>{head}</head><body><h1>{data['headline']}</h1><article class='story-news article'>{text}</article></body></html>"
    got = reading.article(page.encode(), "https://www.yna.co.kr/view/AKR20261120000100002", SOURCES)
    return [f"{a.name} {a.email}" if a.email else a.name for a in got.authors], got.subtitle, got.body


def test_a_mail_belongs_to_the_writer_whose_name_it_spells() -> None:
    text = [f"(수원=연합뉴스) 하도경 기자 = {FIRST}", LAST]
    for named, mails, want in [
        ("마서윤", ["hadk@yna.co.kr"], ["하도경 hadk@yna.co.kr", "마서윤"]),
        ("마서윤", ["seoyun@yna.co.kr"], ["하도경", "마서윤 seoyun@yna.co.kr"]),
        ("마서윤", ["msy@yna.co.kr", "hdk@yna.co.kr"], ["하도경 hdk@yna.co.kr", "마서윤 msy@yna.co.kr"]),
        ("마서윤", ["ninek@yna.co.kr"], ["하도경", "마서윤"]),  # whose it is, nothing says
        ("하도경", ["ninek@yna.co.kr"], ["하도경 ninek@yna.co.kr"]),
        (None, ["ninek@yna.co.kr"], ["하도경 ninek@yna.co.kr"]),
    ]:
        assert authors([*text, *mails], named)[::2] == (want, f"{FIRST}\n\n{LAST}")


def test_one_person_is_one_author_however_often_he_signs() -> None:
    text = [f"(서울=연합뉴스) 하도경 기자 = {FIRST}", LAST]
    for named in ("하도경", "하도경 기자", "한경닷컴 하도경 기자", "하 도경"):
        for last in ("한경닷컴 하도경 기자", "하도경 한경닷컴 기자 open@yna.co.kr", "하도경기자"):
            assert [a.split()[0] for a in authors([*text, last], named)[0]] == ["하도경"]


def test_an_agencys_photographer_is_no_author() -> None:
    caption = "[서울=뉴시스] 도여울 기자 = 20일 서울 중구 전광판에 코스피가 표시되고 있다. 2026.11.20."
    for mail in ("", " [email protected]", " photo@newsis.com"):
        got = authors([caption + mail, f"[서울=뉴시스]하도경 기자 = {FIRST}", LAST])
        assert got[::2] == (["하도경"], f"{FIRST}\n\n{LAST}")


def test_the_byline_before_a_caption_is_kept_where_nothing_else_signs() -> None:
    caption = "[머니투데이 하도경 기자] 한빛전자의 새 공장 /사진제공=한빛전자"
    assert authors([caption, FIRST, LAST])[::2] == (["하도경"], f"{FIRST}\n\n{LAST}")
    assert authors([caption, f"[머니투데이 마서윤 기자] {FIRST}", LAST])[0] == ["마서윤"]


def test_lines_before_the_byline_are_the_deck_unless_the_page_has_another() -> None:
    text = ["- 영업이익 8.4% 늘어", "- 내년 투자는 15% 감축", f"[헤럴드경제=하도경 기자] {FIRST}", LAST]
    assert authors(text) == (["하도경"], "- 영업이익 8.4% 늘어\n- 내년 투자는 15% 감축", f"{FIRST}\n\n{LAST}")
    # Where the data give a deck of other words none of the lines is lost, and where they give these words they stand once.
    assert authors(text, deck="새 공장은 2028년에 돈다")[1:] == (
        "새 공장은 2028년에 돈다",
        "\n\n".join([*text[:2], FIRST, LAST]),
    )
    same = "영업이익 8.4% 늘어, 내년 투자는 15% 감축"
    assert authors(text, deck=same)[1:] == (same, f"{FIRST}\n\n{LAST}")
