import type { Locale, LocalText, Severity } from '@hegao/core'

/** A sentence in both languages. */
export function words(zh: string, en: string): LocalText {
  return { 'zh-CN': zh, en }
}

/** What severities are called. */
export const severityWords: Readonly<Record<Severity, LocalText>> = {
  error: words('错误', 'error'),
  warning: words('警告', 'warning'),
  info: words('提示', 'info'),
  hint: words('参考', 'hint'),
}

/** `3 个错误`, `3 errors`. */
export function counted(count: number, severity: Severity, locale: Locale): string {
  const name = severityWords[severity][locale]
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
