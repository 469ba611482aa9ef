"""Which paragraphs of a page are not the article: copyright, promotion, notices, furniture.

A rule judges a whole paragraph; nothing is ever cut from the middle of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.text.bylines import EMAIL

# A line that is a time and nothing else.
STAMP = re.compile(
    r"^(?:[가-힣\s]{0,8}[:：]?\s?(?:\d{4}|\d{2})\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}\s?[일.]?\s*(?:(?:오전|오후)?\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:송고|입력|수정|등록|승인)?\s*){1,2}$"
)
# Anywhere in a body. Each line: what is printed, and where it was seen.
FURNITURE = re.compile(
    r"""^(?:
      [\[<(【\s]*(?:저작권자|저작권|ⓒ|©|Copyright|COPYRIGHT|copyright|\(c\)|\(C\))\W.{0,120}      # every site
    | .{0,60}Copyrights?\s?(?:ⓒ|©|\([cC]\)).{0,100}                                          # 한국일보's foot
    | .{0,90}무단\s?(?:전재|복제|배포).{0,60}금지(?![가-힣]).{0,60}                                  # <ⓒ경제를 보는 눈 …(www.asiae.co.kr) 무단전재 배포금지>
    | .{0,40}(?:재배포\s?금지|재배포·?\s?AI\s?학습|AI\s?학습\s?(?:및\s?활용\s?|이용\s?)?금지)(?![가-힣]).{0,40}
    | <?\s?이미지를\s클릭하시면\s크게\s보실\s수\s있습니다\.?\s?>?                                   # ZUM 2024
    | 사진\s?(?:확대|크게\s?보기)|이미지\s?(?:확대(?:보기)?|크게\s?보기)                                  # mk, hankookilbo
    | 기사가\s속한\s카테고리는\s언론사가\s분류합니다\.?|언론사는\s한\s기사를\s두\s개\s이상의\s카테고리로\s분류할\s수\s있습니다\.?
    | 이\s기사는\s언론사에서\s.{0,12}\s?섹션으로\s분류했습니다\.?|기사의\s섹션\s정보는\s해당\s언론사의\s분류를\s따르고\s있습니다\..*
    | 기사\s제목과\s(?:주요\s문장|본문\s내용)을?.{0,20}자동\s?요약한.*|지원하지\s않는\s브라우저로\s접근하셨습니다\.(?:\sInternet\s[^\[(]{0,90}[다요]\.)?|기사\s?내용\s?요약              # Daum 2022, Nate
    | (?:AD|ad|광고|Advertisement|ADVERTISEMENT|Sponsored)|\[?\s?광고\s?\]?
    | (?:댓글|공감|좋아요|추천)\s?\d*|(?:구독|공유|인쇄|스크랩|닫기|더보기|TOP|로그인|회원가입)(?:하기)?
    | .{0,20}(?:구독하기|구독해\s?주세요|바로가기|직접\s확인하세요)\.?.{0,30}
    | (?:네이버|다음|카카오(?:톡)?|유튜브|구글|텔레그램)(?:에서)?\s.{0,40}(?:구독|채널|팔로우|친구\s?추가).{0,20}
    | [\[▶☞※■◆◎\s]*.{0,6}당신의\s?제보.*|[\[▶☞※■◆◎\s]*제보\s?(?:하기|는|를|\W).{0,60}                  # YTN, KBS
    | \[?\s?(?:카카오톡|전화|메일|이메일|홈페이지|페이스북|트위터|인스타그램|유튜브)\s?[\]:：].{0,80}
    | [▶☞►▷→].{0,90}(?:바로가기|클릭|보기|구독|기사|뉴스|채널|단독|영상|다운로드|신청|홈페이지)\W*
    | (?:\[?(?:이\s기사와\s)?관련(?:된)?\s?(?:기사|뉴스)\]?|.{0,12}주요\s?뉴스|지금\s봐야\s?할\s뉴스|많이\s본\s(?:뉴스|기사)|쇼핑\s핫아이템|해당\s언론사로\s(?:연결|이동합니다\.?)|본문\s바로가기|인기\s?(?:뉴스|기사)|추천\s?(?:뉴스|기사))
    | (?:(?:기사\s?)?(?:URL|주소)[이가]?\s?복사(?:가\s완료)?되었습니다|(?:첫\s)?댓글을\s작성해\s?(?:보|주)세요)\.?
    | (?:이|본)\s(?:기사|콘텐츠)는\s(?:AI|인공지능|챗GPT|로봇).{0,60}
    | (?:이|본)\s(?:기사|콘텐츠)는\s.{0,60}먼저\s?(?:출고|표출|공개|게재|노출|송고|보도).{0,40}                    # 뉴스핌 ANDA, 인포맥스 단말기
    | [※\s]*(?:이|본)\s(?:기사|콘텐츠)는\s.{0,90}(?:서비스된|제공된|생성된|작성된)\s(?:기사|콘텐츠).{0,40}                  # 인포맥스 단말기, 뉴스핌
    | [※\s]*(?:이|본)\s(?:기사|콘텐츠)는\s.{0,40}제휴.{0,20}제공.{0,20}|\[?사진\s?영상\s?제보받습니다\]?.*
    | [※▶☞\s]*.{0,14}(?:여러분의|독자의|시청자의)\s(?:소중한\s)?제보.*                                     # 노컷뉴스
    | 프리미엄\s?콘텐츠|기사를\s더\s봅니다|지금\s이\s시각\s뉴스                                          # 헤럴드경제 2026-10
    | 시계\s?아이콘.{0,20}|숏\s?뉴스(?:\sAI.{0,90})?|불러오는\s중\W*|뉴스\s?듣기|글자\s?크기(?:\s?(?:설정|조절))?|기사\s?듣기              # 아시아경제 2025
    | [가-힣]{2,4}\s?기자의?\s(?:다른\s|주요\s)?(?:기사|뉴스)(?:\s?(?:모음|보기|더\s?보기))?|기자\s?(?:페이지|구독|홈)|다른\s?기사\s?보기      # card of a reporter
    | (?:연합뉴스TV\s)?(?:기사\s?)?(?:문의|제보)\s?(?:및|나|·)\s?(?:제보|문의).{0,60}                        # 카톡/라인 jebo23
    | \[email\s?(?:protected|보호됨)\].{0,20}                                                    # Cloudflare
    | 다른\s(?:공유\s)?(?:찾기|기사\s?보기)|기사\s?스크랩(?:하기)?|이\s기사를\s(?:공유합니다|공유하기)|SNS\s?기사\s?보내기|본문\s?글씨\s?(?:줄이기|키우기)|바로가기\s?복사하기 # ND Soft
    | (?:좋아요|슬퍼요|화나요|훈훈해요|후속기사\s?원해요|후속\s?요청)\s?\d*(?:\s(?:좋아요|슬퍼요|화나요|훈훈해요|후속기사\s?원해요|후속\s?요청)\s?\d*)*
    | (?:키워드|태그|Tags?)\s?[:：]?\s?(?:\#\S+\s?)*|(?:\#[가-힣A-Za-z0-9_]+\s?){2,}
    | .{0,40}(?:구글|Google)(?:에서|\s)?.{0,20}(?:선호\s?(?:매체|출처|하는\s출처)|뉴스\s?추가).{0,30}
    )$""",
    re.X,
)
# Words of which a line of furniture that is longer than a label holds at least one: most paragraphs hold none, and
# looking for a word is many times faster than trying the patterns.
LABEL = 40
LONG_FURNITURE = tuple(
    """
    저작권 ⓒ © opyright OPYRIGHT (c) (C) 금지 카테고리 섹션 요약한 브라우저 클릭하시면 바로가기 구독 확인하세요 채널 팔로우 친구
    먼저 서비스된 제공 생성된 작성된 좋아요 # 선호 제보 보기 클릭 신청 다운로드 ▶ ☞ ► ▷ → ] ： : AI 로봇 챗GPT 인공지능
    """.split()
)
CREDITED = ("사진", "자료", "그래픽", "출처", "이미지", "제공")
# At the end of a body only: a credit or a contact that would be a sentence elsewhere.
CREDIT = re.compile(
    r"^[\[(<\s]*(?:영상\s?(?:취재|편집|기자|디자인)|촬영\s?(?:기자)?|편집|그래픽|디자인|사진|자료|글|취재|구성|진행|출연|제작|화면\s?제공|화면제공|VJ|AD|작가|연출|PD|CG|인턴기자|리서처|음성|음악)"
    r"(?:\s?[·/&,]\s?[가-힣A-Za-z]{2,6})*\s?[:：=|/ㅣ]\s?.{1,60}$"
)
CONTACT = re.compile(
    rf"^[\s\[(<◎▶※■·/]*(?:[가-힣A-Za-z0-9·\s]{{0,30}}[\s(<\[|:=/]*)?{EMAIL.pattern}(?:[\s)\]>,;/|·]+{EMAIL.pattern})*[\s)\]>,/|]*(?:[(<\[]끝[)>\]])?$"
)
# What stands where the rest of a paid piece would: "이 기사는 ○○ 구독자만 볼 수 있습니다."
WALL = re.compile(
    r"^[※\s]*(?:이|본|해당)\s?(?:기사|콘텐[츠트])는\s.{0,40}(?:구독자|회원|유료|프리미엄).{0,30}(?:볼|읽을|이용하실|열람할|보실|읽으실)\s수\s있.{0,80}$"
    r"|^로그인\s?(?:후|하시면|하면)\s.{0,20}(?:볼|읽을|이용하실|보실|읽으실)\s수\s있습니다\.?$"
)
# A copyright in brackets that is glued to the end of a paragraph (아시아경제, 매일경제).
OWNED = re.compile(r"\s*[<\[(〈]\s?(?:ⓒ|©|저작권자|\(c\)|\(C\))[^<>\[\]〈〉]{2,90}금지\.?\s?[>\])〉]$")
# A label and the headline of another piece on one line.
LABELLED = re.compile(
    r"^[\[<(▶☞\s]*(?:관련\s?(?:기사|뉴스)|함께\s보면\s좋은\s기사|이\s기사도|이\s기사와\s함께\s(?:읽으면|보면)\s좋은\s기사)(?=\S)"
)
# What agencies print under the last line, and under the first version of a flash.
END = re.compile(r"^[(<\[]\s?(?:끝|계속)\s?[)>\]]$")
# 뉴시스 signs every piece with this line; on its own pages boxes of other headlines follow it.
SIGNED = re.compile(r"^[◎☞▶]?\s?공감언론\s?뉴시스")
# A caption that stands in the text where no markup marks it: "▲ 설명. 사진=연합뉴스", "/사진=뉴스1", "(자료=금융위)".
PHOTO = re.compile(
    r"^.{0,200}(?:[/(\[<|ㅣ]\s?(?:사진|자료|그래픽|출처|이미지|제공)\s?[=:]\s?.{1,40}|사진\s?제공\s?[=:]?\s?.{1,30}|사진\s?=\s?.{1,30}|\[사진.{0,30}\])[)\]>]?\.?$"
)
CREDITS = re.compile(r"^[\[(<]\s?(?:영상|촬영|편집|그래픽|디자인|사진|취재|기획|제작|구성)[가-힣·/&,:\s]{2,80}[\])>]$")
BULLET = re.compile(r"^[▶☞►▷]\s?\S")


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is never part of an article, wherever it stands.

    >>> is_furniture("[ⓒ 서울경제, 무단 전재 및 재배포 금지]"), is_furniture("[저작권자(c) YTN 무단전재, 재배포 및 AI 데이터 활용 금지]")
    (True, True)
    >>> is_furniture("▶ 네이버에서 매일경제 구독하기"), is_furniture("기사가 속한 카테고리는 언론사가 분류합니다.")
    (True, True)
    >>> is_furniture("입력 2026.11.21 14:05"), is_furniture("2026.11.21 오전 9:05")
    (True, True)
    >>> is_furniture("2026/11/23 16:46 송고"), is_furniture("이 기사는 11월 23일 07시 02분 프리미엄 뉴스서비스에 먼저 출고됐습니다.")
    (True, True)
    >>> is_furniture("<ⓒ경제를 보는 눈, 세계를 보는 창 (www.example.co.kr) 무단전재 배포금지>"), is_furniture("SNS 기사보내기")
    (True, True)
    >>> is_furniture("공정위는 무단 복제와 배포를 금지했다."), is_furniture("정부는 보도자료를 언론에 먼저 공개했다.")
    (False, False)
    >>> is_furniture("▲ 코스피 2,641.30(-0.88%)"), is_furniture("광고 시장은 3.2% 커졌다."), is_furniture("[앵커]")
    (False, False, False)
    """
    if len(paragraph) > LABEL and (len(paragraph) > 300 or not any(map(paragraph.__contains__, LONG_FURNITURE))):
        return False
    return FURNITURE.match(paragraph) is not None or STAMP.match(paragraph) is not None


def is_wall(paragraph: str) -> bool:
    """Whether a paragraph says that the rest of the piece is for subscribers.

    >>> is_wall("이 기사는 더플러스 구독자만 볼 수 있습니다. 혜택가로 구독하고 전문 보기"), is_wall("이 기사는 회원이 썼다.")
    (True, False)
    >>> is_wall("※ 해당 기사는 유료콘텐트로 [ 온라인 유료회원 ] 서비스를 통해 이용하실 수 있습니다."), is_wall("로그인 후 읽을 수 있습니다.")
    (True, True)
    """
    return WALL.match(paragraph) is not None


def without_owner(paragraph: str) -> str:
    """A paragraph without the copyright in brackets at its end.

    >>> without_owner("가계대출은 3.2% 늘었다. 하도경 기자 hdk@<ⓒ경제를 보는 눈, 아시아경제(www.asiae.co.kr) 무단전재 배포금지>")
    '가계대출은 3.2% 늘었다. 하도경 기자 hdk@'
    >>> without_owner("공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.")
    '공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.'
    """
    return OWNED.sub("", paragraph) if paragraph.endswith((">", "]", ")", "〉")) else paragraph


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is the caption of a picture by its own credit.

    A source given for numbers (자료=) ends sentences of the article too; there only what is no sentence is a caption.

    >>> is_caption("올해 3분기 실적을 발표하는 모습. /사진=뉴스1"), is_caption("사진을 공개했다.")
    (True, False)
    >>> is_caption("국가채무 추이. (자료=재정당국)"), is_caption("가계대출은 3.2% 늘었다(자료=한국은행).")
    (True, False)
    """
    if len(paragraph) > 240 or not any(map(paragraph.__contains__, CREDITED)) or not PHOTO.match(paragraph):
        return False
    return "사진" in paragraph or not re.search(r"[다요][.(\s]", paragraph)


def is_tail(paragraph: str) -> bool:
    """Whether a paragraph at the end of a body is a credit, a contact or a link to other pieces.

    >>> is_tail("영상기자 : 박경태 이영재"), is_tail("lkh2011@newsis.com"), is_tail("YTN 김이영 (kimyy0820@ytn.co.kr)")
    (True, True, True)
    >>> is_tail("◎공감언론 뉴시스 yd9@newsis.com, jy.so@newsis.com"), is_tail("(끝)"), is_tail("hong@yna.co.kr (끝)")
    (True, True, True)
    >>> is_tail("[영상취재 김하늘 이바다 영상편집 박구름]")
    True
    >>> is_tail("지금까지 서울 광화문광장에서 YTN 김이영입니다."), is_tail("문의는 02-1234-5678로 하면 된다.")
    (False, False)
    """
    return bool(
        is_furniture(paragraph)
        or END.match(paragraph)
        or SIGNED.match(paragraph)
        or CREDIT.match(paragraph)
        or CREDITS.match(paragraph)
        or CONTACT.match(paragraph)
        or BULLET.match(paragraph)
    )


def trim(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The article's own paragraphs, order kept, and the tail's credits and contacts in print order.

    >>> trim(["첫 문단이다.", "AD", "둘째 문단은 3.2%다.", "영상취재 : 김하늘", "hong@mk.co.kr", "무단 전재 및 재배포 금지"])
    (['첫 문단이다.', '둘째 문단은 3.2%다.'], ['영상취재 : 김하늘', 'hong@mk.co.kr'])
    >>> trim(["첫 문단이다.", "◎공감언론 뉴시스 hong@newsis.com", "다른 기사의 제목이 여기에 있다."])
    (['첫 문단이다.'], ['◎공감언론 뉴시스 hong@newsis.com'])
    """
    kept = [paragraph for paragraph in paragraphs if not is_furniture(paragraph)]
    signed = next((position for position, line in enumerate(kept, 1) if SIGNED.match(line)), len(kept))
    kept = kept[:signed]
    end = tail_start(kept)
    return kept[:end], kept[end:]


def tail_start(paragraphs: Sequence[str]) -> int:
    """The position behind the last paragraph that is the article's own.

    >>> tail_start(["첫 문단이다.", "영상취재 : 김하늘", "hong@mk.co.kr"])
    1
    """
    end = len(paragraphs)
    while end and is_tail(paragraphs[end - 1]):
        end -= 1
    return end
