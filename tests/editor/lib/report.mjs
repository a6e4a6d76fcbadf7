/** Collects outcomes and prints each as it comes. */
export function makeReport() {
  const outcomes = []
  return {
    outcomes,
    /** Records an outcome of a client. */
    tell(client, name, ok, detail = '') {
      outcomes.push({ client, name, ok })
      console.log(`${ok ? 'ok' : 'not ok'} ${client}: ${name}${detail && !ok ? ` # ${detail}` : ''}`)
    },
    /** Records the lines `ok name # detail` and `not ok name # detail` that a client's script prints. */
    tellLines(client, lines) {
      for (const line of lines) {
        const match = /^(not )?ok (.*?)(?: # (.*))?$/.exec(line.trim())
        if (match) this.tell(client, match[2], match[1] === undefined, match[3])
      }
    },
    summary() {
      const failed = outcomes.filter(({ ok }) => !ok).length
      return { passed: outcomes.length - failed, failed }
    },
  }
}
