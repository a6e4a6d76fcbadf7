/** Words of official prose that say the same of what was done: one of a rate, another of its count. */
const groups: readonly string[] = [
  '线上 网上 网办 在线 掌上 云端',
  '线下 现场 窗口 当面 大厅',
  '合格 达标 及格 通过 过关',
  '满意 好评 认可 肯定',
  '开工 动工 启动',
  '竣工 完工 建成 交付',
  '解决 办成 化解',
  '整改 纠正 改正 销号',
  '答复 回复 回应 反馈 回函 复函',
  '即时 当场 立即 即办',
  '参加 参与 到场 出席',
  '采纳 采用 吸收 采信',
  '安装 装配 加装 配装 装上',
  '清理 清零 清退 清除',
  '覆盖 配备 设立 建立 建成',
  '签订 签约 签署 签下',
  '缴纳 缴费 参保 缴存',
  '就业 上岗 就职 务工',
  '录入 上传 归集 导入',
  '公开 公示 公布 挂网',
  '追回 挽回 返还 退赔',
  '调解 调处 和解',
  '办结 审结 结案 办毕',
  '检出 查出 发现 查实',
  '完好 正常 良好 可用',
]

const bySense = new Map<string, string[]>()
for (const group of groups) {
  const words = group.split(' ')
  for (const word of words)
    bySense.set(word, [...(bySense.get(word) ?? []), ...words.filter((other) => other !== word)])
}

const none: readonly string[] = []

/** The other words of official prose that say the same; empty if none is known. */
export function synonymsOf(word: string): readonly string[] {
  return bySense.get(word) ?? none
}
