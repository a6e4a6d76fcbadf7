import type { CheckOptions } from '../analysis.ts'
import type { Document } from '../read/document.ts'
import type { Profile } from '../ruleset/profile.ts'
import type { Report } from './report.ts'

/** Recognises what the document says it is. */
export function recogniseReport(document: Document, profile: Profile, _options: CheckOptions): Report {
  return {
    document,
    metadata: {
      title: null,
      titleText: null,
      issuer: null,
      level: null,
      period: null,
      addressee: null,
      signatures: [],
      signedOn: null,
      publishedOn: null,
      writtenOn: null,
      documentNumber: null,
    },
    sections: [],
    parts: profile.parts.map((part) => ({ role: part.role, sections: [], mentions: [] })),
    shortcomings: [],
    measures: [],
    furniture: [],
    blocks: document.blocks,
    sectionOf: () => null,
    foldedWidth: false,
  }
}
