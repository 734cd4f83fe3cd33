"""Labels and kinds of what is planned, of what changed since when, and of what is measured how."""

from __future__ import annotations

from rows import every
from test_drafts import drafts

POLICY = """海港城新聞

政府會動用36億元，資助旅遊業渡過難關。當局亦會推出總值約70億元的電費補貼措施。
計劃的最高貸款額會由300萬元提高至600萬元。
綠色出行計劃惠及12個社區。
今年會預留額外八十億元。其中三十億元用於興建南灣創科園。
新一年會為漁業撥款二億元支持深海養殖。
儲備將降至5000億元，接近2003年的水平，相當於9個月的開支。
當局將調高兩千萬元以上的商業樓宇印花稅稅率，由3.5%調高至5.2%，影響約0.8%的商業樓宇交易，估計每年可增加約14億元收入。
寬減二零二六／二七課稅年度百分之五十的利得稅，上限為二千元。
撥款申請總額為88億元，當中61億元與渠務有關。
預計會把盈餘中接近三成與市民共享。
另撥出400個單位安置受重建影響的租戶。
為長者房屋配額計劃預留700個單位。
長者服務券的總數增加3 000張至1.4萬張。

推出多項新措施：
－增加1500個課後託管名額
－未來兩年收回約300公頃私人土地

l  商戶水費寬減75%；
l  豁免18項收費，為期一年；
"""


@every(
    ("number", "kind", "label"),
    [
        ("36億元", "plan", "動用資助旅遊業渡過難關"),
        ("70億元", "plan", "電費補貼措施總值"),
        ("300萬元", "actual", "計劃的最高貸款額"),
        ("600萬元", "plan", "計劃的最高貸款額"),
        ("12個", "actual", "綠色出行計劃惠及社區"),
        ("三十億元", "plan", "用於興建南灣創科園"),
        ("二億元", "plan", "撥款支持深海養殖"),
        ("3.5%", "actual", "兩千萬元以上的商業樓宇印花稅稅率"),
        ("0.8%", "plan", "影響的商業樓宇交易佔比"),
        ("14億元", "plan", "每年增加收入"),
        ("二千元", "actual", "利得稅寬減上限"),
        ("61億元", "actual", "與渠務有關的撥款申請總額"),
        ("三成", "plan", "盈餘中與市民共享"),
        ("400個", "actual", "單位安置受重建影響的租戶"),
        ("1.4萬張", "actual", "長者服務券的總數"),
        ("1500個", "plan", "課後託管名額"),
        ("300公頃", "plan", "收回私人土地"),
        ("18項", "actual", "豁免收費"),
    ],
)
def test_what_a_government_will_do_is_a_plan_and_says_what_for(
    number: str, kind: str, label: str
) -> None:
    draft = drafts(POLICY, "2026-02-25", "HKD")[number]
    assert (draft.kind, draft.label) == (kind, label)
    assert "計劃" not in drafts(POLICY, "2026-02-25", "HKD")["700個"].quantity.qualifier


FISHERY = """千企计划”入选企业68家，编制完成港口规划等7个专项规划。
审批时限平均削减41%，职工月工资平均5600元。
上半年港口吞吐量880万吨，同比增长6.1%，比一季度回落1.3个百分点；两年平均增长4.4%。
从环比看，四季度吞吐量增长2.2%。
采矿业、纺织业利润占工业利润的比重分别升至9.1%、6.3%，比上年分别提高0.4和0.2个百分点。
海鲜、罐头、茶叶出口分别实现8.1%、9.2%、7.3%的增长。
鱿鱼产量占总产量的31%，较上年增长5.5%。
坚持渔船数量控制在900艘以内、捕捞量控制在70万吨左右的目标。
码头吞吐能力达到4100多万吨，其中60个泊位也将投入使用。
全球前五位造船国家都已签约。
财政收入比上年同期增收33亿元。
二零二三年四月旅客的臨時估計為120萬人次，升38.4%至130萬人次。
"""


@every(
    ("number", "label"),
    [
        ("68家", "千企计划入选企业"),
        ("7个", "专项规划"),
        ("41%", "审批时限平均"),
        ("5600元", "平均职工月工资"),
        ("1.3个百分点", "港口吞吐量增速比一季度"),
        ("4.4%", "港口吞吐量两年平均增速"),
        ("2.2%", "吞吐量环比增速"),
        ("0.2个百分点", "纺织业利润占比提高"),
        ("8.1%", "海鲜出口增速"),
        ("5.5%", "鱿鱼产量增速"),
        ("900艘", "渔船数量"),
        ("60个", "投入使用的泊位"),
        ("33亿元", "财政收入增量"),
    ],
)
def test_measures_and_their_pace_are_kept(number: str, label: str) -> None:
    made = drafts(FISHERY, "2025-07")
    assert made[number].label == label
    kinds = {each: made[each].kind for each in ("68家", "7个", "900艘", "60个", "120萬人次")}
    assert [*kinds.values()] == ["actual", "actual", "target", "plan", "actual"]
    assert made["120萬人次"].period == "2023年4月"
    assert "全球前五位" not in made


QUARTER = """Harbour Optics Reports Second Quarter Fiscal 2025 Results

Net sales from continuing operations of $52.1 million and net income per share from continuing \
operations of $0.31

As of May 31, 2025, inventory was $18.0 million, a decrease of $2.2 million, or 11%, compared to \
$20.2 million as of February 28, 2025.

Gross margin was 30.1%, up from 28.4% in the prior year's second quarter and 29.9% before.

A recovery, net of tax, increased gross margin by $0.9 million, or about 1.8 percentage points.

Interest costs fell due to a decrease in net borrowings of $3,400,000 to $9,100,000 compared with \
$12,500,000 a year earlier.

The provision for loan losses was $7.7 million.

As a percent of sales, overhead expenses were 21.3%.

The company decreased travel expenses by 17%.

Deposits grew from $3.1 billion to $4.2 billion, or 35%.

Inner Bay posted a sharp increase of 6.2 per cent.

Pension costs are expected to reach $4.4 million, compared to $3.9 million in 2024.

"""


@every(
    ("number", "kind", "period", "label"),
    [
        ("$52.1 million", "actual", "Q2 FY2025", "Net sales from continuing operations"),
        ("$0.31", "actual", "Q2 FY2025", "Net income per share from continuing operations"),
        ("$18.0 million", "actual", "May 31, 2025", "Inventory"),
        ("$2.2 million", "actual", "May 31, 2025", "Inventory decrease since February 28, 2025"),
        ("$20.2 million", "actual", "February 28, 2025", "Inventory"),
        ("29.9%", "actual", "", "Gross margin"),
        ("1.8 percentage points", "actual", "", "Gross margin increase"),
        ("$9,100,000", "actual", "", "Net borrowings"),
        ("$7.7 million", "actual", "", "Provision for loan losses"),
        ("21.3%", "actual", "", "Overhead expenses as share of sales"),
        ("17%", "actual", "", "Travel expenses decrease"),
        ("35%", "actual", "", "Deposits growth"),
        ("6.2 per cent", "actual", "", "Inner Bay growth"),
        ("$3.9 million", "actual", "2024", "Pension costs"),
    ],
)
def test_changes_say_what_they_are_of_and_since_when(
    number: str, kind: str, period: str, label: str
) -> None:
    draft = drafts(QUARTER, "2025-06-30", "USD")[number]
    assert (draft.kind, draft.label) == (kind, label)
    assert period in ("", draft.period)
    assert (draft.quantity.value or 0) > 0 or draft.quantity.direction
