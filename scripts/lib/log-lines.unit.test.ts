import { describe, expect, it } from 'vitest'
import { lineSplitter, readableLine } from './log-lines.ts'

describe('log lines', () => {
  it('RUN-3 makes an entry readable and keeps its data', () => {
    const line = JSON.stringify({
      level: 'info',
      time: 't',
      app: 'realtime',
      msg: 'Listening',
      port: 3001,
      room: 'a b',
    })
    expect(readableLine(line)).toBe('Listening port=3001 room=a b')
  })

  it('RUN-3 marks warnings and names the error', () => {
    const line = JSON.stringify({
      level: 'error',
      msg: 'Could not archive',
      err: { message: 'no store', stack: 'Error: ...' },
    })
    expect(readableLine(line)).toBe('error: Could not archive (no store)')
  })

  it.each(['plain words', '{ "torn": ', '{"no":"message"}'])('RUN-3 leaves %s as it is', (line) => {
    expect(readableLine(line)).toBe(line)
  })

  it('RUN-3 puts lines together that arrive in pieces', () => {
    const lines: string[] = []
    const split = lineSplitter((line) => lines.push(line))
    for (const chunk of ['one\ntw', 'o\n\nthr', 'ee\n']) split(chunk)
    expect(lines).toEqual(['one', 'two', 'three'])
  })
})
