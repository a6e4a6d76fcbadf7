import { placeBefore } from '@hegao/core'
import type { ContentTypeEncoder, Message } from 'vscode-languageserver/node'

/** The part of a message that is looked at here. */
interface DiagnosticsMessage extends Message {
  readonly method: 'textDocument/publishDiagnostics'
  readonly params: { readonly uri: string; readonly diagnostics: readonly object[] }
}

/** The last diagnostics of a document as they were sent. */
interface Sent {
  readonly diagnostics: readonly object[]
  /** What holds the message's bytes. */
  readonly room: Buffer
  /** Where each diagnostic's JSON begins in the bytes, and where it ends. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** What held the bytes of the message before: they have been sent, and it can be written anew. */
  readonly spare: Buffer
}

/**
 * Encodes messages as JSON. Diagnostics that are the very objects of the last message about the same document, in the same place
 * counted from the start or from the end, are not written anew: their bytes are copied. The bytes of a message hold until the one
 * after the next is encoded; a message is encoded when the one before has been sent.
 *
 *     …"diagnostics":[{…},{…},{…},{…},{…}]}}
 *                     ^ as before ^ new ^ as before
 */
export function publishEncoder(): ContentTypeEncoder {
  const last = new Map<string, Sent>()
  return {
    name: 'application/json',
    encode(message) {
      if (!isDiagnostics(message)) return Promise.resolve(Buffer.from(JSON.stringify(message)))
      const { uri, diagnostics } = message.params
      const { sent, length } = encoded(message, last.get(uri) ?? nothing)
      if (diagnostics.length === 0) last.delete(uri)
      else last.set(uri, sent)
      return Promise.resolve(sent.room.subarray(0, length))
    },
  }
}

const nothing: Sent = {
  diagnostics: [],
  room: Buffer.alloc(0),
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
  spare: Buffer.alloc(0),
}

function isDiagnostics(message: Message): message is DiagnosticsMessage {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics'
}

function encoded({ params, ...rest }: DiagnosticsMessage, last: Sent): { sent: Sent; length: number } {
  const { diagnostics, ...about } = params
  const count = diagnostics.length
  const more = count - last.diagnostics.length
  const starts = new Uint32Array(count)
  const ends = new Uint32Array(count)
  let room = last.spare
  let length = 0
  const need = (bytes: number): void => {
    if (length + bytes <= room.length) return
    const larger = Buffer.allocUnsafeSlow((length + bytes) * 2)
    room.copy(larger, 0, 0, length)
    room = larger
  }
  const write = (text: string): void => {
    need(text.length * mostBytes)
    length += room.write(text, length)
  }
  const isSame = (before: number, nth: number): boolean => last.diagnostics[before] === diagnostics[nth]
  write(`${JSON.stringify({ ...rest, params: about }).slice(0, -2)},"diagnostics":[`)
  for (let nth = 0; nth < count; ) {
    if (nth > 0) write(',')
    const place = placeBefore(nth, more, isSame)
    if (place === -1) {
      starts[nth] = length
      write(JSON.stringify(diagnostics[nth]))
      ends[nth] = length
      nth++
      continue
    }
    const from = last.starts[place] as number
    const shift = length - from
    let run = 0
    for (; nth < count && diagnostics[nth] === last.diagnostics[place + run]; run++, nth++) {
      starts[nth] = (last.starts[place + run] as number) + shift
      ends[nth] = (last.ends[place + run] as number) + shift
    }
    const to = last.ends[place + run - 1] as number
    need(to - from)
    length += last.room.copy(room, length, from, to)
  }
  write(']}}')
  return { sent: { diagnostics, room, starts, ends, spare: last.room }, length }
}

/** So many bytes a UTF-16 unit takes at most. */
const mostBytes = 3
