import type { RefusalCode } from '@gavel/auction'
import type { Accepted, EdgeCode, Refused } from '@gavel/protocol'

/** How long a command is asked again before the person is told that it is not known whether it counted. */
export const GIVE_UP_MS = 10_000

/** How a command ended. `unknown`: no answer came in time; the log on the screen tells what counted. */
export type Outcome<Code = RefusalCode | EdgeCode> =
  | { is: 'accepted'; seq: number }
  | { is: 'refused'; code: Code; words: string }
  | { is: 'unknown'; words: string }

type Answer<Code> = Accepted | (Pick<Refused, 'ok' | 'commandId' | 'words' | 'seq' | 'nowMs'> & { code: Code })

/** Answers after which the same command is asked again with the same id: it counts once at most. */
const ASK_AGAIN = new Set<string>(['UNCERTAIN', 'UNAVAILABLE', 'SHUTTING_DOWN', 'TOKEN_OLD'])

type Waiting<Code> = { commandId: string; untilMs: number; ask: () => void; settle: (outcome: Outcome<Code>) => void }

/**
 * Commands on their way. Each is settled once, by whichever comes first: the answer, or the entry that carries its id.
 *
 * @param now this device's clock, in milliseconds
 */
export function createPending<Code extends string = RefusalCode | EdgeCode>(now: () => number) {
  const waiting = new Map<string, Waiting<Code>>()

  function settle(commandId: string, outcome: Outcome<Code>) {
    const one = waiting.get(commandId)
    if (!one) return
    waiting.delete(commandId)
    one.settle(outcome)
  }

  return {
    size: () => waiting.size,

    /** Sends a command and waits for its end. `ask` sends it, now and on every repeat. */
    add(commandId: string, ask: () => void): Promise<Outcome<Code>> {
      return new Promise((resolve) => {
        waiting.set(commandId, { commandId, untilMs: now() + GIVE_UP_MS, ask, settle: resolve })
        ask()
      })
    },

    /** An answer came. Returns whether it should be asked again. */
    answered(commandId: string, reply: Answer<Code>): boolean {
      if (reply.ok) {
        settle(commandId, { is: 'accepted', seq: reply.seq })
        return false
      }
      if (ASK_AGAIN.has(reply.code)) return waiting.has(commandId)
      settle(commandId, { is: 'refused', code: reply.code, words: reply.words })
      return false
    },

    /** An entry arrived that carries a command's id. */
    seen(commandId: string, seq: number) {
      settle(commandId, { is: 'accepted', seq })
    },

    /** Repeats everything that still waits: after a reconnect, and now and then. Gives up on what waited too long. */
    askAgain() {
      for (const one of [...waiting.values()]) {
        if (now() < one.untilMs) one.ask()
        else settle(one.commandId, { is: 'unknown', words: NOT_KNOWN })
      }
    },

    /** Whatever waits was refused as a whole: nothing of it is asked again. */
    refuseAll(code: Code, words: string) {
      for (const { commandId } of [...waiting.values()]) settle(commandId, { is: 'refused', code, words })
    },

    /** The page goes away. */
    abandon() {
      for (const one of [...waiting.values()]) settle(one.commandId, { is: 'unknown', words: NOT_KNOWN })
    },
  }
}

const NOT_KNOWN = 'No answer came before the connection broke. What you see on the board is what counted.'
