import { setTimeout as delay } from 'node:timers/promises'

/** Asks until the answer is yes, at most `timeoutMs`. False when time ran out or `giveUp` said so. */
export const until = async (
  ask: () => Promise<boolean> | boolean,
  timeoutMs: number,
  giveUp: () => boolean = () => false,
): Promise<boolean> => {
  const deadline = Date.now() + timeoutMs
  let pauseMs = 25
  while (true) {
    if (await ask()) return true
    if (giveUp() || Date.now() >= deadline) return false
    await delay(pauseMs)
    pauseMs = Math.min(pauseMs * 1.5, 250)
  }
}
