import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, type Encoding, encode } from './decode.ts'

const draft =
  '青石镇2023年法治政府建设情况的报告\r\n　　办结率98.5%，同比增长3个百分点。\n“放管服”改革——〔2023〕5号\n'
const encodings: readonly [Encoding, boolean][] = [
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
  ['utf-16le', false],
  ['utf-16be', false],
  ['gb18030', false],
]

describe('decode', () => {
  it.each(encodings)('reads %s (byte order mark: %s) and writes it back', (encoding, bom) => {
    const bytes = encode(draft, encoding, bom)
    const decoded = decode(bytes)
    expect(decoded).toEqual({ text: draft, encoding, bom })
    expect(Buffer.from(encode(draft, encoding, bom)).equals(bytes)).toBe(true)
  })

  it('reads an empty file and a lone byte order mark as empty text', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false })
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual({ text: '', encoding: 'utf-8', bom: true })
    expect(decode(Uint8Array.of(0xff, 0xfe))).toEqual({ text: '', encoding: 'utf-16le', bom: true })
  })

  it('reads a slice of a larger buffer', () => {
    const whole = Buffer.concat([Buffer.from('前文'), Buffer.from(draft), Buffer.from('后文')])
    expect(decode(whole.subarray(6, whole.length - 6))).toMatchObject({ text: draft })
  })

  it('keeps a NUL in a text for the reader to report', () => {
    const text = `${draft.repeat(3)}\0${draft}`
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', bom: false })
  })

  it('reads characters of GB18030 that GBK does not have', () => {
    const text = `${draft}䶮㐂𠮷`
    expect(decode(encode(text, 'gb18030', false))).toEqual({ text, encoding: 'gb18030', bom: false })
  })

  it.each([
    ['PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['Word', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'docx'],
    ['old Word', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), '.doc'],
    ['NULs', Buffer.from([1, 0, 0, 0, 7, 0, 0, 0, 200, 0, 0, 0]), '空字符'],
    ['Latin-1', Buffer.from('Résumé général: un été à la plage', 'latin1'), '无法识别'],
    ['Big5', Buffer.from('a4a4b5d8a5c1b0eab2c4a440a640a7adadb2a9caa66320a4a4a4e5', 'hex'), '无法识别'],
    ['UTF-16 cut short', Buffer.from([0xff, 0xfe, 0x2d, 0x4e, 0x87]), '奇数'],
  ])('says what a file of %s is', (_, bytes, reason) => {
    const decoded = decode(bytes)
    expect(decoded).toHaveProperty('error')
    if ('error' in decoded) {
      expect(decoded.error['zh-CN']).toContain(reason)
      expect(decoded.error.en).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('says where damaged UTF-8 is damaged', () => {
    const bytes = Buffer.from(draft.repeat(3))
    bytes[Buffer.from(draft).length + 1] = 0xff
    const decoded = decode(bytes)
    expect('error' in decoded && decoded.error['zh-CN']).toContain('第4行')
  })

  it('brings every text back from every encoding with a mark', () => {
    const wellFormed = fc.string({ unit: 'binary', maxLength: 50 }).map((text) => `报告${text}`)
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decode(encode(text, 'utf-16le', true))).toMatchObject({ text })
        expect(decode(encode(text, 'utf-16be', true))).toMatchObject({ text })
        if (!text.includes('\0')) expect(decode(encode(text, 'utf-8', true))).toMatchObject({ text })
      }),
    )
  })

  it('never throws and gives the same bytes back for what it accepts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes)
        if ('error' in decoded || decoded.encoding === 'gb18030') return
        expect(Buffer.from(encode(decoded.text, decoded.encoding, decoded.bom)).equals(bytes)).toBe(true)
      }),
    )
  })
})
