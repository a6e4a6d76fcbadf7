/** Words of two characters, parted by blanks: the second ones by the first. */
function pairs(words: string): ReadonlyMap<number, readonly number[]> {
  const seconds = new Map<number, number[]>()
  for (let at = 0; at < words.length; at += 3) {
    const first = words.charCodeAt(at)
    const known = seconds.get(first)
    if (known) known.push(words.charCodeAt(at + 1))
    else seconds.set(first, [words.charCodeAt(at + 1)])
  }
  return seconds
}

/** Verbs of what is done with things that are counted; all of two characters. */
const verbs = pairs(
  '受理 办理 办结 审结 结案 审核 审查 审议 调处 化解 追回 挽回 追讨 组建 组织 开展 举办 召开 承办 承接 培育 培养 发放 收到 新收 接收 接待 接到 配备 聘请 选聘 聘任 建成 ' +
    '建立 设立 成立 制定 制发 印发 出台 修订 清理 废止 排查 整改 查处 立案 解答 提供 减免 完成 实现 作出 发布 报送 备案 评查 抽查 走访 帮扶 引进 签约 新增 创建 打造 发现 ' +
    '移送 提出 采纳 惠及 招录 下放 拨付 设置 设有 建有 配有 ' +
    '新建 改建 扩建 修建 改造 整治 清运 拆除 种植 栽植 救助 解决 处置 兑现 兑付 征收 征集 编制 巡查 抽检 约谈 破获 抓获 打掉 ' +
    '冻结 返还 收缴 销毁 争取 招引 盘活 安置 认定 命名 评选 表彰 申报 颁发 换发 核发 回访 走访 慰问 征求 出动 派出 选派 下派 ' +
    '发生 查办 侦办 纳入 列入 招募 吸纳 创成 获评 提请 上报 通报 关停 取缔 公布 安装 更换 维修 治理 修复 铺设 架设 开通 调处 调取 签订 签发 清退 追缴 挽救 转移 研判 约见 接诊 巡诊 播放 推送 张贴 悬挂',
)
/** Verbs that also stand in names (行政处罚案件, 法律援助): verbs only where there is no other. */
const nominalVerbs = pairs('调解 援助 处罚 服务 培训 检查 登记 承诺 答复 公开 安排 投入 支出 覆盖')

/** One for each character with which a verb of one of the two kinds begins. */
const beginsVerb = new Uint8Array(0x10000)
for (const code of [...verbs.keys(), ...nominalVerbs.keys()]) beginsVerb[code] = 1

/** 调解员, 援助中心, 培训班: what follows makes a name of the verb. */
const bodyOrPerson = /[员委中室组站机所点班团队]/

/**
 * Where the last verb stands that ends at `to` or before it; if there is none and `to` is the end of the words, the last one
 * that also stands in names.
 */
export function lastVerb(words: string, to: number): number {
  let nominalAt = -1
  for (let at = to - 2; at >= 0; at--) {
    const code = words.charCodeAt(at)
    if (beginsVerb[code] === 0) continue
    const next = words.charCodeAt(at + 1)
    if (verbs.get(code)?.includes(next)) return at
    if (nominalAt === -1 && nominalVerbs.get(code)?.includes(next)) nominalAt = at
  }
  const isName = nominalAt !== -1 && bodyOrPerson.test(words[nominalAt + 2] ?? '')
  return to < words.length || isName ? -1 : nominalAt
}
