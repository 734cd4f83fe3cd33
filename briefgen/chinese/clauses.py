"""Turn a clause of a report into its parts: the words that no subject has at its edges.

Reports say what they count as time, subject, verb, number: 一季度，全市工业增加值同比增长6.1%.
The words are simplified and traditional; those that only one of the two scripts has stand together.
"""

from __future__ import annotations

# Time that is said without digits, or around them.
TIMES = (
    "今年 去年 上年 上年同期 去年同期 上年同月 去年同月 上季 上一季 上一季度 上季度 "
    "本届政府任期内 本屆政府任期內 上一年 上一年同期 上一年同月 上月 上個月 "
    "上个月 同期 本年 当年 當年 全年计 全年計 全年 目前 年末 年底 期末 "
    "期内 期內 本财年 "
    "本財年 上半年 下半年 前三季度"
)
# What a clause begins with.
LEADS = (
    "其中 每年 每月 其次为 其次為 其次是 其次 首先 尤其是 尤其 对应 對應 相比起 相比 對比 对比 "
    "最终 最終 即 "
    "这也是 这是 也是 將 将 有望 同时 同時 "
    "此外 另外 截至 预计 預計 预期 力争 争取 确保 "
    "实现 實現 达成 累计 共计 合计 并 且 以及 和 与 使 让 但 而 因此 尽管 儘管 虽然 雖然 若 "
    "政府(?![卫衛性支債债投]|消费|消費|开支|開支|收入|预算|預算) 当局 當局 到 在 由 从(?![业事]) "
    "为 了 已 仍 亦 进一步 "
    "進一步"
)
# Where the verb of a clause begins: what is before is its subject.
VERBS = (
    "相当于 相當於 削减 削減 缩减 縮減 同比 环比 環比 按年 按月 较 較 不低于 不低於 不超过 不超過 "
    "不少于 不少於 不高于 不高於 不足 "
    "不到 相比 高于 高於 低于 低於 快于 慢于 高出 占 佔 介乎 "
    "供应(?![业链商量]) "
    "供應(?![業鏈商量]) 保持 "
    "较快 较大 持续 呈 提升到 提升至 提高到 提高至 上升到 上升至 增加到 增加至 增至 升至 降至 "
    "提升为 扩大为 降低至 降为 跃升至 跃升到 上升为 增为 减至 减少到 减少至 整合为 整合至 "
    "压减至 压减到 均跃 跃升 止跌 "
    "降低到 降到 控制在 稳定在 保持在 达到 達到 分别 分別 约为 重拾 有所 处于 處於 陷入 受控 "
    "跃居 位居 稳居 排名 亦由 会在 會在 列第 列全 调整为 调整到 缩小到 缩小至 扩大到 扩大至"
)
# What stands between a subject and its number, in any order.
TAILS = (
    "会 會 将会 將會 逐步 继 繼 拥有 擁有 累计 累計 同口径 连续 連續 跨越 首次 接近 年均 平均 "
    "实现 實現 暴 名义 名義 实际 "
    "實際 实质 實質 大幅 显著 顯著 微 大 急 仅 僅 再 又 均 都 已经 已 亦 约 約 近 超过 超過 超 "
    "逾 突破 达 達 为 為 是 有 至 到 由 从 了 的 负 負 增长 增長 增加 提高 上升 提升 上涨 上漲 "
    "扩大 加快 增 升 涨 漲 下降 减少 減少 降低 下滑 下跌 压减 回落 收窄 收縮 收缩 缩短 縮短 拉动 "
    "拉動 贡献 降 跌 减 減 仍 錄得 录得 将 將 力争 计划 計劃 预计 預計 原先 原本 原来 原來 "
    "与原先 與原先 全省 全国 全國 实施 實施 均跃 "
    "共 有望 小幅 微幅 只 少 以 則 则 就"
)
# Verbs that lead to what is counted, and say nothing of it.
BARE_VERBS = (
    "争创 储备 认定 拥有 新增 新建 改造 建成 完成 引进 培育 实施 发放 投入 安排 惠及 受惠 "
    "改扩建 谋划 推进 开展 组织 带动 会有 會有 再多 撥予 拨予 发行 提供 形成 興建 兴建 建设 "
    "發放 預留 预留 斥資 每天 每年 每月 打造 释放 釋放 重组 重組 组建 組建 制定 创建 創建 新增加 "
    "支持 举办 舉辦 落地 开工 開工 投产 投產 获批 布局 新设 新設 增设 增設 签约 簽約 补充 招引 "
    "整治 修缮 新改扩建 改建 提升改造 更新改造 办理 立案 查处 受理 审结 推出 出台 选派 选聘 招聘 "
    "招录 远销 销往 出口至 覆盖 覆蓋 涵盖 涵蓋 遍布 遍佈 服务 開設 开设 开通 通过 研发 攻克 突破 "
    "发布 编制 帮助 救助 资助 培训 培养 建立 設立 设立 实行 遴选"
)
# What ends the noun behind a number.
STOPS = (
    "中的 中有 从 由 经 從 經 增长 增長 增加 下降 下跌 分别 分別 实现 完成 达到 达 占 为 被 将 "
    "在 受惠 以上 以下 左右 以内 的"
)
# Nouns that say nothing without what they are of.
OF_SOMETHING = (
    "升幅 漲幅 總量 總數 總額 規模 數量 总量 总数 总额 规模 数量 增速 增幅 降幅 跌幅 涨幅 比重 "
    "占比 "
    "均价"
)
# What is a rate itself: of it no growth is said.
RATES = "率 升幅 增速 增幅 降幅 跌幅 涨幅 比重 占比 强度 比例"
