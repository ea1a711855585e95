import { join } from 'node:path'
import { answersOk } from './net.ts'
import { type ProfilePaths, root } from './paths.ts'
import { privatePort } from './ports.ts'
import type { ProgramSpec } from './program.ts'
import type { Reach } from './reach.ts'

const READY_TIMEOUT_MS = 30_000

/** What the apps are told of the inbox. */
export type InboxEnvironment = { SMTP_URL: string; INBOX_URL: string }

/**
 * Whether letters go to an inbox of this machine: where the environment names no mail server. In a hall they do not: nobody could read them at
 * a phone, so there Gavel writes none until SMTP_URL says how.
 */
export const wantsInbox = ({ SMTP_URL }: Readonly<Record<string, string | undefined>>, { lan }: Reach): boolean =>
  !SMTP_URL && lan === null

/** The inbox as a program; `packages/mail` is its author. @param pagePort where its page is */
export const inbox = async (
  paths: ProfilePaths,
  pagePort: number,
  env: NodeJS.ProcessEnv,
): Promise<{ spec: ProgramSpec; environment: InboxEnvironment }> => {
  const smtpPort = await privatePort()
  const main = join(root, 'packages', 'mail', 'src', 'inbox', 'main.ts')
  return {
    spec: {
      name: 'inbox',
      command: process.execPath,
      args: [main, '--folder', paths.mail, '--smtp', String(smtpPort), '--page', String(pagePort)],
      cwd: root,
      env,
      logFile: join(paths.logs, 'inbox.log'),
      isReady: () => answersOk(`http://127.0.0.1:${pagePort}/`),
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    environment: { SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, INBOX_URL: `http://localhost:${pagePort}` },
  }
}
