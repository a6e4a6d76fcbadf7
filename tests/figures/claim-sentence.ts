/** What hegao must say about a passage: an objection that touches `at`, a question at most, or nothing. */
export interface ClaimSentence {
  readonly text: string
  readonly verdict: 'inconsistent' | 'question' | 'nothing'
  /** The words that the finding must touch. */
  readonly at: string
}

/** An error or a warning at the words. */
export const wrong = (text: string, at: string): ClaimSentence => ({ text, verdict: 'inconsistent', at })
/** No error, but a question at the words. */
export const asked = (text: string, at: string): ClaimSentence => ({ text, verdict: 'question', at })
/** Nothing to say. */
export const fine = (text: string): ClaimSentence => ({ text, verdict: 'nothing', at: '' })
