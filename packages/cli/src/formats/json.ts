import type { MakeFormat } from './format.ts'

/** The contract with other tools: `schemas/findings.schema.json`, one draft a line. */
export const json: MakeFormat = () => {
  let drafts = 0
  return {
    draft: (checked) => [drafts++ === 0 ? '{"version":1,"drafts":[\n' : ',\n', checked.json],
    end: ({ problems, summary }) =>
      `${drafts === 0 ? '{"version":1,"drafts":[' : '\n'}],"problems":${JSON.stringify(problems)},"summary":${JSON.stringify(summary)}}\n`,
  }
}
