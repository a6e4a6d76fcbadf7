/**
 * The UTF-16 unit at `at`; 0 outside the text. `charCodeAt` asked beyond the end even once is no longer compiled inline
 * there, which costs a scanner more than this comparison.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0
}
