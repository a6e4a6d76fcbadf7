import { isUtf8 } from 'node:buffer'
import type { LocalText } from '@hegao/core'

/** A file's bytes as text, with what is needed to write them back the same way. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  /** Whether the file begins with a byte order mark. */
  readonly bom: boolean
}

/** Decodes a file. */
export function decodeText(bytes: Buffer): DecodedText | { readonly error: LocalText } {
  if (!isUtf8(bytes)) return { error: { 'zh-CN': '不是文本文件', en: 'it is not a text file' } }
  const text = bytes.toString('utf8')
  const bom = text.charCodeAt(0) === 0xfeff
  return { text: bom ? text.slice(1) : text, encoding: 'utf-8', bom }
}

/** The bytes of `text` in the encoding that the file had. */
export function encodeText(text: string, _encoding: string, bom: boolean): Buffer {
  return Buffer.from(bom ? `\ufeff${text}` : text, 'utf8')
}
