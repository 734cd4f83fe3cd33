"""Turn a text into the places of its numerals that count nothing: names, marks, clocks, telephones.

What stands here is passed over by whoever reads the numbers of a source, and by rule: a name that
is one in this text alone (二次创业) is given by the outline, or found by its quotation marks.
"""

from __future__ import annotations

from briefgen.patterns import pattern

_HAN = "[一二两三四五六七八九十]"
# The order counts: what is longer comes first.
_PASSED = (
    # Numbers of documents, telephones, hot lines, post codes; addresses of mail and web.
    r"[〔\[(][12]\d{3}[〕\])]第?\d+号",
    r"(?:电话|热线|传真|邮编|邮政编码|手机|总机|客服|Tel|Phone|Fax)"
    r"\w{0,2}[:： ]{0,2}[+\d][\d\- ()]{4,}",
    r"(?<![\d.])(?:0\d{2,3}-\d{7,8}|1[3-9]\d{9}|[48]00-\d{3}-\d{4})(?!\d)",
    r"(?<!\d)\d{3,6}(?:热线|平台|短号|便民)",
    r"[\w.]+@[\w.]+|(?:https?://|www\.)[^\s，。]+",
    # Dates and clocks that are written with signs; hours.
    r"(?<!\d)[12]\d{3}([-/.])\d{1,2}\1\d{1,2}(?!\d)",
    r"(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?!的?比)",
    r"(?<!\d)\d{1,2}[时点](?:\d{1,2}分?|半|整|许|钟)(?![\d.])",
    r"(?:上午|下午|凌晨|清晨|早上|早晨|晚上|晚间|傍晚|中午|夜间|今晚|当晚)\d{1,2}[时点]",
    # Reigns of other calendars are not read.
    r"(?:平成|昭和|令和|大正|明治|民国|民國)(?:\d+|元|" + _HAN + "+)年",
    # Months without a year, decades, centuries, generations.
    r"(?<![\d年])\d{1,2}(?:[-—~～至、到]\d{1,2})?月(?:份|底|初|中旬|上旬|下旬|末)?(?!\d)",
    r"(?<!\d)(?:\d{2}|\d{4})年代|(?<!\d)\d{1,2}世纪",
    r"(?<!\d)\d{2}后(?=[、，。创青人群返选新一])",
    rf"(?:[上下]|前|后)半年|半年报|{_HAN}+世纪",
    # Assemblies, plans, numbers of other things: 二十届, 三年行动, 4号线, 附件2, PM2.5, 1+N.
    rf"{_HAN}*十{_HAN}*届|{_HAN}中全会|{_HAN}+大(?=[报精召以闭提代和、，。])",
    rf"第?(?:{_HAN}+|\d+)个五年(?:规划|计划)?",
    rf"(?:{_HAN}+|\d+)年(?:规划|計劃|计划|行动|行動|攻坚|方案|纲要)",
    r"(?<![\d.])\d+号(?:线|楼|院|文|令|公告|门|馆|地块|泊位|机|井)?",
    r"(?:附件|附表|附图|专栏|(?<![㐀-鿿])[图表注]|(?<=[见如])[图表]|脚注|Table|Figure|Fig\.|Note|Section|Page|Chapter)"
    r" ?\d+(?:[.-]\d+)*(?!\.\d|[\d%])(?! ?(?:million|billion|per))",
    rf"(?<![\d.])\d+路(?=公交|车|巴士|[，。、])|(?:{_HAN}|\d+)个一批",
    r"\[\d{1,3}\]|\(\d{1,2}\)|\(" + _HAN + r"{1,3}\)",
    r"(?<![\d.])\d+(?:[·+×xX]\d+)+(?!\d)|(?<![\d.])\d+\+[A-Z]\b",
    r"(?<![A-Za-z])(?!RMB|USD?\b|HKD?\b|CNY|EUR|GBP|JPY|MOP|TWD|top|No\b)[A-Za-z]+[-.]?\d+(?:\.\d+)?"
    r"(?![\d%,])[A-Za-z]*(?![A-Za-z\d])",
    # Everybody, and not 10¹² of them.
    r"亿万(?=[㐀-鿿])",
)
PASSED = pattern("|".join(f"(?:{each})" for each in _PASSED))
