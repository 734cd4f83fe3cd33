"""Turn a Chinese title into words, so that its lines break between them.

Body text in Chinese breaks between any two characters (CLREQ); a title set in two lines reads
badly when a word is cut. Words are found as jieba finds them: of all the ways to divide a run of
characters into words of its dictionary the likeliest; and where that leaves single characters in a
row, which are no word together, the likeliest division by a hidden Markov model of where in words
characters stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from briefgen.patterns import pattern
from briefgen.typography.words import NEVER, place_costs, word_cost, words_at

# What can be part of a word; and of what is no hanzi in it, what stays together.
_RUN = pattern(r"[㐀-䶿一-鿿豈-﫿a-zA-Z0-9+#&._%-]+")
_HANZI = pattern(r"[㐀-䶿一-鿿豈-﫿]+")
_LATIN = pattern(r"[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*%?")

# Begin, middle, end, alone: what the first place costs, and one after another (1/3000).
_BEGIN, _MIDDLE, _END, _ALONE = range(4)
_FIRST = {_BEGIN: 788, _ALONE: 4396}
_BEFORE = {
    _BEGIN: ((_END, 1769), (_ALONE, 2164)),
    _MIDDLE: ((_BEGIN, 2749), (_MIDDLE, 3781)),
    _END: ((_BEGIN, 1532), (_MIDDLE, 1000)),
    _ALONE: ((_END, 2426), (_ALONE, 1998)),
}
# Words of one hanzi that belong to the next word, behind which no line ends (东|院区); and those
# that belong to the one before, in front of which none ends (诊疗|量).
_BEGINNING = frozenset("新旧老东西南北大小总副首各每")
_ENDING = frozenset("量率额值者性化型类级期点区局厅院所站")
# What briefs of today are full of, and the dictionary, which is older, does not know.
_NEWER = (
    "占比 提质 获得感 新质生产力 智能网联 碳达峰 碳中和 数字经济 低空经济 医共体 专精特新 营商环境 "
    "放管服 一网通办 一带一路 大湾区 绿道 碧道 市占率 月活 日活 首店 夜经济 每千人口 托育 稳岗 "
    "促就业 保交楼 保障房 链主 跨境电商 算力 大模型 乡村振兴 百千万工程 典型镇 典型村 镇街 微改造"
).split()
# What names of other tongues are written with, and of that what hardly anything else is; and what
# belongs to the name of a place before it (斯托克市|图书馆, not 斯托克|市图书馆).
_SOUNDED = (
    "斯尔特克伦托阿泰姆迪弗莱赫埃厄奥戈鲁琳娜萨凯蒂茨兹扎詹瑟赖彻沃韦佩塔伯彼坎尼诺曼罗洛莫帕玛贝菲勒雷谢休耶"
    "伊艾乔杰汀廷敦芬纽爾倫亞萊羅維"
)
_SOUNDS = pattern(
    rf"[{_SOUNDED}拉布里亚德基科格维达哈巴普丹卡切尤米丁顿登森奇瓦威魏纳奈吉费利索本肯康库考甘根盖多道"
    "图兰汉明翰华林安亨恩比因夫福马什波内金]{3,}"
)
_SOUNDED_ONLY = pattern(f"[{_SOUNDED}]")
_PAUSES, _LEADING = frozenset("、，；："), frozenset("先再后並并又也均将將正")
_OF_PLACES = frozenset("市县州郡镇省縣鎮")
# A word is told by so many characters on each side.
_AROUND = 3
# More than anything that is possible.
_IMPOSSIBLE = 10**9


@lru_cache(maxsize=1024)
def word_ends(text: str) -> frozenset[int]:
    """The places in `text` where a word ends."""
    ends = set(range(1, len(text) + 1))
    for run in _RUN.finditer(text):
        ends -= set(range(run.start() + 1, run.end()))
        ends |= {run.start() + end for end in _divided(run[0])}
    return frozenset(ends)


@lru_cache(maxsize=1024)
def line_ends(text: str) -> frozenset[int]:
    """The places in `text` where a word ends that a line may end with: not between a word and one
    of a single hanzi that belongs to it (东|院区, 诊疗|量)."""
    ends = _with_names(text, word_ends(text) - inside_terms(text, _NEWER))
    alone = {at for at in ends if _HANZI.match(text, at - 1) and (at == 1 or at - 1 in ends)}
    # Behind a mark a word of one hanzi leads on to the next: 先登记、后|就餐.
    opening = {
        at
        for at in alone
        if text[at - 2 : at - 1] in _PAUSES and text[at - 1] in _LEADING and _HANZI.match(text, at)
    }
    return frozenset(
        at
        for at in ends - opening
        if not (at in alone and text[at - 1] in _BEGINNING and _HANZI.match(text, at))
        and not (at + 1 in alone and text[at] in _ENDING and _HANZI.match(text, at - 1))
    )


def _with_names(text: str, ends: frozenset[int]) -> frozenset[int]:
    """The ends of words without those within names of other tongues, which the dictionary takes to
    pieces (阿拉|斯泰尔), nor before what is the end of a place's name."""
    starts = {0, *ends}
    for run in _SOUNDS.finditer(text):
        start = next((at for at in range(run.start(), run.end()) if at in starts), run.end())
        end = next((at for at in range(run.end(), start, -1) if at in ends), start)
        if end - start < 3 or not _SOUNDED_ONLY.search(text, start, end):
            continue
        ends = ends.difference(range(start + 1, end))
        after = min((each for each in ends if each > end), default=end)
        if text[end : end + 1] in _OF_PLACES and _stands_alone(text[end + 1 : after]):
            ends = (ends - {end}) | {end + 1}
    return ends


def _stands_alone(rest: str) -> bool:
    """Whether what is left of a word without the end of a place's name is a word: 市|图书馆, but
    not 市|政厅."""
    return len(rest) != 1 and (not rest or word_cost(rest) != NEVER)


@lru_cache(maxsize=1024)
def within_word(text: str, at: int) -> bool:
    """Whether a line that ends at a place in `text` ends within a word, as far as the characters
    around it tell."""
    run = next((run for run in _RUN.finditer(text) if run.start() < at < run.end()), None)
    if run is None:
        return False
    words, at = run[0], at - run.start()
    if len(words) > 2 * _AROUND:
        start = max(0, at - _AROUND)
        words, at = words[start : at + _AROUND], at - start
    return at not in line_ends(words)


def _divided(run: str) -> Iterator[int]:
    """Where the words of a run end."""
    at = loose = 0
    for end in _likeliest(run):
        if end - at > 1:
            if at > loose:
                yield from _unknown(run, loose, at)
            yield end
            loose = end
        at = end
    if at > loose:
        yield from _unknown(run, loose, at)


def _likeliest(run: str) -> Iterator[int]:
    """Where the words end in the likeliest division of a run by the dictionary; of two that are as
    likely, in the one with the longer first word."""
    best = [0] * (len(run) + 1)
    ends = [0] * len(run)
    for start in range(len(run) - 1, -1, -1):
        found = min((cost + best[end], -end) for end, cost in words_at(run, start))
        best[start], ends[start] = found[0], -found[1]
    at = 0
    while at < len(run):
        at = ends[at]
        yield at


def _unknown(run: str, start: int, end: int) -> Iterator[int]:
    """Where words end between two places that the dictionary leaves as single characters."""
    text = run[start:end]
    if word_cost(text) != NEVER:
        # A word that is less likely than its characters are apart.
        yield from range(start + 1, end + 1)
        return
    ends = {0}
    for part in _HANZI.finditer(text):
        ends |= {part.start(), *(part.start() + one for one in _modelled(part[0]))}
    for part in _LATIN.finditer(text):
        ends |= {part.start(), part.end()}
    yield from (start + one for one in sorted({*ends, len(text)} - {0}))


def _modelled(text: str) -> Iterator[int]:
    """Where words end in the likeliest sequence of places in words (Viterbi's)."""
    costs = [_emitted(char) for char in text]
    so_far = [_FIRST.get(place, _IMPOSSIBLE) + costs[0][place] for place in range(4)]
    came: list[list[int]] = []
    for cost in costs[1:]:
        found = [
            min((so_far[before] + step, -before) for before, step in _BEFORE[place])
            for place in range(4)
        ]
        came.append([-before for _, before in found])
        so_far = [total + cost[place] for place, (total, _) in enumerate(found)]
    place = min((_END, _ALONE), key=lambda each: so_far[each])
    places = [place]
    for step in reversed(came):
        place = step[place]
        places.append(place)
    for at, place in enumerate(reversed(places), 1):
        if place in (_END, _ALONE):
            yield at


def _emitted(char: str) -> list[int]:
    return [_IMPOSSIBLE if cost == NEVER else cost for cost in place_costs(char)]


def inside_terms(text: str, lexicon: Sequence[str]) -> frozenset[int]:
    """The places in `text` that lie inside one of the lexicon's terms."""
    terms = _by_first(tuple(lexicon))
    return frozenset(
        at + within
        for at, char in enumerate(text)
        for term in terms.get(char, ())
        if text.startswith(term, at)
        for within in range(1, len(term))
    )


@lru_cache(maxsize=16)
def _by_first(lexicon: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """The terms that begin with each character."""
    found: dict[str, list[str]] = {}
    for term in filter(None, lexicon):
        found.setdefault(term[0], []).append(term)
    return found
