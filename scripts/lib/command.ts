import { type SpawnOptions, spawn } from 'node:child_process'
import { accessSync, constants, globSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { lineSplitter } from './log-lines.ts'
import { explain, Problem } from './problem.ts'
import { trackChild } from './shutdown.ts'

export type Finished = { code: number; output: string; missing: boolean }

type CommandOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & {
  input?: string
  timeoutMs?: number
  onLine?: (line: string) => void
}

const OUTPUT_KEPT = 200_000

/** Runs a program to its end. Never rejects: a program that cannot be started ends with `missing`. */
export const run = (command: string, args: readonly string[], options: CommandOptions = {}): Promise<Finished> =>
  new Promise((resolve) => {
    const { input, timeoutMs, onLine, ...spawnOptions } = options
    const child = spawn(command, args, {
      ...spawnOptions,
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    const untrack = trackChild(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      const lines = onLine ? lineSplitter(onLine) : () => {}
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-OUTPUT_KEPT)
        lines(chunk)
      })
    }
    child.stdin?.on('error', () => {})
    child.stdin?.end(input ?? '')
    const finish = (code: number, missing: boolean) => {
      untrack()
      resolve({ code, output, missing })
    }
    child.once('error', (error) => {
      output += error.message
      finish(127, true)
    })
    child.once('close', (code) => finish(code ?? 1, false))
  })

/** What Node adds to an error for programmers: no help to whoever reads the screen. */
const isTrace = (line: string): boolean =>
  /^\s+at |^node:|^file:\/\/|^Node\.js v|^\s*\^+\s*$|^\s*throw |^\s*(code|requireStack): |^\s*}?\s*$/.test(line)

const WORDS_KEPT = 25

/**
 * Runs a program that must succeed. What it prints goes to `onLine` without stack traces; a program that nobody
 * listened to has its last words in the problem instead.
 * @throws Problem with `sentence`.
 */
export const mustRun = async (
  sentence: string,
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> => {
  const { onLine } = options
  const listen = onLine && ((line: string) => (isTrace(line) ? undefined : onLine(line)))
  const { code, output } = await run(command, args, { ...options, onLine: listen })
  if (code === 0) return output
  if (/ENOSPC|no space left/i.test(output)) throw new Problem(explain(Object.assign(new Error(), { code: 'ENOSPC' })))
  if (onLine) throw new Problem(sentence)
  const lastWords = output
    .split('\n')
    .filter((line) => !isTrace(line))
    .slice(-WORDS_KEPT)
  throw new Problem([...lastWords, sentence].join('\n'))
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const newestFirst = new Intl.Collator('en', { numeric: true })

/** Where a program is in the given folders, which may be globs; of several versions the newest. */
export const findIn = (name: string, folders: readonly string[]): string | undefined =>
  folders
    .flatMap((pattern) => globSync(pattern).toSorted(newestFirst.compare).toReversed())
    .map((folder) => join(folder, name))
    .find(isExecutable)

export const findOnPath = (name: string): string | undefined =>
  findIn(name, (process.env.PATH ?? '').split(delimiter).filter(Boolean))
