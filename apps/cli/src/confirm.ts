import { createInterface } from 'node:readline/promises'
import { Failure } from './failure.ts'

/**
 * Goes on where the person types these words, or has given them with `--confirm`. What it asks goes to standard error, which is nobody's data.
 *
 * @throws Failure where they are others, or there is no terminal to ask in.
 */
export async function confirmed(words: string, given: string | undefined): Promise<void> {
  const typed = given ?? (await asked(words))
  if (typed.trim() !== words) throw new Failure(`Nothing was changed: that was not “${words}”.`)
}

async function asked(words: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Failure(`Nothing was changed: add --confirm "${words}".`)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const typed = await lines.question(`Type “${words}” to go on: `)
  lines.close()
  return typed
}
