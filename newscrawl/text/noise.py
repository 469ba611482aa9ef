"""Which paragraphs of a page are not the article: copyright, promotion, notices, furniture.

A rule judges a whole paragraph; nothing is ever cut from the middle of one. A sentence of news is none of it whatever its
words: it ends in plain 다, where a site speaks to its readers in 니다 or 세요.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.text.bylines import whole_line
from newscrawl.text.mails import EMAIL
from newscrawl.text.names import NAME
from newscrawl.text.signers import HIRED

SENTENCE = ("다.", "다", "다.”", '다."', "다.’", "다.'", "다.)", "다”", '다"')
# A line that is a time and nothing else, or a page of the printed paper. A date in words may be the text's own (a letter's).
STAMPED = r"(?:최초\s?|최종\s?)?(?:기사\s?)?(?:입력|등록|승인|수정|송고|게재|발행|작성|전송|출고|업데이트)(?:\s?(?:시간|시각|일시|일자|일))?"
TIME = r"(?:\(?[월화수목금토일](?:요일)?\)?\s*)?(?:오전|오후)?\s*\d{1,2}\s?[:시]\s?\d{2}(?:\s?[:분](?:\s?\d{2}초?)?)?"
STAMP = re.compile(
    rf"^(?:\s*(?:{STAMPED}\s?[:：|]?\s*)?(?:(?:\d{{4}}|\d{{2}})\s?[-./]\s?\d{{1,2}}\s?[-./]\s?\d{{1,2}}\.?(?:\s*{TIME})?|(?:\d{{4}}|\d{{2}})\s?년\s?\d{{1,2}}\s?월\s?\d{{1,2}}\s?일\s*{TIME})\s*(?:{STAMPED})?\s*[|ㅣ]?){{1,2}}$"
    rf"|^{STAMPED}\s?[:：|]?\s*\d{{4}}\s?년\s?\d{{1,2}}\s?월\s?\d{{1,2}}\s?일$"
    r"|^지면\s?[A-Z]?\d{1,3}면?$"
)
# What a label looks like without blanks, brackets, arrows and counters: "▶ 관련기사", "[관련 기사]", "댓글 12".
BARE = re.compile(r"[\s\[\]<>()〈〉【】▶▷►☞■◆◇●※*·|:：+>→▲\-–\d]+")
LABELS = frozenset(
    """
    AD ad 광고 Advertisement ADVERTISEMENT advertisement Sponsored TOP Top
    댓글 댓글쓰기 댓글보기 전체댓글 첫댓글을작성해보세요 첫댓글을작성해주세요 댓글첫댓글을작성해보세요 댓글을입력해주세요 공감 좋아요 싫어요 슬퍼요 화나요 훈훈해요 추천 추천해요 추천수 구독수
    구독 구독하기 구독신청 구독신청하기 기자구독 기자구독하기 뉴스레터구독하기 공유 공유하기 기사공유 기사공유하기 인쇄 인쇄하기 프린트 프린트하기 스크랩 스크랩하기 기사스크랩 기사스크랩하기
    기사저장 기사저장하기 관심기사저장 저장하기 북마크 닫기 더보기 더보기닫기 맨위로 맨위로가기 위로이동 위로가기 로그인 로그인하기 회원가입 회원가입하기 팔로우 팔로우하기 알림받기
    관련기사 관련뉴스 관련된기사 이기사와관련된기사 연관기사 연관뉴스 많이본뉴스 많이본기사 가장많이본뉴스 가장많이본기사 인기뉴스 인기기사 추천뉴스 추천기사 주요뉴스 오늘의주요뉴스 이시각주요뉴스
    이시간주요뉴스 지금이시각뉴스 지금봐야할뉴스 쇼핑핫아이템 핫이슈 실시간뉴스 실시간핫뉴스 실시간인기기사 실시간인기뉴스 최신뉴스 최신기사 헤드라인뉴스 포토뉴스 함께보면좋은기사 함께보면좋은뉴스
    이기사와함께보면좋은기사 이기사와함께보면좋은뉴스 회원님을위한추천기사 회원님을위한AI추천기사 AI추천기사 AI추천뉴스 해당언론사로이동합니다 해당언론사로연결 기사를더봅니다 프리미엄콘텐츠
    뉴스듣기 기사듣기 기사읽어주기 음성재생 음성재생설정 글자크기 글자크기설정 글자크기조절 글자크기조정 글자크게 글자작게 글씨크기 글씨크기조절 글씨크게 글씨작게 글씨크게보기 글씨작게보기 글씨키우기 글씨줄이기
    가장작게 작게 크게 가장크게 댓글삭제 삭제한댓글은다시복구할수없습니다. 그래도삭제하시겠습니까? 댓글을남기실수있습니다. 기사에대해의견을남겨주세요. 댓글을작성하려면로그인해주세요. 팝업창닫기
    글자사이즈 기사프린트 클린뷰 지금뜨는뉴스 오늘의이슈픽 오늘의핫뉴스 핫뉴스 광고로드중 카카오톡링크
    본문글씨크기 본문글씨크게 본문글씨작게 본문글씨키우기 본문글씨줄이기 본문폰트크기설정 가장작은크기글자 작은크기글자 기본크기글자 큰크기글자 가장큰크기글자
    사진확대 사진크게보기 이미지확대 이미지확대보기 이미지크게보기 기사이미지 영상바로보기 동영상고정취소 동영상표시하기 불러오는중 불러오는중...
    본문바로가기 컨텐츠바로가기 콘텐츠바로가기 메뉴바로가기 메인메뉴바로가기 기사원문 기사원문보기 원문보기 기사전문보기 전체기사보기 기사목록 목록보기 이전기사 다음기사 이전기사보기 다음기사보기
    다른기사 다른기사보기 기자의다른기사 기자의다른기사보기 이기자의다른기사 이기자의다른기사보기 이기자의최신기사 최신기사보기 기자페이지 기자홈 기자프로필 프로필보기
    페이스북공유하기 페이스북공유 트위터공유하기 트위터공유 X공유하기 엑스공유하기 카카오톡공유하기 카카오톡공유 카카오스토리공유하기 네이버블로그공유하기 네이버밴드공유하기 밴드공유하기
    URL복사 URL복사하기 주소복사 주소복사하기 링크복사 링크복사하기 바로가기복사하기 이메일보내기 메일보내기 기사메일전송 SNS기사보내기 SNS공유하기 다른찾기 다른공유찾기 이기사를공유합니다 이기사를공유하기
    이콘텐츠를공유하세요 이기사를추천합니다 이기사를추천합니다. URL이복사되었습니다 URL이복사되었습니다. 기사URL이복사되었습니다 기사URL이복사되었습니다. 주소복사가완료되었습니다 주소가복사되었습니다 주소가복사되었습니다.
    AI요약 AI뉴스요약 AI기사요약 AI요약봇 요약봇 AI핵심요약 기사요약 기사내용요약 뉴스요약 숏뉴스 시계아이콘 번역beta
    제보하기 기사제보 기사제보하기 카톡제보 카카오톡제보 태그 키워드 관련태그 관련키워드 Tag Tags TAG
    """.split()
)
# Anywhere in a body. Each line: what is printed, and where it was seen.
FURNITURE = re.compile(
    r"""^[\s\[<(【〈※*▶▷►☞■◆◎·~\-–]*(?:
      (?:저작권자?\s*(?:ⓒ|©|\([cC]\)|[:：])|[ⓒ©]|(?:Copyrights?|COPYRIGHT|copyright)\s*(?:ⓒ|©|\([cC]\)|[:：]|\d{4}|.{0,60}(?:[Rr]ights|금지))).{0,140}                       # every site
    | (?:(?!다\.|요\.).){0,70}무단\s?(?:전재|(?:복제|배포|사용)\s?(?:및|[-·,&/]|와|과)\s?\S{0,4}(?:전재|배포|복제|도용))(?:[^다]|다(?!\.)){0,60}금지(?:합니다|됩니다)?[\s.>\])〉】*-]*                  # <ⓒ경제를 보는 눈 …(www.asiae.co.kr) 무단전재 배포금지>
    | .{0,90}[Aa]ll\s[Rr]ights\s[Rr]eserved.{0,60}                                                        # mk's foot
    | 이\s(?:기사|콘텐츠)의\s저작권은\s.{0,120}                                                                    # Naver
    | (?:이미지|사진)를\s(?:클릭|누르).{0,12}\s(?:크게\s)?(?:보실|볼)\s수\s있습니다\.?[\s>)|]*                               # ZUM 2024
    | (?:이\s)?기사(?:가\s속한|의)\s카테고리는\s언론사(?:가|의)\s분류(?:합니다|를\s따릅니다)\.?|언론사는\s한\s기사를\s두\s개\s이상의\s카테고리로\s분류할\s수\s있습니다\.?     # ZUM
    | 이\s기사는\s언론사에서\s.{0,24}섹션으로\s분류했습니다\.?|기사의\s섹션\s정보는\s해당\s언론사의\s분류를\s따르고\s있습니다\..*                        # Naver
    | 기사\s제목과\s(?:주요\s문장|본문\s내용)을?.{0,20}자동\s?요약한.*|지원하지\s않는\s브라우저로\s접근하셨습니다\.?.{0,140}|Internet\sExplorer\s\d+\s이[상하].{0,100}  # Daum 2022, Nate
    | 글자\s?크기\s?설정\s파란원을.{0,60}|(?:기사의\s본문\s내용은\s)?이\s글자크기로\s변경됩니다\.?|\(?예시\)\s가장\s빠른\s뉴스.{0,140}|번역\s?beta.{0,40}          # Daum 2023
    | (?:이|본|해당)\s(?:기사|콘텐[츠트]|뉴스|요약)[는은]\s.{0,30}(?:AI|인공지능|챗GPT|로봇).{0,60}(?:요약|작성|생성|번역|제작).{0,60}|AI가\s(?:생성|요약|작성)한\s(?:기사\s?|뉴스\s?)?(?:요약|내용|기사)(?:\s?요약)?입니다.{0,60}
    | (?:(?:이|본|해당)\s기사|본\s콘텐[츠트])[는은]\s.{0,120}(?:먼저\s?(?:출고|표출|공개|게재|노출|송고|보도)|선공개|출고[된됐되]|표출[된됐되]|게재[된됐되]|노출[된됐되]|서비스[된됐되]|제휴.{0,20}제공[된됐되]|생성된|작성된|실린\s(?:기사|글)|실렸습).{0,60}  # 뉴스핌 ANDA, 인포맥스 단말기, 시그널, 마켓인사이트
    | (?:이\s기사|본\s(?:기사|콘텐[츠트]|자료|정보))[는은]\s.{0,40}투자\s?(?:판단|권유|참고|자문).{0,100}                                   # robot pieces on stocks
    | (?:(?:외부|객원)\s?(?:필진|필자|기고|칼럼)|[이본]\s?(?:칼럼|기고|글))[^.]{0,40}(?:편집\s?방향|논조|본지|본보|본사|의견)[^.]{0,40}(?:다를|일치하지|무관|관계)[^.]{0,24}\.?[\s>)\]]*
    | (?:아래|이|본)\s(?:텍스트|내용|기사)[는은]\s실제\s방송.{0,140}|인용\s시\s.{0,40}(?:명시|밝혀).{0,20}                                    # YTN
    | .{0,34}(?:구독하기|구독해\s?주세요|구독하세요|구독\s?신청\s?하기|바로가기|(?:채널|친구)\s?추가(?:하기)?|알림\s?받기)[\s!.>\])→▶]*
    | \S{1,12}(?:에서)?\s직접\s확인하세요\.?(?:\s해당\s언론사로\s이동합니다\.?)?                                               # Daum 2026
    | (?:네이버|다음|카카오(?:톡|뷰)?|유튜브|텔레그램|인스타그램)(?:\s?(?:메인|채널|뉴스|뉴스스탠드|뷰))?(?:에서|에|으로|로)?\s.{0,40}(?:구독하고.{0,20}|팔로우(?:하기|하세요)?|만나보세요|(?:추가|구독)하세요)[\s!.>\])→]*
    | (?:네이버|다음)(?:에서|\s?메인|\s?채널|\s?뉴스스탠드).{0,30}\s구독[\s!.>\])→]*
    | [^.]{0,40}(?:구글|Google)(?:에서|\s)?[^.]{0,20}(?:선호\s?(?:매체|출처|언론사|하는\s(?:출처|매체))|뉴스\s?추가)[^.]{0,20}
    | ['‘"“]?당신의\s제보.*|(?:기사\s?|뉴스\s?)?제보는\s(?:카카오톡|카톡|이메일|메일|전화|\S+@).{0,60}|.{0,50}여러분의\s(?:소중한\s)?제보.{0,160}|.{0,50}(?:독자|시청자)의\s(?:소중한\s)?제보(?:를\s기다|가\s뉴스).{0,60}   # YTN, KBS, 연합뉴스, 노컷뉴스, 뉴시스
    | .{0,12}(?:기사\s?|뉴스\s?)?(?:제보|문의)\s?(?:및|나|·|/|,|&)\s?(?:제보|문의|보도자료|광고)(?:\s?문의)?\s?(?:$|[:：(<]|는\s(?:카|이메일|전화)|\S+@).{0,60}|\[?사진\s영상\s제보받습니다\]?.*                  # 카톡/라인 jebo23
    | (?:카카오톡|카톡|전화|메일|이메일|홈페이지|페이스북|트위터|인스타그램|유튜브)\][\s:：].{0,80}                                         # [카카오톡] YTN 검색해 …
    | (?:카카오톡|카톡|이메일|메일|전화|뉴스\s?홈페이지|사이트|유튜브)\s?[:：]\s?.{0,60}(?:제보|jebo|report|채널\s?추가|구독).{0,30}
    | (?:단독|속보)?.{0,60}\[\S{1,8}보[자기]\s?→\].{0,10}|.{1,80}(?:자세히|전체|기사|더|보러|전문)\s?(?:보기|보러\s?가기|가기)\s?(?:→|▶|>|클릭)+             # 더팩트
    | 클릭\W*|.{0,60}(?:뉴스레터|다운로드|앱|APP|채널|서비스)\s?(?:신청하기|다운로드|설치하기)[\s!.>\])→▶]*
    | (?:(?:.{0,16}\s)?많이\s?본|(?:[가-힣A-Za-z0-9]{0,8}(?:일보|신문|경제|뉴스|데일리|투데이|시스|TV|BS|TN)|분야별|오늘의|실시간|이\s시각|지금)\s?(?:인기|추천|관련|주요|핫))\s?(?:기사|뉴스)(?:\s?(?:보기|더\s?보기))?[\s!.>\])→▶]*
    | [가-힣]{2,4}\s?기자의?\s?(?:다른\s?|주요\s?|최신\s?)(?:기사|뉴스)(?:\s?(?:모음|보기|더\s?보기))?|[가-힣]{2,4}\s기자(?:의\s(?:기사|뉴스)\s?(?:모음|보기|더\s?보기)|\s?(?:구독|팔로우)(?:하기)?)  # card of a reporter
    | (?:관련\s?(?:기사|뉴스)|함께\s?(?:보면|읽으면)\s?좋은\s?(?:기사|뉴스))\s?(?:[:：\]>)]|☞|▶)\s?\S.{0,90}
    | (?:(?:가장\s|한\s단계\s)?(?:작은|기본|큰)\s크기\s글자\s?){1,5}                                                        # 세계일보
    | 계정을\s선택하시면\s로그인.{0,60}                                                                      # ND Soft
    | 이\s기사는\s.{0,40}(?:보도준칙|윤리강령|신문윤리).{0,60}                                                          # 뉴스토마토
    | 동영상\s콘텐츠는\s.{0,50}제작(?:되었|됐)습니다\.?                                                            # 전자신문 2025
    | 시계\s?아이콘.{0,20}|숏\s?뉴스\sAI.{0,90}                                                              # 아시아경제 2025
    | email\s?(?:protected|보호됨)\].{0,20}                                                              # Cloudflare
    | (?:(?:SNS|페이스북|트위터|카카오(?:스토리|톡)|네이버\s?(?:블로그|밴드)|밴드|URL|이메일)\s?(?:\(?으?로\)?\s?)?(?:기사\s?보내기|공유하기|공유|복사(?:하기)?)[\s,/·|]*){1,12}   # ND Soft
    | (?:(?:조회\s?수?|댓글\s?수?|추천\s?수?|공유\s?수?|스크랩|응원\s?수|구독자(?:\s?수)?)\s?[:：]?\s?[\d,]+(?:회|건|명|개)?[\s,/·|]*){1,5}              # counters of older CMS pages
    | 기사\s추천은\s24시간\s내.{0,40}                                                                          # Naver 2022
    | (?:(?:좋아요|슬퍼요|화나요|훈훈해요|싫어요|감동이에요|후속기사\s?원해요|후속\s?요청)\s?\d*[\s,/·|]*){2,8}
    | (?:키워드|태그|Tags?)?\s?[:：]?\s?(?:\#[^\s#]+[\s,]*){2,}|(?:키워드|태그|Tags?)\s?[:：]?\s?\#[^\s#]+
    )$""",
    re.X,
)
# A line of furniture that is no label holds at least one of these words; most lines hold none, and one search for them all
# is many times faster than trying the patterns.
HINTS = re.compile(
    "|".join(
        map(
            re.escape,
            """
    ⓒ © 저작권 opyright OPYRIGHT 무단 eserved 클릭 누르 카테고리 섹션 요약 브라우저 Explorer 글자 예시) 번역 기사는 콘텐츠는 콘텐트는 뉴스는 기사은
    계정을 동영상 자료는 정보는 필진 필자 칼럼 기고 글은 글이 방송 인용 구독 바로가기 바로 추가 알림 확인하세요 네이버 다음 카카오 유튜브 텔레그램 인스타그램 구글 Google 제보 문의
    카톡 이메일] 전화] 메일] 홈페이지] 페이스북 트위터 SNS 보자 보기 가기 신청하기 다운로드 설치하기 기사 뉴스 기자 시계 mail 밴드 URL 좋아요 슬퍼요 화나요 조회 댓글 추천 스크랩 공유 #
    """.split(),
        )
    )
)
CREDITED = re.compile("사진|자료|그래픽|출처|이미지|제공|일러스트|삽화|그림|재판매|/뉴스1|@|기자|촬영|캡처|갈무리")
# At the end of a body only: a credit or a contact that would be a sentence elsewhere.
CREDIT = re.compile(
    r"^[\[(<\s▶■]*(?:영상\s?(?:취재|편집|기자|디자인)|촬영\s?(?:기자)?|편집|그래픽|디자인|사진|글|취재|구성|진행|출연|제작|화면\s?제공|VJ|AD|작가|연출|PD|CG|인턴기자|리서처|음성|음악)"
    r"(?:\s?[·/&,]\s?[가-힣A-Za-z]{2,6})*\s?[:：=|/ㅣ]\s?(?!.*[다요]\.$).{1,60}$"
)
CREW = re.compile(rf"{HIRED.pattern}{NAME}(?:[\s·,]+{NAME}){{0,4}}\s?(?:기자|PD|작가|앵커)[\s\])>】]*$")
CONTACT = re.compile(
    rf"^[\s\[(<◎▶※■·/]*(?!\S{{0,4}}(?:신청|접수|문의|모집|지원))(?:[가-힣A-Za-z0-9·\s]{{0,30}}[\s(<\[|:=/]*)?{EMAIL.pattern}(?:[\s)\]>,;/|·]+{EMAIL.pattern})*[\s)\]>,/|]*(?:[(<\[]끝[)>\]])?$"
)
# A desk that signs: "[온라인뉴스팀]", "MBN 온라인뉴스팀", "/디지털뉴스국".
DESK = re.compile(
    r"^(?=.*(?:뉴스|편집|취재|콘텐츠|미디어))[\[(</]?\s?(?:[가-힣A-Za-z0-9]{2,10}\s)?(?:온라인|디지털|인터넷|편집|뉴스|콘텐츠|영상|특별|데이터|이슈)[가-힣]{0,6}[팀부국](?:\s?기자)?\s?[\])>]?$"
)
# How to send a tip, line by line (KBS, 더팩트, 노컷뉴스): "▷ 전화 : 02-781-1234", "카카오톡 : @노컷뉴스".
CHANNEL = re.compile(
    r"^[▷▶◎·*※■\s]*(?:(?:카카오톡|카톡)\s?[:：].{0,80}|(?:이메일|메일|홈페이지|사이트|유튜브|페이스북|인스타그램)\s?[:：]\s?(?:@\S+|\S+@\S+|https?:\S+))$"
)
PHONE = re.compile(r"^[▷▶◎·*※■\s]*전화\s?[:：]\s?[\d\s,~/-]+$")
# What stands where the rest of a paid piece would: "이 기사는 ○○ 구독자만 볼 수 있습니다."
WALL = re.compile(
    r"^[※\s]*(?:이|본|해당)\s?(?:기사|콘텐[츠트])는\s.{0,40}(?:구독자|회원|유료|프리미엄).{0,30}(?:볼|읽을|이용하실|열람할|보실|읽으실)\s수\s있.{0,80}$"
    r"|^로그인\s?(?:후|하시면|하면)\s.{0,20}(?:볼|읽을|이용하실|보실|읽으실)\s수\s있습니다\.?$"
)
# A copyright that is glued to the end of a paragraph: in brackets (아시아경제, 매일경제), or behind the last sentence.
OWNED = re.compile(
    r"\s*[<\[(〈]\s?(?:ⓒ|©|저작권자|\(c\)|\(C\))[^<>\[\]〈〉]{2,90}금지\.?\s?[>\])〉]$|(?<=[.”\"’])\s*(?:ⓒ|©|Copyrights?\s?(?:ⓒ|©))[^.]{2,40}[.,]?\s?무단\s?전재[^.]{2,40}금지\.?$"
)
# A label and the headline of another piece on one line.
LABELLED = re.compile(
    r"^[\[<(▶☞\s]*(?:관련\s?(?:기사|뉴스)|함께\s보면\s좋은\s기사|이\s기사도|이\s기사와\s함께\s(?:읽으면|보면)\s좋은\s기사)(?=\S)"
)
# What agencies print under the last line, and under the first version of a flash.
END = re.compile(r"^[(<\[]\s?(?:끝|계속)\s?[)>\]]$")
# 뉴시스 signs every piece with this line; on its own pages boxes of other headlines follow it.
SIGNED = re.compile(r"^(?:[◎☞▶]\s?공감언론\s?뉴시스|공감언론\s?뉴시스\s?(?:$|\S+@))")
# A caption that stands in the text where no markup marks it: "▲ 설명. 사진=연합뉴스", "/사진=뉴스1", "(자료=금융위)".
PHOTO = re.compile(
    r"^.{0,200}(?:[/(\[<|ㅣ]\s?(?:사진|자료|그래픽|출처|이미지|제공|일러스트|삽화|그림)\s?[=:]\s?.{1,40}|사진\s?제공\s?[=:]?\s?.{1,30}|사진\s?=\s?.{1,30}|\[사진.{0,30}\])[)\]>]?\.?$"
)
# And as the agencies end theirs: "2026.11.20/뉴스1", "2026.11.20. photo@newsis.com", "[한국은행 제공. 재판매 및 DB 금지]".
AGENCY_PHOTO = re.compile(
    r"^(?:.{8,300}\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?(?:/\s?(?:뉴스1|연합뉴스)(?:\s?[ⓒ©].{0,30})?|/\s?[가-힣]{2,4}\s?기자(?:\s\S{2,20}@\S{4,24})?|\S{2,20}@(?:newsis\.com|yna\.co\.kr|news1\.kr)(?:\s?\*?재판매\s?및\s?DB\s?금지)?)"
    r"|.{0,300}(?:[\[(*][^\[\]()]{0,30}재판매\s?및\s?DB\s?금지[\])]?|\[[^\[\]]{2,16}\s(?:제공|자료사진|캡처|갈무리)\]|\[촬영\s[^\[\]]{2,20}\]))$"
)
CREDITS = re.compile(r"^[\[(<]\s?(?:영상|촬영|편집|그래픽|디자인|사진|취재|기획|제작|구성)[가-힣·/&,:\s]{2,80}[\])>]$")
BULLET = re.compile(r"^[▶☞►▷]\s?\S")
# A headline of another piece behind an arrow: it has a headline's marks and no list's (▶ 1월 2,641.30, ▶ 인터뷰 : …).
HEADLINE = re.compile(
    r"^[▶☞►▷]\s?(?=.*(?:…|\.\.)|\[(?:단독|속보|포토|영상|화보|르포|인터뷰|기획|종합|이슈)\]|[“\"‘'][^”\"’']+[”\"’']\s?[^\s”\"’'.])[^:：=▶▷►/]{8,90}(?<![.”\"])$"
)
# One that a label names, even where the headline ends as a sentence does: "▶ 관련기사: 조합원이 떠난다" (mk 2025).
RELATED = re.compile(
    r"^[▶☞►▷◆■\[<(\s]*(?:관련\s?(?:기사|뉴스)|함께\s?(?:보면|읽으면)\s?좋은\s?(?:기사|뉴스))\s?(?:[:：\]>)]|☞|▶)\s?\S"
)


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
    >>> all(map(is_furniture, ("[관련기사]", "댓글 12", "조회수: 1,234회", "조회 1234 | 댓글 5", "- ADVERTISEMENT -", "좋아요0 슬퍼요0", "페이스북 공유하기", "#금리 #환율", "하도경 기자의 다른기사 보기")))
    True
    >>> all(map(is_furniture, ("이 기사는 2026년 11월 20일 10:22 ‘시그널’에 표출됐습니다.", "※ 외부 필진 칼럼은 본지의 편집방향과 다를 수 있습니다.",
    ...     "기사제보 및 보도자료 desk@a.kr", "제보는 카카오톡 okjebo", "구글 선호 매체 설정", "2026년11월20일 10시22분", "지면 A12")))
    True

    >>> is_furniture("▶ 관련기사: 분담금 시대, 조합원이 떠난다"), is_furniture("[관련뉴스] 환율 1,500원 눈앞"), is_furniture("관련 기사가 나오자 주가는 3.2% 떨어졌다.")
    (True, True, False)

    What an article says of such things, its numbers, lists, speakers and stamps of time stay.

    >>> is_furniture("공정위는 무단 복제와 배포를 금지했다."), is_furniture("정부는 보도자료를 언론에 먼저 공개했다.")
    (False, False)
    >>> is_furniture("▲ 코스피 2,641.30(-0.88%)"), is_furniture("광고 시장은 3.2% 커졌다."), is_furniture("[앵커]")
    (False, False, False)
    >>> any(map(is_furniture, ("유튜브 구독자 100만명을 넘겼다.", "구독자 1,200만명", "추천 3종목", "재배포 금지 위반", "구글은 선호 매체 기능을 내놨다.", "공유 경제", "추천 종목", "저작권 3대 과제",
    ...     "제보를 받은 경찰은 수사에 나섰다.", "홈페이지: 12월 1일부터 신청", "이 기사는 오보라고 삼성전자는 밝혔다.", "2026년 11월 20일", "증시 주요 뉴스", "#1. 김모 씨는")))
    False
    >>> any(map(is_furniture, ("이 콘텐츠는 전 세계에 제공됩니다.", "시청자의 제보로 확인한 영상입니다.", "문의나 제보가 잇따르고 있습니다.", "미국 증시 주요 뉴스",
    ...     "회사는 사진의 무단 사용을 금지합니다.", "이 기사는 AI 반도체를 다룹니다.", "Copyright 산업")))
    False
    >>> any(map(is_furniture, ("【 앵커멘트 】", "▶ 인터뷰 : 하도경 / 한국은행 과장", "[하도경/한국은행 과장 : 금리는 내려갑니다.]", "-0.88%", "① 대출 규제", "코스피: 2,641.30")))
    False
    """
    if len(paragraph) > 300:
        return False
    if _is_news(paragraph):
        return "관련" in paragraph[:8] and RELATED.match(paragraph) is not None
    if (len(paragraph) <= 40 and BARE.sub("", paragraph) in LABELS) or (
        len(paragraph) <= 70 and STAMP.match(paragraph)
    ):
        return True
    return HINTS.search(paragraph) is not None and FURNITURE.match(paragraph) is not None


def _is_news(paragraph: str) -> bool:
    """Whether a paragraph ends as a sentence of news does: in plain 다, not in a speaker's 니다."""
    return paragraph.endswith(SENTENCE) and "니다" not in paragraph[-4:]


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
    >>> without_owner("가계대출은 3.2% 늘었다. ⓒ 한경닷컴, 무단전재 및 재배포 금지")
    '가계대출은 3.2% 늘었다.'
    >>> without_owner("공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.")
    '공정위는 끼워팔기(제3조가 정한 금지)를 조사했다.'
    """
    return OWNED.sub("", paragraph) if paragraph.endswith((">", "]", ")", "〉", "금지", "금지.")) else paragraph


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is the caption of a picture by its own credit.

    A source given for numbers (자료=) ends sentences of the article too; there only what is no sentence is a caption.

    >>> is_caption("올해 3분기 실적을 발표하는 모습. /사진=뉴스1"), is_caption("사진을 공개했다.")
    (True, False)
    >>> is_caption("(서울=뉴스1) 하도경 기자 = 20일 전광판에 코스피가 표시되고 있다. 2026.11.20/뉴스1"), is_caption("한국은행 전경 [연합뉴스 자료사진]")
    (True, True)
    >>> is_caption("서울 시내 주유소의 모습. 2026.11.20. photo@newsis.com *재판매 및 DB 금지"), is_caption("문의는 hong@newsis.com으로 하면 된다.")
    (True, False)
    >>> is_caption("공장에서 직원들이 구호를 외치고 있다. 2026.11.20 /하도경기자 hdk@a.kr"), is_caption("2026.11.20 하도경 기자가 썼다.")
    (True, False)
    >>> is_caption("(사진=연합뉴스) 정부는 이를 검토한다.")    # a sentence behind the credit
    False
    >>> is_caption("국가채무 추이. (자료=재정당국)"), is_caption("가계대출은 3.2% 늘었다(자료=한국은행).")
    (True, False)
    """
    if len(paragraph) > 320 or _is_news(paragraph) or not CREDITED.search(paragraph):
        return False
    if AGENCY_PHOTO.match(paragraph):
        return True
    if len(paragraph) > 240 or not PHOTO.match(paragraph):
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
    >>> is_tail("[온라인뉴스팀]"), is_tail("MBN 디지털뉴스부"), is_tail("디지털정부"), is_tail("편집국장은 물러났다")
    (True, True, False, False)
    >>> is_tail("▷ 카카오톡 : @노컷뉴스"), is_tail("▷ 이메일 : hdk@kbs.co.kr"), is_tail("▶ [단독] 다른 기사의 제목이 여기 있다"), is_tail("영상취재 김하늘 기자")
    (True, True, True, True)

    A list's last line, a source of numbers, a speaker's name are the article's.

    >>> [is_tail(t) for t in ("▶ 코스피: 2,641.30(-0.88%)", "▶매출 1조원 ▶영업이익 -1,200억원", "▶ 신청은 홈페이지에서 한다.", "자료: 한국은행", "▶ 인터뷰 : 하도경 / 과장",
    ...     "▶ “내년 상반기에 내릴 것”", "▶부사장 [승진] 하도경", "☞ 기준금리",
    ...     "문의: hdk@go.kr", "▶ 전화 : 1588-1234", "출처=금융감독원")]
    [False, False, False, False, False, False, False, False, False, False, False]
    >>> is_tail("지금까지 서울 광화문광장에서 YTN 김이영입니다."), is_tail("문의는 02-1234-5678로 하면 된다.")
    (False, False)
    """
    return bool(
        is_furniture(paragraph)
        or END.match(paragraph)
        or SIGNED.match(paragraph)
        or CREDIT.match(paragraph)
        or CREDITS.match(paragraph)
        or CREW.match(paragraph)
        or CONTACT.match(paragraph)
        or DESK.match(paragraph)
        or CHANNEL.match(paragraph)
        or HEADLINE.match(paragraph)
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

    >>> tail_start(["첫 문단이다.", "▷ 전화 : 02-781-1234, 4444", "▷ 이메일 : hdk@kbs.co.kr"])
    1

    A line behind an arrow may be the article's own list; behind a signature it is the site's.

    >>> tail_start(["첫 문단이다.", "▶ 1월 2,641.30", "▶ 2월 2,700.12"]), tail_start(["첫 문단이다.", "하도경 기자 hdk@a.kr", "▶ 2026년 증시 전망", "▶ 환율 1,500원"])
    (3, 1)
    """
    end = position = len(paragraphs)
    while position:
        line = paragraphs[position - 1]
        if (
            is_tail(line)
            or (PHONE.match(line) and CHANNEL.match("".join(paragraphs[position : position + 1])))
            or (BULLET.match(paragraphs[-1]) and whole_line(line))
        ):
            end = position - 1
        elif not BULLET.match(line):
            break
        position -= 1
    return end
