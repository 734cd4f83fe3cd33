"""What is wrong with the formula of a derived figure, and with what it gives."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_FORMULA = Words(
    "A derived figure stands in no source: it is computed, exactly, from figures that do. Its "
    "formula has + - * / ^ and parentheses, figures' ids, and plain numbers; ids hold hyphens, so "
    "a minus needs spaces around it.",
    "推算的数字在来源里没有原句，是由有原句的数字精确算出来的。算式里可用 + - * / ^ 和括号、"
    "数字的编号和不带单位的数；编号里会有连字符，所以减号两边要空格。",
)
_UNITS = Words(
    "Units take part in a formula: like is added to like, a share of like things is a pure number, "
    "and a quantity may be multiplied or divided by a number of things (元/家). Anything else has "
    "no unit that a reader would understand.",
    "单位也参与计算：同单位才能加减，同类相除得到比例，量可以乘以或除以个数（如平均每家多少元）。"
    "除此以外算出来的单位没有人看得懂。",
)
_USE = Words(
    "use + - * / ^ ( ), figure ids and numbers",
    "算式只用 + - * / ^ ( )、数字的编号和不带单位的数",
)
_FUND = (
    "figures:\n"
    "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
    "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}\n"
)


def _rest(formula: str, value: str = "8亿元") -> str:
    """An example: what is left of a fund, by a formula."""
    return f"{_FUND}  rest: {{value: {value}, kind: derived, label: 余下, formula: {formula}}}"


def _cannot(en: str, zh: str) -> Words:
    return Words(
        f"the formula of {{figure}} cannot be worked out: {en}", f"“{{figure}}”的算式算不了：{zh}"
    )


_RIGHT = _rest("fund - first")

MESSAGES: Mapping[str, Message] = {
    "formula-unexpected": Message(
        severity="error",
        sentence=_cannot("“{token}” is not expected there", "这里不该有“{token}”"),
        hint=_USE,
        means=_FORMULA,
        wrong=_rest("fund first"),
        right=_RIGHT,
    ),
    "formula-too-long": Message(
        severity="error",
        sentence=_cannot("it is too long", "太长"),
        hint=Words(
            "write at most {tokens} numbers, ids and signs, each of at most {signs} characters; "
            "give a part of it to a figure of its own",
            "最多 {tokens} 个数、编号和符号，每个最多 {signs} 个字符；可把一部分另立为一个数字",
        ),
        means=_FORMULA,
    ),
    "formula-too-large": Message(
        severity="error",
        sentence=_cannot("it comes to more than anything counts", "结果大得没有实际意义"),
        hint=Words("look for a sign too many (*, ^)", "检查是否多写了 * 或 ^"),
        means=_FORMULA,
    ),
    "formula-bad-sign": Message(
        severity="error",
        sentence=_cannot(
            "“{found}” is neither a figure id nor + - * / ( )",
            "“{found}”不是数字的编号，也不是 + - * / ( )",
        ),
        hint=_USE,
        means=_FORMULA,
        wrong=_rest("fund － first"),
        right=_RIGHT,
    ),
    "formula-breaks-off": Message(
        severity="error",
        sentence=_cannot("it breaks off", "没有写完"),
        hint=_USE,
        means=_FORMULA,
        wrong=_rest("fund -"),
        right=_RIGHT,
    ),
    "formula-open-bracket": Message(
        severity="error",
        sentence=_cannot("a closing parenthesis is missing", "缺少右括号"),
        hint=_USE,
        means=_FORMULA,
        wrong=_rest("(fund - first"),
        right=_rest("(fund - first)"),
    ),
    "formula-too-deep": Message(
        severity="error",
        sentence=_cannot("it is nested too deeply", "括号或负号套得太多"),
        hint=Words("write it in fewer levels", "减少嵌套的层数"),
        means=_FORMULA,
    ),
    "formula-unknown-figure": Message(
        severity="error",
        sentence=_cannot("there is no figure {id}", "台账里没有数字“{id}”"),
        hint=Words("{offer}", "{offer}"),
        means=_FORMULA,
        wrong=_rest("fund - frist"),
        right=_RIGHT,
    ),
    "formula-of-dates": Message(
        severity="error",
        sentence=_cannot("{id} is a date", "“{id}”是日期"),
        hint=Words("compute with quantities, such as 4年零8个月", "改用可以计算的量，如4年零8个月"),
        means=_UNITS,
        wrong="# seeds/article.txt: 2035年6月3日建成。\n"
        "figures:\n  built: {value: 2035年6月3日, kind: target, label: 建成, "
        "quote: 2035年6月3日建成}\n"
        "  left: {value: 11年, kind: derived, label: 还有, formula: built - 2024}",
        right="# seeds/article.txt: 2024年开工，到2035年建成。\n"
        "figures:\n  begun: {value: 2024年, kind: actual, label: 开工, quote: 2024年开工}\n"
        "  built: {value: 2035年, kind: target, label: 建成, quote: 到2035年建成}\n"
        "  time: {value: 11年, kind: derived, label: 工期, formula: built - begun}",
    ),
    "formula-of-form": Message(
        severity="error",
        sentence=_cannot(
            "{id} is {form}, of which it takes nothing", "“{id}”是{form}，不能用来计算"
        ),
        hint=Words(
            "compute with numbers, fractions, multiples and years",
            "只能用数、分数、倍数和年份来计算",
        ),
        means=_FORMULA,
        wrong="# seeds/article.txt: 投资3亿元至4亿元。\n"
        "figures:\n  cost: {value: 3亿元至4亿元, kind: plan, label: 投资, "
        "quote: 投资3亿元至4亿元}\n"
        "  twice: {value: 6亿元, kind: derived, label: 两倍, formula: 2 * cost}",
        right="# seeds/article.txt: 投资3亿元。\n"
        "figures:\n  cost: {value: 3亿元, kind: plan, label: 投资, quote: 投资3亿元}\n"
        "  twice: {value: 6亿元, kind: derived, label: 两倍, formula: 2 * cost}",
    ),
    "formula-power-of-unit": Message(
        severity="error",
        sentence=_cannot("a power has {unit}", "乘方里有单位“{unit}”"),
        hint=Words(
            "take powers of pure numbers, such as (after / before) ^ (1 / 5)",
            "只对不带单位的数乘方，如 (after / before) ^ (1 / 5)",
        ),
        means=_UNITS,
        wrong=_rest("fund ^ 2"),
        right=_RIGHT,
    ),
    "formula-no-power": Message(
        severity="error",
        sentence=_cannot("a power of it cannot be taken", "这个数不能乘方"),
        hint=Words(
            "take whole powers up to 100, or roots of positive numbers",
            "整数次方不超过100；开方的数须为正数",
        ),
        means=_FORMULA,
        wrong=_rest("fund * 2 ^ 101"),
        right=_RIGHT,
    ),
    "formula-adds-unlike": Message(
        severity="error",
        sentence=_cannot("it adds {one} and {other}", "{one}和{other}不能相加减"),
        hint=Words("add and subtract what has one unit", "单位相同的才能相加减"),
        means=_UNITS,
        wrong=_rest("fund - 2"),
        right=_RIGHT,
    ),
    "formula-multiplies-units": Message(
        severity="error",
        sentence=_cannot("it multiplies {one} by {other}", "{one}和{other}不能相乘"),
        hint=Words(
            "multiply by a pure number, or by a number of things",
            "只能乘以不带单位的数，或乘以个数",
        ),
        means=_UNITS,
        wrong=_rest("fund * first"),
        right=_RIGHT,
    ),
    "formula-divides-units": Message(
        severity="error",
        sentence=_cannot("it divides {one} by {other}", "{one}不能除以{other}"),
        hint=Words(
            "divide by what has the same unit, or by a number of things",
            "只能除以单位相同的量，或除以个数",
        ),
        means=_UNITS,
        wrong=_rest("10 / fund"),
        right=_rest("fund / first", "5倍"),
    ),
    "formula-divides-by-zero": Message(
        severity="error",
        sentence=_cannot("it divides by zero", "除数是零"),
        hint=Words("check what stands behind /", "核对 / 后面的内容"),
        means=_FORMULA,
        wrong=_rest("fund / (first - first)"),
        right=_RIGHT,
    ),
    "formula-circle": Message(
        severity="error",
        sentence=Words("{id} is derived from itself: {way}", "“{id}”绕回来由自己推算：{way}"),
        hint=Words("let the formula use figures of the source", "算式改用来源里的数字"),
        means=Words(
            "A derived figure stands, in the end, on figures of a source. One that stands on "
            "itself stands on nothing.",
            "推算的数字归根到底要以来源里的数字为据；由自己推算自己，等于没有依据。",
        ),
        wrong=_rest("rest - first"),
        right=_RIGHT,
    ),
    "formula-unit": Message(
        severity="error",
        sentence=Words(
            "the formula of {id} gives {got}, not {wanted}",
            "“{id}”的算式得出的是{got}，而数值写的是{wanted}",
        ),
        hint=Words("correct the unit, or the formula", "改正单位或算式"),
        means=_UNITS,
        wrong=_rest("fund - first", "8亿美元"),
        right=_RIGHT,
    ),
    "formula-value": Message(
        severity="error",
        sentence=Words(
            "the formula of {id} gives {got}, not {value} ({written})",
            "“{id}”的算式得出 {got}，而不是 {value}（{written}）",
        ),
        hint=Words("correct the value, or the formula", "改正数值或算式"),
        means=Words(
            "The value of a derived figure is what its formula gives, in the base unit, rounded "
            "half to even to the digits that the value shows.",
            "推算的数值须等于算式的结果（按基本单位计），按数值显示的位数修约，逢五取偶。",
        ),
        wrong=_rest("fund - first", "7亿元"),
        right=_RIGHT,
    ),
    "formula-rounding": Message(
        severity="error",
        sentence=Words(
            "the formula of {id} gives {exact}, half of the last digit shown: {written} is rounded "
            "half up, and half to even is {got}",
            "“{id}”的算式得出 {exact}，末位后正好是五：{written}是四舍五入，四舍六入五成双得 {got}",
        ),
        hint=Words("write the value rounded half to even", "数值改按四舍六入五成双修约"),
        means=Words(
            "Half of the last digit is rounded to the even neighbour (GB/T 8170), so that sums of "
            "rounded values do not drift upwards.",
            "末位后正好是五时取偶数（GB/T 8170，四舍六入五成双），这样修约过的数加起来不会偏大。",
        ),
        wrong=_FUND + "  half: {value: 0.3亿元, qualifier: 约, kind: derived, label: 四十分之一, "
        "formula: fund / 40}",
        right=_FUND + "  half: {value: 0.2亿元, qualifier: 约, kind: derived, label: 四十分之一, "
        "formula: fund / 40}",
    ),
    "formula-form": Message(
        severity="error",
        sentence=Words(
            "{id} has a formula, and its value {written} is {form}",
            "“{id}”有算式，数值“{written}”却是{form}",
        ),
        hint=Words("write the value that the formula gives", "写算式得出的数值"),
        means=Words(
            "A formula gives one exact value. A range, a ratio, a rank or a count that is not "
            "exact stands in a source, or is not known.",
            "算式得出的是一个确切的数值。范围、比例、名次和约数只能来自来源的原句。",
        ),
        wrong=_FUND
        + "  half: {value: 3亿元—4亿元, kind: derived, label: 五分之一, formula: fund / 5}",
        right=_FUND + "  half: {value: 2亿元, kind: derived, label: 五分之一, formula: fund / 5}",
    ),
    "rounding-unsaid": Message(
        severity="warning",
        sentence=Words("{id} is rounded, and does not say so", "“{id}”是约数，却没有写明"),
        hint=Words("add `qualifier: 约`", "加上“qualifier: 约”"),
        means=Words(
            "What a formula gives has more digits than the value shows. Readers should see that "
            "the number is rounded.",
            "算式的结果比显示的位数多，应让读者知道这是约数。",
        ),
        wrong=_FUND + "  half: {value: 3.3亿元, kind: derived, label: 三分之一, formula: fund / 3}",
        right=_FUND + "  half: {value: 3.3亿元, qualifier: 约, kind: derived, label: 三分之一, "
        "formula: fund / 3}",
    ),
    "derived-unqualified": Message(
        severity="warning",
        sentence=Words(
            "{id} is derived from {ids}, which is not an exact value",
            "“{id}”由{ids}推算，而那不是确数",
        ),
        hint=Words("give the derived figure a qualifier of its own", "给推算的数字也加上限定词"),
        means=Words(
            "What is computed from “over 3200” is no more exact than that: the result needs a "
            "qualifier too, and which one only its author knows.",
            "由“超3200”算出来的结果同样不是确数，也要有限定词；用哪一个，只有作者知道。",
        ),
        wrong="figures:\n  half: {value: 1600亿元, kind: derived, label: 一半, "
        "formula: output / 2}",
        right="figures:\n  half: {value: 1600亿元, qualifier: 超, kind: derived, label: 一半, "
        "formula: output / 2}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "a-pure-number": Words("a pure number", "不带单位的数"),
    "spaces-around-minus": Words(
        "a minus between ids needs spaces around it", "编号之间的减号两边要空格"
    ),
    "use-figure-ids": _USE,
}
