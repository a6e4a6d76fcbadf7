import type { ContentTypeEncoder, Message } from 'vscode-languageserver/node'

/** The part of a message that is looked at here. */
interface DiagnosticsMessage extends Message {
  readonly method: 'textDocument/publishDiagnostics'
  readonly params: { readonly uri: string; readonly diagnostics: readonly object[] }
}

/** The last diagnostics of a document as they were sent. */
interface Sent {
  readonly diagnostics: readonly object[]
  readonly bytes: Buffer
  /** Where each diagnostic's JSON begins in the bytes, and where it ends. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/**
 * Encodes messages as JSON. Diagnostics that are the very objects of the last message about the same document, at its start or
 * at its end, are not written anew: their bytes are copied.
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
      const sent = encoded(message, last.get(uri) ?? nothing)
      if (diagnostics.length === 0) last.delete(uri)
      else last.set(uri, sent)
      return Promise.resolve(sent.bytes)
    },
  }
}

const nothing: Sent = {
  diagnostics: [],
  bytes: Buffer.alloc(0),
  starts: new Uint32Array(0),
  ends: new Uint32Array(0),
}
const comma = Buffer.from(',')

function isDiagnostics(message: Message): message is DiagnosticsMessage {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics'
}

function encoded({ params, ...rest }: DiagnosticsMessage, last: Sent): Sent {
  const { diagnostics, ...about } = params
  const count = diagnostics.length
  const { front, back } = sharedEnds(last.diagnostics, diagnostics)
  const starts = new Uint32Array(count)
  const ends = new Uint32Array(count)
  const pieces: Buffer[] = []
  let length = 0
  const add = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
  }
  /** Adds the bytes of some diagnostics of the last message, which are now those from `to` on. */
  const copy = (from: number, many: number, to: number): void => {
    if (many === 0) return
    if (to > 0) add(comma)
    const begin = last.starts[from] as number
    for (let nth = 0; nth < many; nth++) {
      starts[to + nth] = length + (last.starts[from + nth] as number) - begin
      ends[to + nth] = length + (last.ends[from + nth] as number) - begin
    }
    add(last.bytes.subarray(begin, last.ends[from + many - 1]))
  }
  add(Buffer.from(`${JSON.stringify({ ...rest, params: about }).slice(0, -2)},"diagnostics":[`))
  copy(0, front, 0)
  for (let nth = front; nth < count - back; nth++) {
    if (nth > 0) add(comma)
    starts[nth] = length
    add(Buffer.from(JSON.stringify(diagnostics[nth])))
    ends[nth] = length
  }
  copy(last.diagnostics.length - back, back, count - back)
  add(Buffer.from(']}}'))
  return { diagnostics, bytes: Buffer.concat(pieces, length), starts, ends }
}

/** How many things two lists share at their starts, and at their ends behind that. */
function sharedEnds(one: readonly object[], other: readonly object[]): { front: number; back: number } {
  const most = Math.min(one.length, other.length)
  let front = 0
  while (front < most && one[front] === other[front]) front++
  let back = 0
  while (back < most - front && one[one.length - 1 - back] === other[other.length - 1 - back]) back++
  return { front, back }
}
