import { setTimeout as delay } from 'node:timers/promises'
import { isAnswered, type LogReply, type LogTypes } from '@gavel/livelog'

/** Milliseconds before each further try. With the store's own limits a caller waits ten seconds at most. */
const PAUSES_MS = [100, 300, 900]

/**
 * Asks a live log, and again where it did not answer: a store that pauses for a moment is nobody's error. `ask` names the same command
 * each time, so that whatever it does is done once.
 */
export const patiently = async <K extends LogTypes>(ask: () => Promise<LogReply<K>>): Promise<LogReply<K>> => {
  let reply = await ask()
  for (const pauseMs of PAUSES_MS) {
    if (isAnswered(reply)) break
    await delay(pauseMs)
    reply = await ask()
  }
  return reply
}
