import { type Locale, type LocalText, type Severity, severityNames } from '@hegao/core'

/** A sentence in both languages. */
export function words(zh: string, en: string): LocalText {
  return { 'zh-CN': zh, en }
}

/** `3 个错误`, `3 errors`. */
export function counted(count: number, severity: Severity, locale: Locale): string {
  const name = severityNames[severity][locale]
  return locale === 'zh-CN' ? `${count} 个${name}` : `${count} ${name}${count === 1 ? '' : 's'}`
}

/** The language of the run: `--locale`, then the environment; Chinese unless English is asked for. */
export function localeOf(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  const wanted = named || env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en(?:[-_.]|$)/i.test(wanted) ? 'en' : 'zh-CN'
}
