import { endChildren } from './shutdown.ts'

/** Something the person can put right. The message is one sentence that says what to do; no stack is shown. */
export class Problem extends Error {
  override name = 'Problem'
}

const sentences: Record<string, string> = {
  ENOSPC: 'The disk is full: free some space and run the command again.',
  EACCES: 'A file cannot be read or written by this user: check who owns the project folder.',
  EPERM: 'The system does not allow this: check who owns the project folder.',
  EROFS: 'The project folder is read-only: clone Gavel into a folder that can be written.',
  EMFILE: 'Too many files are open: raise the limit with `ulimit -n 4096` and run the command again.',
}

/** The sentence to print for whatever stopped a command. */
export const explain = (error: unknown): string => {
  if (error instanceof Problem) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const sentence = sentences[code]
  const path = (error as NodeJS.ErrnoException).path
  if (sentence) return path ? `${sentence} (${path})` : sentence
  return `${error.message.split('\n')[0]}: \`npm run doctor\` may show why.`
}

/** Runs a command's main function: a failure is one sentence on stderr and exit code 1. GAVEL_TRACE=1 adds the stack. */
export const runMain = async (main: () => Promise<number>): Promise<void> => {
  let code = 1
  try {
    code = await main()
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    if (process.env.GAVEL_TRACE && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  }
  // Work that was left behind, such as a build while the databases failed, must not outlive the command.
  endChildren()
  process.exit(code)
}
