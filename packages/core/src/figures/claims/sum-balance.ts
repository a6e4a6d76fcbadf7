import type { BlockShape } from '../../text/block.ts'
import { add, meet } from '../interval.ts'
import { add as plus } from '../rational.ts'
import { hinted, hints, matches } from './hints.ts'
import type { LocalClaim, ToldClaim } from './local-claim.ts'
import type { Slot, SlottedBlock } from './slots.ts'
import { sumClaim, sumRule } from './sum-claim.ts'
import { isMadeUpBy } from './sum-elsewhere.ts'
import { isPlain, named, nameFrom, printedValue, printLike, sameUnit } from './wording.ts'

/** What a figure is in the account of cases of a year: what was left over, came in, was closed, is left over. */
type BalanceRole = 'opening' | 'coming' | 'closed' | 'left'

const opening = hinted(
  /(?:19|20)\d\d年度?(?:结转|结余|未[审办执]?结)|(?:上年|上一年|去年|往年|上期|以前年度|跨年)度?[^,;。]{0,6}(?:结转|遗留|未[审办执]?结|转入|移交|转来|结存|结余|存量|在办|积存)|(?:结转|遗留|承接)(?:自)?(?:上年|去年|上一年|往年)|旧存|(?:年|期)初[^,;。]{0,6}(?:未|在[办册矫]|结[存余转]|存量|待办|余|实有)/,
  hints.carried | hints.when,
)
const left = hinted(
  /结转(?:到|至|入)?20\d\d年|结转(?:到|至|入)?(?:下|次|明|下一|今后)年?|(?:转入|转至|转到|留待|移交|转)(?:下|次|明)(?:一)?年|(?:年末|年底|期末|月底|目前|尚有|仍有|还有|尚|仍|剩余|其余|余下|另有)[^,;。]{0,8}(?:未[审办执]?结|在[办审册矫]|待办|正在|结[存余]|余额|实有)|年末结余|(?:^|[^初度])未[审办执]?结|正在(?:审理|办理|处理|办)|在办|待办/,
  hints.carried | hints.open | hints.when | hints.inventory,
)
const coming =
  /新收|新受理|新接|新立|新增受理|本年(?:度)?(?:收到|受理|收案|登记|接收|立案|新)|(?:年内|当年|今年|全年|本年度?)(?:收到|受理|新|收案|接收|收入|拨入|到账|登记|立案|接到)|拨入|划入|筹集|入矫|新接收|新增|(?:^|[^共计])(?:收到|受理|收案)/
const closed =
  /(?:^|[^未应])(?:办结|审结|结案|执结|办毕|办理完毕|办理完成|办完|了结|发放|答复|处理完毕|调处完毕|化解|解除|解矫|期满|支出|使用|列支|拨付|销号|移除)/
const stillRunning = /未[审办执]?结|正在|仍在|尚在|在审|结转|继续(?:办理|审理)|待(?:办|审)/

const others = hinted(/其余|剩余|余下|尚有|仍有|还有|另有/, hints.rest | hints.inventory)

/** What a sentence must hold to give an account of cases at all. */
const carriesOver = hinted(
  /结转|遗留|转入|结存|存量|旧存|积存|[年期]初|(?:上年|去年|上一年)度?(?:[底末]|移交)?未?|20\d\d年[底末]/,
  hints.carried | hints.when,
)

/** A claim together with the slots (positions in the block) that take part in it. */
export interface BalanceClaim {
  readonly claim: LocalClaim
  readonly slots: readonly number[]
}

/**
 * Finds accounts of cases: 上年结转 + 新收 must be 办结 + 结转下年. All four must be told, in one sentence, in one unit.
 */
export function balances(block: SlottedBlock, shape: BlockShape): BalanceClaim[] {
  const claims: BalanceClaim[] = []
  const { slots } = block
  if ((block.hints & carriesOver.hint) === 0) return claims
  for (let first = 0; first < slots.length; ) {
    const { sentence } = slots[first] as Slot
    let end = first
    while (slots[end]?.sentence === sentence) end++
    const found =
      end - first >= 4 ? balanceIn(block, shape, first, end) : withNothingLeftOver(block, shape, first, end)
    if (found) claims.push(found)
    first = end
  }
  return claims
}

/** 年初无结余，收到384.6万元，发放351.2万元，年末结余43.4万元: nothing was carried over, so what came in is what went out and what is left. */
function withNothingLeftOver(
  block: SlottedBlock,
  shape: BlockShape,
  first: number,
  end: number,
): BalanceClaim | null {
  if (end - first !== 3) return null
  if (((block.slots[first] as Slot).leadHints & nothingLeftOver.hint) === 0) return null
  const chosen = block.slots.slice(first, end)
  const [came, done, rest] = chosen as [Slot, Slot, Slot]
  if (!chosen.every(({ figure, depth }) => depth === 0 && sameUnit(figure.unit, came.figure.unit)))
    return null
  if (
    !nothingLeftOver.pattern.test(came.lead) ||
    !endsYear.test(rest.label) ||
    noFlow.test(done.lead + rest.lead)
  )
    return null
  const holds = meet(came.figure.interval, add(done.figure.interval, rest.figure.interval))
  const verdict = holds ? 'consistent' : 'inconsistent'
  const claim = sumClaim({ shape, whole: came, parts: [done, rest], verdict, variant: null })
  return { claim, slots: [first, first + 1, first + 2] }
}

const nothingLeftOver = hinted(
  /(?:[年期]初|上年|上年度|上一年度?|去年)[^,。;]{0,6}(?:无|没有|为零|为0)(?:未|结|余|遗留|存|积|待)?/,
  hints.when,
)

function balanceIn(block: SlottedBlock, shape: BlockShape, first: number, end: number): BalanceClaim | null {
  let held = 0
  for (let at = first; at < end; at++) held |= (block.slots[at] as Slot).leadHints
  if ((held & carriesOver.hint) === 0) return null
  const text = block.masked.slice(
    (block.slots[first] as Slot).leadFrom,
    (block.slots[end - 1] as Slot).figure.to,
  )
  if (!matches(carriesOver, text, held)) return null
  // Of more than four numbers one must be told as taken over.
  if (end - first > 4 && !opensWith(block, first, end)) return null
  const found = new Map<BalanceRole, number>()
  for (let at = first; at < end; at++) {
    const slot = block.slots[at] as Slot
    if (slot.figure.unit.kind !== 'measure' && slot.figure.unit.kind !== 'money') continue
    const role = roleOf(slot)
    if (role === null) continue
    const known = found.get(role)
    if (known === undefined) found.set(role, at)
    else if (role !== 'coming' && role !== 'closed') return null
  }
  const roles = (['opening', 'coming', 'closed', 'left'] as const).map((role) => found.get(role))
  const [opened, came, done, rest] = roles.includes(undefined) ? fromFirstToLast(block, first, end) : roles
  if (opened === undefined || came === undefined || done === undefined || rest === undefined) return null
  const chosen = [opened, came, done, rest].map((at) => block.slots[at] as Slot)
  const [a, b, c, d] = chosen as [Slot, Slot, Slot, Slot]
  if (!chosen.every((slot) => sameUnit(slot.figure.unit, a.figure.unit))) return null
  // 受理87件（含上年结转2件）: the cases taken over are among those received.
  const included = a.depth > b.depth && /含|其中|包括/.test(a.lead)
  const holds =
    (included && meet(b.figure.interval, add(c.figure.interval, d.figure.interval))) ||
    meet(add(a.figure.interval, b.figure.interval), add(c.figure.interval, d.figure.interval))
  const own = block.slots.slice(first, end)
  if (!holds && balancesWithOther(own, chosen as [Slot, Slot, Slot, Slot])) return null
  // 解除392人，收监7人，死亡2人，迁出11人，年末在册389人: more went out, or came in, than one number tells.
  const more = own.filter((slot) => !chosen.includes(slot) && sameUnit(slot.figure.unit, a.figure.unit))
  if (!holds && isMadeUpBy(more, [a, b], [c, d])) return null
  return {
    slots: [opened, came, done, rest],
    claim: {
      kind: 'sum',
      rule: sumRule,
      verdict: holds ? 'consistent' : 'inconsistent',
      variant: 'balance',
      operands: (['opening', 'coming', 'closed', 'left'] as const).map((role, nth) => ({
        figure: (chosen[nth] as Slot).index,
        role,
      })),
      tell: () => tell(shape, [a, b, c, d]),
    },
  }
}

/** Whether one of the numbers is of what was left over from before. */
function opensWith({ slots }: SlottedBlock, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const { label, labelHints } = slots[at] as Slot
    if (matches(opening, label, labelHints)) return true
  }
  return false
}

function tell(shape: BlockShape, account: readonly [Slot, Slot, Slot, Slot]): ToldClaim {
  const [a, b, c, d] = account
  const line = (x: Slot, y: Slot): string =>
    `${named(x, shape)}＋${named(y, shape)}＝${isPlain(x.figure) && isPlain(y.figure) ? '' : '约'}${printLike(
      plus(printedValue(x.figure), printedValue(y.figure)),
      b.figure,
    )}`
  const inOrder = [...account].sort((x, y) => x.figure.from - y.figure.from)
  const sum = `${line(a, b)}，${line(c, d)}`
  return {
    from: nameFrom(inOrder[0] as Slot),
    to: (inOrder[3] as Slot).figure.to,
    arithmetic: `${sum}，两数应当相等`,
    data: { sum, total: shape.text.slice(d.figure.from, d.figure.to) },
    evidence: account.map((slot) => ({
      from: nameFrom(slot),
      to: slot.figure.to,
      label: named(slot, shape),
    })),
  }
}

const beginsYear = /(?:[年期]初|上年[末底]?|上一年[末底]?|去年[末底]?|上期|(?:19|20)\d\d年[末底])/
const endsYear = /[年期月][末底]|期末|结转|转入|结余|结存/
const noFlow = /其中|同比|增长|下降|平均|比上|较上|含|包括|目标|占/

/**
 * 年初在建28个，新开工17个，竣工19个，年末在建36个: four numbers of one unit and no other, of which the first is told for the
 * beginning and the last for the end of the year, are an account whatever its verbs.
 */
function fromFirstToLast({ slots }: SlottedBlock, first: number, end: number): readonly number[] {
  if (end - first !== 4) return []
  const chosen = slots.slice(first, end)
  const [opened, came, done, rest] = chosen as [Slot, Slot, Slot, Slot]
  if (!chosen.every(({ figure, depth }) => depth === 0 && sameUnit(figure.unit, opened.figure.unit)))
    return []
  if (chosen.some(({ lead }) => noFlow.test(lead)) || planned.test(opened.label) || aimed.test(rest.label))
    return []
  if (!beginsYear.test(opened.label) || !(endsYear.test(rest.label) || isStockNow(opened, rest))) return []
  if ([came, done].some(({ label }) => endsYear.test(label) || beginsYear.test(label))) return []
  return [first, first + 1, first + 2, first + 3]
}

/** 去年底库存小麦3200吨，…，目前库存3300吨: what there is now, in a word with which the account began. */
function isStockNow(opened: Slot, { label }: Slot): boolean {
  const now = /^(?:目前|现|现在|如今|截至[^,。;]{0,8}|到[^,。;]{0,6})(?:仍|尚|还|实际)?([^,。;]{2})/.exec(
    label,
  )
  return now !== null && opened.label.includes(now[1] as string)
}

/** 年初确定项目60个, 年底前可竣工31个: what is meant to be done, and no stock. */
const planned = /确定|计划|安排|目标|部署/
const aimed = /[底末]前|预计|可|将|拟|力争|计划/

/** 收到申请41件，受理37件，…: whether the account is right with another figure of the sentence as what came in or was closed. */
function balancesWithOther(slots: readonly Slot[], chosen: readonly [Slot, Slot, Slot, Slot]): boolean {
  const [opened, came, done, rest] = chosen
  const closedOrLeft = add(done.figure.interval, rest.figure.interval)
  const openedAndCame = add(opened.figure.interval, came.figure.interval)
  return slots.some((slot) => {
    if (chosen.includes(slot) || !sameUnit(slot.figure.unit, opened.figure.unit)) return false
    return (
      meet(add(opened.figure.interval, slot.figure.interval), closedOrLeft) ||
      meet(openedAndCame, add(slot.figure.interval, rest.figure.interval))
    )
  })
}

function roleOf(slot: Slot): BalanceRole | null {
  const { label, labelHints, tail } = slot
  if (matches(opening, label, labelHints)) return 'opening'
  if (matches(left, label, labelHints)) return 'left'
  if (matches(others, label, labelHints) && stillRunning.test(tail)) return 'left'
  if (closed.test(label)) return 'closed'
  if (coming.test(label)) return 'coming'
  return null
}
