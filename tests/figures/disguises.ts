import type { DraftFormat } from '@hegao/core'

/** A way to write the same text: it must lead to the same claims. */
export interface Disguise {
  readonly name: string
  readonly format: DraftFormat
  apply(text: string): string
}

const moved = 0xfee0

function shift(text: string, characters: RegExp, by: number): string {
  return text.replace(characters, (character) => String.fromCharCode(character.charCodeAt(0) + by))
}

/** Breaks every paragraph into lines of `width` characters, but never inside a number or right behind a full stop. */
function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n\n')) {
    let from = 0
    while (paragraph.length - from > width) {
      let to = from + width
      while (to < paragraph.length && !mayBreak(paragraph, to)) to++
      lines.push(paragraph.slice(from, to))
      from = to
    }
    lines.push(paragraph.slice(from), '')
  }
  return lines.join('\n').trimEnd()
}

function mayBreak(text: string, at: number): boolean {
  return (
    !/[。，、：；）]$/.test(text.slice(0, at)) &&
    !/^[0-9.,%，。、；：）一二三四五六七八九十百]/.test(text.slice(at)) &&
    !/[0-9]$/.test(text.slice(0, at))
  )
}

/** Half-width marks, full-width digits, bold and emphasised words, wrapped lines, Markdown instead of text. */
export const disguises: readonly Disguise[] = [
  {
    name: 'with marks folded to half width',
    format: 'text',
    apply: (text) => shift(text, /[，：；！？（）％]/g, -moved),
  },
  { name: 'with full-width digits', format: 'text', apply: (text) => shift(text, /[0-9%]/g, moved) },
  { name: 'in Markdown', format: 'markdown', apply: (text) => text },
  {
    name: 'with bold percentages',
    format: 'markdown',
    apply: (text) => text.replace(/\d+(?:\.\d+)?[%％]/g, '**$&**'),
  },
  {
    name: 'with bold counts',
    format: 'markdown',
    apply: (text) => text.replace(/(?<![\d.,])\d+(?:\.\d+)?(?=[万亿]?[件份个人名])/g, '**$&**'),
  },
  {
    name: 'with emphasised rates',
    format: 'markdown',
    apply: (text) => text.replace(/\p{Script=Han}{2}率/gu, '*$&*'),
  },
  { name: 'in short lines', format: 'markdown', apply: (text) => wrap(text, 20) },
]
