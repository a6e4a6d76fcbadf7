import type { MakeFormat } from './format.ts'

/** The contract with other tools: `schemas/findings.schema.json`, one draft a line. */
export const json: MakeFormat = () => {
  let drafts = 0
  return {
    draft: ({ report }) => `${drafts++ === 0 ? '{"version":1,"drafts":[\n' : ',\n'}${JSON.stringify(report)}`,
    end: ({ problems, summary }) =>
      `${drafts === 0 ? '{"version":1,"drafts":[' : '\n'}],"problems":${JSON.stringify(problems)},"summary":${JSON.stringify(summary)}}\n`,
  }
}
