"""Turn the name of a layout into what it says the layout is for, in the languages that Office has.

Latin names are judged by whole words (“Title only” is no cover although “Title” is in “Title
slide”); Chinese and Japanese ones, which have no spaces, by the words that they are made of.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.patterns import pattern
from briefgen.template.model import Role


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split("|"))


# What Office calls its own layouts, in full: such a name leaves no doubt.
_FULL: Mapping[Role, tuple[str, ...]] = {
    "cover": _listed(
        "title slide|标题幻灯片|標題投影片|titelfolie|diapositive de titre|"
        "diapositiva de título|diapositiva titolo|slide de título|titeldia|"
        "タイトル スライド|제목 슬라이드|титульный слайд|slajd tytułowy|rubrikbild|"
        "diapositivo de título|titelbild|title page|封面"
    ),
    "section": _listed(
        "section header|section title|节标题|章節標題|abschnittsüberschrift|"
        "abschnitts überschrift|titre de section|encabezado de sección|"
        "intestazione sezione|cabeçalho da seção|sectiekop|セクション見出し|구역 머리글|"
        "заголовок раздела|nagłówek sekcji|avsnittsrubrik|divider"
    ),
    "content": _listed(
        "title and content|title content|标题和内容|標題及內容|标题与内容|titel und inhalt|"
        "titre et contenu|título y objetos|título y contenido|titolo e contenuto|"
        "título e conteúdo|titel en object|タイトルとコンテンツ|제목 및 내용|"
        "заголовок и объект|tytuł i zawartość|rubrik och innehåll|conteúdo|标题和文本|"
        "title and body|title and text|含内容"
    ),
    "two": _listed(
        "two content|title 2 content|title and two content|title and two columns|两栏内容|"
        "两项内容|兩項物件|兩個內容|zwei inhalte|deux contenus|dos objetos|dos contenidos|"
        "due contenuti|dois conteúdos|duas partes de conteúdo|twee objecten|"
        "2 つのコンテンツ|콘텐츠 2개|два объекта|dwa elementy zawartości|"
        "två innehållsdelar|two columns"
    ),
    "title-only": _listed(
        "title only|仅标题|只有標題|只有标题|nur titel|titre seul|sólo el título|"
        "solo el título|solo titolo|somente título|só título|alleen titel|タイトルのみ|"
        "제목만|только заголовок|tylko tytuł|endast rubrik"
    ),
    "picture": _listed(
        "picture with caption|picture and caption|图片与标题|含標題的圖片|图片和标题|"
        "bild mit überschrift|image avec légende|imagen con título|immagine con didascalia|"
        "imagem com legenda|afbeelding met bijschrift|タイトル付きの図|캡션 있는 그림|"
        "рисунок с подписью|obraz z podpisem|bild med bildtext|图片"
    ),
    "blank": _listed(
        "blank|空白|leer|vide|en blanco|vuota|em branco|leeg|白紙|빈 화면|пустой слайд|"
        "pusty|tom|blank slide"
    ),
    "agenda": _listed(
        "agenda|table of contents|contents|目录|目錄|议程|提纲|inhalt|inhaltsverzeichnis|"
        "sommaire|índice|indice|inhoud|目次|목차|содержание|spis treści|innehåll|outline|"
        "overview"
    ),
    "closing": _listed(
        "closing|closing slide|thank you|thanks|end slide|final slide|封底|结束|结束页|"
        "末尾幻灯片|尾页|致谢|谢谢|感谢|結束|謝謝|schlussfolie|abschlussfolie|abschluss|"
        "danke|diapositive de fin|merci|cierre|gracias|grazie|encerramento|obrigado|"
        "afsluiting|bedankt|ありがとう|감사합니다|спасибо|正在关闭|ending|back cover|"
        "end page"
    ),
}
# Words that speak for a role where the whole name is none of Office's.
_WORDS: Mapping[Role, tuple[str, ...]] = {
    "cover": _listed(
        "cover|opening|front|apresentação|titre principal|portada|copertina|capa|deckblatt|"
        "首页|封面|扉页|表紙|표지|обложка|titelfolie|title slide|标题幻灯片|標題投影片"
    ),
    "section": _listed(
        "section|chapter|divider|separator|transition|break|abschnitt|kapitel|trenner|"
        "chapitre|sección|capítulo|sezione|seção|hoofdstuk|节标题|章节|章節|过渡|转场|分隔|"
        "分节|篇章|セクション|구역|раздел"
    ),
    "content": _listed(
        "content|text|bullet|bullets|body|inhalt|contenu|contenido|contenuto|conteúdo|"
        "inhoud|正文|内容|內容|要点|コンテンツ|내용|объект"
    ),
    "two": _listed(
        "two|2|double|columns|zwei|deux|dos|due|dois|twee|comparison|vergleich|comparaison|"
        "两栏|双栏|两列|两项|左右|比较|对比|兩欄|比較"
    ),
    "title-only": _listed("only|仅标题|只有标题|空标题"),
    "picture": _listed(
        "picture|image|photo|bild|foto|imagen|immagine|imagem|afbeelding|图片|圖片|照片|"
        "图文|図|그림|рисунок"
    ),
    "blank": _listed("blank|empty|leer|vide|空白|空页"),
    "agenda": _listed("agenda|toc|contents|目录|目錄|议程|日程|提纲|大纲|sommaire"),
    "closing": _listed(
        "closing|thank|thanks|end|ende|danke|schluss|fin|merci|gracias|contact|kontakt|"
        "封底|结束|尾页|末尾|末页|致谢|谢谢|感谢|結束|完|q&a"
    ),
}
# Words with which a layout is not the plain one of its kind.
_UNLIKE = frozenset(
    "vertical vertikal vertikaler verticale caption quote name card agenda panoramic bild "
    "legende légende comparison vergleich comparaison three four six".split()
)
_UNLIKE_HANZI = ("竖", "垂直", "直排", "引言", "名片", "比较", "比較", "三", "四", "六")
_NUMBER = pattern(r"^\s*\d+\s*[_.\-]\s*")
_SPLIT = pattern(r"[^\w&]+|_")
_HANZI = pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# What a full name, and a word of one, are worth beside each other.
FULL, WORD, UNLIKE = 6.0, 3.0, -3.0


def named(name: str) -> Mapping[Role, float]:
    """How much a name speaks for each role; nothing for those that it does not speak of.

    >>> sorted(named("Title Slide").items()), named("仅标题"), named("1_Section Header")
    ([('cover', 6.0)], {'title-only': 6.0}, {'section': 6.0})
    """
    plain = _plain(name)
    if full := {role: FULL for role, names in _FULL.items() if plain in names}:
        return full
    words = set(plain.split())
    found: dict[Role, float] = {}
    for role, speaking in _WORDS.items():
        if any(_within(each, plain, words) for each in speaking):
            found[role] = WORD
    if "section" in found:
        # The cover of a chapter begins a section.
        found.pop("cover", None)
    return found


def unlike(name: str) -> bool:
    """Whether a name says that a layout is a special one: vertical, a quotation, for a caption.

    >>> unlike("Quote with Caption"), unlike("竖排标题与文本"), unlike("Title Only")
    (True, True, False)
    """
    plain = _plain(name)
    return bool(_UNLIKE & set(plain.split())) or any(each in plain for each in _UNLIKE_HANZI)


def copied(name: str) -> bool:
    """Whether a name is one that applications give to a copy: “1_Title Slide”."""
    return _NUMBER.match(name) is not None


def _within(word: str, plain: str, words: set[str]) -> bool:
    if _HANZI.search(word):
        return word in plain
    return f" {word} " in f" {plain} " if " " in word else word in words


def _plain(name: str) -> str:
    """A name in small letters, without the number that applications put before a copy."""
    return " ".join(_SPLIT.sub(" ", _NUMBER.sub("", name.lower().replace("-\n", ""))).split())
