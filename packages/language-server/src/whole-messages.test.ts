import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { StreamMessageWriter } from 'vscode-languageserver/node'
import { wholeMessages } from './whole-messages.ts'

test('header and content go out together, one write a message', async () => {
  const writes: string[] = []
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      writes.push(chunk.toString('utf8'))
      done()
    },
  })
  const writer = new StreamMessageWriter(wholeMessages(output))
  const messages = ['核稿', '', 'Content-Length: 7\r\n\r\n'].map((text) => ({ jsonrpc: '2.0', text }))
  await Promise.all(messages.map((message) => writer.write(message)))
  expect(writes).toEqual(
    messages.map((message) => {
      const content = JSON.stringify(message)
      return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`
    }),
  )
})

test('a client that has gone away is an error of the write, and nothing else', async () => {
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done(new Error('EPIPE'))
    },
  })
  const writer = new StreamMessageWriter(wholeMessages(output))
  const told: string[] = []
  writer.onError(([error]) => told.push(error.message))
  await expect(writer.write({ jsonrpc: '2.0' })).rejects.toThrow('EPIPE')
  expect(told).toContain('EPIPE')
})
