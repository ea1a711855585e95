import { createInterface } from 'node:readline/promises'
import { Problem } from './problem.ts'

/** Asks a yes-or-no question in the terminal. @throws Problem where there is no terminal to ask in. */
export const confirm = async (question: string, withoutTerminal: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new Problem(withoutTerminal)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await lines.question(`${question} [y/N] `)
  lines.close()
  return /^y(es)?$/i.test(answer.trim())
}
