import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { answersOk } from './net.ts'
import { type ProfilePaths, root } from './paths.ts'
import type { ProgramSpec } from './program.ts'
import type { Reach } from './reach.ts'

const READY_TIMEOUT_MS = 30_000

/** What the apps are told of the Google of this machine. */
export type GoogleEnvironment = { GOOGLE_CLIENT_ID: string; GOOGLE_CLIENT_SECRET: string; GOOGLE_ISSUER: string }

/**
 * Whether people sign in with a Google that stands in on this machine: where the environment names no client of the real one. In a hall they do
 * not: whoever can open it could say to be anybody.
 */
export const wantsGoogle = (
  { GOOGLE_CLIENT_ID }: Readonly<Record<string, string | undefined>>,
  { lan }: Reach,
): boolean => !GOOGLE_CLIENT_ID && lan === null

/** The stand-in as a program. */
export const google = (
  paths: ProfilePaths,
  port: number,
  env: NodeJS.ProcessEnv & { WEB_URL: string },
): { spec: ProgramSpec; environment: GoogleEnvironment } => {
  const issuer = `http://localhost:${port}`
  const environment = {
    GOOGLE_CLIENT_ID: 'gavel-here',
    GOOGLE_CLIENT_SECRET: randomBytes(24).toString('hex'),
    GOOGLE_ISSUER: issuer,
  }
  const main = join(root, 'scripts', 'google', 'main.ts')
  return {
    spec: {
      name: 'google',
      command: process.execPath,
      args: [main, '--file', paths.google, '--port', String(port), '--web', env.WEB_URL],
      cwd: root,
      env: { ...env, ...environment },
      logFile: join(paths.logs, 'google.log'),
      isReady: () => answersOk(`http://127.0.0.1:${port}/.well-known/openid-configuration`),
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    environment,
  }
}
