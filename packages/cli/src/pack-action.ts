import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { builtinPack, mergePacks, runExample } from '@hegao/core'
import { readPack, systemReason, writeFileAtomic } from '@hegao/workspace'
import { type Context, UserError } from './context.ts'
import { styleProblems } from './pack-style.ts'
import { packTemplate } from './pack-template.ts'
import { tellProblem } from './tell-problem.ts'

/** Runs `hegao pack new|validate|test`. */
export async function packAction(
  action: 'new' | 'validate' | 'test',
  name: string,
  context: Context,
): Promise<number> {
  const folder = resolve(context.cwd, name)
  if (action === 'new') return newPack(folder, name, context)
  if (!existsSync(join(folder, 'pack.yaml')))
    throw new UserError(
      `${name} 不是规则包：其中没有 pack.yaml；用 hegao pack new 新建`,
      `${name} is no rule pack: it has no pack.yaml; begin one with hegao pack new`,
    )
  const { pack, docs, problems } = await readPack(folder)
  for (const problem of problems) tellProblem(problem, context)
  if (!pack) return 2
  const said = context.locale === 'zh-CN'
  if (action === 'validate') {
    context.out(
      said
        ? `${pack.id} ${pack.version}：${pack.rules.length} 条规则，格式无误；用 hegao pack test 运行例子\n`
        : `${pack.id} ${pack.version}: ${pack.rules.length} rules, all valid; run their examples with hegao pack test\n`,
    )
    return 0
  }
  const ruleset = mergePacks([builtinPack, pack])
  let examples = 0
  let failed = 0
  for (const rule of pack.rules) {
    const own = docs.find((entry) => entry.id === rule.id)
    const tell = (label: string, reasons: readonly string[]): void => {
      failed++
      context.out(`${context.paint.error(said ? '不符' : 'failed')}  ${rule.id}  ${label}\n`)
      for (const reason of reasons) context.out(`      ${reason}\n`)
    }
    const style = styleProblems(rule)
    if (style.length > 0) tell(said ? '写法' : 'style', style)
    for (const expectation of ['fail', 'pass'] as const) {
      for (const [nth, example] of (own?.[expectation] ?? []).entries()) {
        examples++
        const reasons = runExample(rule, example, expectation, ruleset)
        if (reasons.length > 0)
          tell(`${expectation} ${nth + 1}${example.title ? ` ${example.title}` : ''}`, reasons)
      }
    }
  }
  context.out(
    said
      ? `${pack.id} ${pack.version}：${pack.rules.length} 条规则，${examples} 个例子，${failed === 0 ? '全部相符' : `${failed} 处不符`}\n`
      : `${pack.id} ${pack.version}: ${pack.rules.length} rules, ${examples} examples, ${failed === 0 ? 'all hold' : `${failed} do not hold`}\n`,
  )
  return failed === 0 ? 0 : 1
}

function newPack(folder: string, name: string, context: Context): number {
  if (existsSync(join(folder, 'pack.yaml')))
    throw new UserError(`${name} 已是规则包，没有改动`, `${name} is a rule pack already and was left alone`)
  const id = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  try {
    for (const [path, text] of Object.entries(packTemplate(id === '' ? 'office' : id))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileAtomic(join(folder, path), text)
    }
  } catch (error) {
    const reason = systemReason(error)
    throw new UserError(`无法写入 ${name}：${reason['zh-CN']}`, `Cannot write ${name}: ${reason.en}`)
  }
  context.out(
    context.locale === 'zh-CN'
      ? `已新建规则包 ${name}；改好规则后运行 hegao pack test ${name}，再在 hegao.yaml 中写 packs: [./${name}]\n`
      : `Began the pack ${name}; after editing, run hegao pack test ${name}, then write packs: [./${name}] in hegao.yaml\n`,
  )
  return 0
}
