import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { loadEnvPart } from '@gavel/config'
import { Failure } from './failure.ts'

/** Where Gavel runs on this machine, and the secret of its local operator. */
export type Stack = { webUrl: string; realtimeUrl: string; operatorToken: string }

const root = resolve(import.meta.dirname, '../../..')

/**
 * Finds the running stack by `.gavel/run.json`, which `npm start` writes, or by the file that GAVEL_RUN_FILE names. The operator's token lies beside it.
 *
 * @throws Failure where nothing runs, or the token cannot be read.
 */
export function findStack(): Stack {
  const { runFile = join(root, '.gavel', 'run.json') } = loadEnvPart(['runFile'])
  const run = runOf(runFile)
  const tokenFile = join(dirname(runFile), 'operator.token')
  try {
    return { ...run, operatorToken: readFileSync(tokenFile, 'utf8').trim() }
  } catch {
    throw new Failure(`The operator’s token in ${tokenFile} cannot be read: run this as the user who started Gavel.`)
  }
}

/** A path that the person typed, seen from where npm was called. */
export function callerPath(path: string): string {
  return resolve(loadEnvPart(['callerFolder']).callerFolder ?? process.cwd(), path)
}

function runOf(runFile: string): Pick<Stack, 'webUrl' | 'realtimeUrl'> {
  let run: unknown
  try {
    run = JSON.parse(readFileSync(runFile, 'utf8'))
  } catch {
    throw new Failure(`Gavel is not running here (${runFile} is missing): start it with npm start.`)
  }
  const { webUrl, realtimeUrl } = (run ?? {}) as Record<string, unknown>
  if (typeof webUrl !== 'string' || typeof realtimeUrl !== 'string')
    throw new Failure(`${runFile} does not say where Gavel runs: start it anew with npm start.`)
  return { webUrl, realtimeUrl }
}
