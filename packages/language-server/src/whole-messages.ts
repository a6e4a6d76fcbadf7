import { Writable } from 'node:stream'

/**
 * A stream that hands each message on in one piece. The library writes a message's header and its content one after the
 * other: the client would be woken for the header, and the content would have to wait for it.
 *
 *     Content-Length: 123␍␊␍␊ {"jsonrpc":"2.0",…}
 *     ^ held back             ^ written together with it
 */
export function wholeMessages(output: Writable): Writable {
  let header: Buffer | null = null
  // A client that has gone away is told of by the callback of the write.
  output.on('error', () => {})
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (header === null) {
        header = chunk
        done()
        return
      }
      if (chunk.length < large) output.write(Buffer.concat([header, chunk]), done)
      else {
        output.cork()
        output.write(header)
        output.write(chunk, done)
        output.uncork()
      }
      header = null
    },
  })
}

/** From so many bytes on it costs less to hand the system two pieces than to copy them into one. */
const large = 1 << 16
