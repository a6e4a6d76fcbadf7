import { isUtf8, transcode } from 'node:buffer'
import type { LocalText } from '@hegao/core'
import iconv from 'iconv-lite'

/** The encodings that drafts come in. GBK and GB2312 are read as GB18030, which contains them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A file as text, with what is needed to write it back as it was. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Whether the file begins with a byte order mark; `text` does not hold it. */
  readonly bom: boolean
}

/** Why a file is no text that can be checked: one sentence, for the person who named the file. */
export interface DecodeError {
  readonly error: LocalText
}

/**
 * Decodes a file: UTF-8 with or without byte order mark, UTF-16 in both byte orders, GB18030 (and so GBK). The encoding
 * is told from the bytes alone; what is none of these is an error, never a guess.
 */
export function decode(bytes: Uint8Array): Decoded | DecodeError {
  const known = knownFormat(bytes)
  if (known !== null) return known
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes.subarray(2), 'utf-16le', true)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes.subarray(2), 'utf-16be', true)
  const hasNul = bytes.includes(0)
  if (!hasNul && isUtf8(bytes)) return utf8(bytes)
  const sniffed = sniffWide(bytes)
  if (sniffed !== null) return wide(bytes, sniffed, false)
  // A few NULs in a text are for the reader to report; a file full of them is no text.
  if (hasNul) return isUtf8(bytes) && nulShare(bytes) < 0.01 ? utf8(bytes) : notText
  return chinese(bytes) ?? damagedUtf8(bytes) ?? unknownEncoding
}

/** The bytes of `text` in the encoding, with a byte order mark if the file had one: the inverse of {@link decode}. */
export function encode(text: string, encoding: Encoding, bom: boolean): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8')
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le')
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16()
    case 'gb18030':
      return iconv.encode(text, 'gb18030')
  }
}

const notText: DecodeError = {
  error: {
    'zh-CN': '不是文本文件（含有大量空字符），无法检查',
    en: 'not a text file (it is full of NUL characters)',
  },
}

const unknownEncoding: DecodeError = {
  error: {
    'zh-CN': '无法识别文件编码：既不是 UTF-8、UTF-16，也不是 GB18030/GBK，请另存为 UTF-8 后再检查',
    en: 'the encoding is none of UTF-8, UTF-16 and GB18030/GBK; save the file as UTF-8 and check again',
  },
}

const formats: readonly (readonly [magic: readonly number[], zh: string, en: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'PDF 文件', 'a PDF file'],
  [
    [0x50, 0x4b, 0x03, 0x04],
    'Word（.docx）等压缩格式的文件',
    'a compressed file such as a Word document (.docx)',
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], '旧版 Word（.doc）或 WPS 文件', 'an old Word (.doc) or WPS document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF 文件', 'an RTF file'],
  [[0x89, 0x50, 0x4e, 0x47], '图片', 'an image'],
  [[0xff, 0xd8, 0xff], '图片', 'an image'],
]

/** The error for a file whose first bytes say that it is something else than text. */
function knownFormat(bytes: Uint8Array): DecodeError | null {
  const found = formats.find(([magic]) => magic.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return null
  const [, zh, en] = found
  return {
    error: {
      'zh-CN': `这是${zh}，不是纯文本，请另存为 UTF-8 编码的 .txt 或 .md 后再检查`,
      en: `this is ${en}, not plain text; save it as .txt or .md in UTF-8 and check again`,
    },
  }
}

function utf8(bytes: Uint8Array): Decoded {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { text: utf8Text(bom ? bytes.subarray(3) : bytes), encoding: 'utf-8', bom }
}

const decodesSlowly = Number.parseInt(process.versions.node, 10) < 24

/** Valid UTF-8 as a string. Node before 24 decodes Chinese ten times faster by way of UTF-16. */
export function utf8Text(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return decodesSlowly && buffer.length > 0
    ? transcode(buffer, 'utf8', 'utf16le').toString('utf16le')
    : buffer.toString('utf8')
}

function wide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): Decoded | DecodeError {
  if (bytes.length % 2 === 1)
    return {
      error: {
        'zh-CN': '文件编码为 UTF-16，但字节数为奇数，文件已损坏',
        en: 'the file is UTF-16 but has an odd number of bytes; it is damaged',
      },
    }
  const copy = Buffer.from(bytes)
  const text = (encoding === 'utf-16be' ? copy.swap16() : copy).toString('utf16le')
  return { text, encoding, bom }
}

const sampleSize = 8192

/** The byte order of UTF-16 without a mark: the one in which nearly everything is Chinese or ASCII. */
function sniffWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null
  const length = Math.min(bytes.length, sampleSize)
  let little = 0
  let big = 0
  for (let at = 0; at + 1 < length; at += 2) {
    const first = bytes[at] as number
    const second = bytes[at + 1] as number
    if (isExpected((second << 8) | first)) little++
    if (isExpected((first << 8) | second)) big++
  }
  const enough = (length >> 1) * 0.95
  if (Math.max(little, big) < enough || little === big) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** Whether the UTF-16 unit is one that Chinese reports are written with. */
function isExpected(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || (unit >= 9 && unit <= 13)
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x203f)
  )
}

function nulShare(bytes: Uint8Array): number {
  let nuls = 0
  for (const byte of bytes) if (byte === 0) nuls++
  return nuls / bytes.length
}

/**
 * The text if the bytes are GB18030 and read as Chinese: valid, no control characters, and the pairs mostly those of
 * everyday Chinese. That last test is what tells it from Big5, Latin-1 and damaged UTF-8, which are often valid too.
 */
function chinese(bytes: Uint8Array): Decoded | null {
  let pairs = 0
  let common = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) {
      if (lead < 0x20 && (lead < 9 || lead > 13) && lead !== 0x1a) return null
      continue
    }
    const trail = bytes[at + 1] ?? 0
    if (trail >= 0x30 && trail <= 0x39) {
      at += 3
      continue
    }
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7))) common++
    at++
  }
  if (common < pairs * 0.6) return null
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return { text, encoding: 'gb18030', bom: false }
  } catch {
    return null
  }
}

/** The error for a file that is UTF-8 but for a few bytes: it says where the first damage is. */
function damagedUtf8(bytes: Uint8Array): DecodeError | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const first = text.indexOf('\ufffd')
  let damaged = 0
  for (let at = first; at !== -1; at = text.indexOf('\ufffd', at + 1)) damaged++
  if (damaged === 0 || damaged > text.length * 0.05) return null
  const line = text.slice(0, first).split('\n').length
  return {
    error: {
      'zh-CN': `文件编码像是 UTF-8，但有${damaged}处损坏（第一处在第${line}行），请修复或另存后再检查`,
      en: `the file looks like UTF-8 but is damaged in ${damaged} places (first on line ${line}); repair it and check again`,
    },
  }
}
