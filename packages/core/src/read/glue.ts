/** What stands between two joined lines: a space between words of the Latin script, nothing between Chinese. */
export function glueBetween(before: string, after: string): '' | ' ' {
  const first = after.charAt(0)
  if (!/[A-Za-z0-9]/.test(first)) return ''
  const last = before.charAt(before.length - 1)
  if (/[A-Za-z]/.test(last)) return ' '
  if (/\d/.test(last)) return /\d/.test(first) ? '' : ' '
  return /[.,;:!?)]/.test(last) && /[A-Za-z]/.test(before.charAt(before.length - 2)) && /[A-Za-z]/.test(first)
    ? ' '
    : ''
}
