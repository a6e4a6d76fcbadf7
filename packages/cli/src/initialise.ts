import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { builtinPack } from '@hegao/core'
import { configurationName, systemReason, writeFileAtomic } from '@hegao/workspace'
import { type Context, UserError } from './context.ts'

interface Answers {
  readonly stage: string
  readonly issuer: string
  readonly profile: string
  readonly failOn: string
}

/** Runs `hegao init`: asks on a terminal, and never overwrites a configuration. */
export async function initialise(defaults: boolean, context: Context): Promise<number> {
  const path = join(context.cwd, configurationName)
  if (existsSync(path))
    throw new UserError(
      `${configurationName} 已存在，没有改动`,
      `${configurationName} exists and was left alone`,
    )
  if (!defaults && !(context.terminal.in && context.terminal.out))
    throw new UserError(
      'hegao init 要提问，只能在终端中使用；或加 --yes 全用默认值',
      'hegao init asks questions and needs a terminal; or add --yes for the defaults',
    )
  const answers = defaults
    ? { stage: 'draft', issuer: '', profile: '', failOn: 'error' }
    : await askAll(context)
  try {
    writeFileAtomic(path, configurationText(answers, context))
  } catch (error) {
    const reason = systemReason(error)
    throw new UserError(`无法写入 ${path}：${reason['zh-CN']}`, `Cannot write ${path}: ${reason.en}`)
  }
  context.out(
    context.locale === 'zh-CN'
      ? `已写好 ${configurationName}；用 hegao config 查看生效的配置\n`
      : `Wrote ${configurationName}; see hegao config for what is in force\n`,
  )
  return 0
}

async function askAll({ locale, out }: Context): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const said = questions[locale]
  const profiles = builtinPack.profiles.map((profile) => profile.id)
  const choose = async (question: string, known: readonly string[], fallback: string): Promise<string> => {
    for (;;) {
      const answer = (await terminal.question(`${question} `)).trim()
      if (answer === '') return fallback
      if (known.includes(answer)) return answer
      out(`${said.oneOf}${known.join(', ')}\n`)
    }
  }
  try {
    return {
      profile: await choose(`${said.profile} (${profiles.join(' / ')})`, profiles, ''),
      issuer: (await terminal.question(`${said.issuer} `)).trim(),
      stage: await choose(
        `${said.stage} (draft / submission / published) [draft]`,
        ['draft', 'submission', 'published'],
        'draft',
      ),
      failOn: await choose(
        `${said.failOn} (error / warning / info / never) [error]`,
        ['error', 'warning', 'info', 'never'],
        'error',
      ),
    }
  } finally {
    terminal.close()
  }
}

const questions = {
  'zh-CN': {
    profile: '报告类型？回车则按标题识别',
    issuer: '报告单位？回车则从稿件中识别',
    stage: '核的是哪一步的稿件？',
    failOn: '到哪一级算不通过？',
    oneOf: '请从中选一个：',
  },
  en: {
    profile: 'Type of report? Enter to recognise it by the title',
    issuer: 'Who reports? Enter to read it from the draft',
    stage: 'Which stage are the drafts in?',
    failOn: 'From which severity on does a check fail?',
    oneOf: 'Choose one of ',
  },
} as const

function configurationText({ stage, issuer, profile, failOn }: Answers, { locale }: Context): string {
  const chinese = locale === 'zh-CN'
  return [
    chinese
      ? '# 各项含义见 docs/configuration.md；hegao config 显示实际生效的值'
      : '# See docs/configuration.md; hegao config shows what is in force',
    ...(profile === '' ? [] : [`profile: ${profile}`]),
    `stage: ${stage}`,
    ...(issuer === '' ? [] : [`issuer: ${JSON.stringify(issuer)}`]),
    `failOn: ${failOn}`,
    chinese
      ? '# rules:\n#   punctuation/half-width: off\n#   terms/*: warning'
      : '# rules:\n#   punctuation/half-width: off\n#   terms/*: warning',
    '',
  ].join('\n')
}
