import { wordAt, wordBefore, wordsByFirst, wordsByLast } from '../text/word-table.ts'
import type { LocalFigure } from './claims/local-claim.ts'
import { beforeClosing, behindOpening } from './lead-words.ts'
import type { UnitKind } from './ledger.ts'

/** Verbs that are hardly ever part of a noun: the words behind them are what is counted. */
const actions = wordsByFirst(
  '受理 办理 办结 审结 结案 新收 收到 接到 接收 接待 承办 承接 处理 处置 查处 立案 查办 审查 审核 审议 审理 审批 开展 举办 ' +
    '组织 召开 举行 发放 印发 制定 制发 出台 修订 修改 废止 清理 报送 报备 备案 建立 设立 组建 建成 新建 成立 配备 聘请 聘任 选聘 ' +
    '培育 培养 新增 新登记 登记 发布 公开 答复 回复 化解 调处 调解成功 排查 整改 完成 评查 评定 抽查 检查 收集 征集 采纳 提出 ' +
    '反馈 参加 参与 出席 出动 走访 回访 解答 提供 帮助 挽回 追回 减免 投入 支出 安排 下达 作出 实施 推送 推出 制作 刊发 更新 ' +
    '惠及 引进 签订 签约 移送 纠正 撤销 维持 驳回 结转 通过 研究 讨论 承诺 公示 公布 取得 获得 荣获 评为 招录 招聘 招收 ' +
    '拥有 现有 共有 设有 打造 创建 选派 下派 派驻 入驻 进驻 打掉 破获 抓获 起诉 批捕 判决 执结 执行到位 办复 解决 梳理 录入 下放 取消 ' +
    '承担 落实 兑现 拨付 筹集 募集 发现 督促 约谈 问责 表彰 奖励 命名 认定 编制 采购 改造 建设 新改建 改扩建 治理 修复 种植 播种',
)

/** Verbs that also make nouns (人民调解, 行政处罚): verbs only right before the number, or before 了, 成功. */
const closers = wordsByLast(
  '调解 处罚 许可 强制 援助 投诉 举报 咨询 申请 培训 满意 合格 优秀 胜诉 败诉 撤诉 通过 达标 成功 履行 持证 持证上岗 出庭 应诉 纠错 ' +
    '采纳 答复 公开 覆盖 办结 审结 结案 受理 收到 达成协议 达成调解 结转 网办 网上办理 在线办理 线上办理 按期办结 及时办结 按时办结 知晓 ' +
    '就业 升学 签约 完成 落实 整改 整改到位 报备 备案 化解 成功化解 建成 实现 参加 参训 参考 评定为优秀 评为优秀 评为合格 解决',
)

/** The verb that goes with a figure, and where the words stand that tell what it counts. */
export interface Description {
  readonly verb: string
  readonly from: number
  readonly to: number
}

/** Units behind which the words before name a rate or a change, not something counted. */
function isRate(kind: UnitKind): boolean {
  return (
    kind === 'percent' || kind === 'permille' || kind === 'points' || kind === 'times' || kind === 'ratio'
  )
}

/** What the words beside a figure of a folded text tell of it. */
export function descriptionOf(text: string, figure: LocalFigure): Description {
  const { leadFrom, boundFrom, to, tailTo, unit } = figure
  return describe(text, leadFrom, boundFrom, to, tailTo, isRate(unit.kind))
}

/**
 * Takes apart the words before (`leadFrom`…`from`) and behind (`to`…`tailTo`) a figure of a folded text. For a rate all words
 * before it are its name: 办结率 is not what was 办结.
 *
 *     全年 受理 人民调解案件 32件        已 审结 32件 行政复议案件
 *          ^verb ^subject                  ^verb     ^subject
 */
function describe(
  text: string,
  leadFrom: number,
  from: number,
  to: number,
  tailTo: number,
  ofRate: boolean,
): Description {
  let start = behindOpening(text, leadFrom, from)
  let end = beforeClosing(text, from, start)
  let verb = ''
  if (ofRate && end > start) return { verb, from: start, to: end }
  for (let at = start; at < end; at++) {
    verb = wordAt(actions, text, at, end)
    if (verb === '') continue
    start = at + verb.length
    break
  }
  if (verb === '') {
    verb = wordBefore(closers, text, end, start)
    end -= verb.length
    if (verb !== '' && end > start) return { verb, from: start, to: end }
  }
  if (text[start] === '了' || text[start] === '各') start++
  if (end > start) return { verb, from: start, to: end }
  let tailFrom = to
  while (tailFrom < tailTo && (text[tailFrom] === '的' || text[tailFrom] === ' ')) tailFrom++
  const longest = Math.min(tailTo, tailFrom + longestTail)
  let tailEnd = Math.min(tailFrom + 1, longest)
  while (tailEnd < longest && wordAt(actions, text, tailEnd, tailTo) === '') tailEnd++
  return { verb, from: tailFrom, to: tailEnd }
}

/** What is counted is told by so many characters behind the figure at most. */
const longestTail = 16
