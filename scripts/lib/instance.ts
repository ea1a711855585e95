import { mkdirSync, rmSync } from 'node:fs'
import { readJson, writePrivateJson } from './json-file.ts'
import type { ProfilePaths } from './paths.ts'
import { Problem } from './problem.ts'
import { isRunning, type ProcessId, processId } from './process-id.ts'
import { endLeftover } from './program.ts'

/** What runs for a profile: the command that supervises, and the leader of each program's process group. */
type Processes = { supervisor: ProcessId; leaders: ProcessId[] }

/** What other programs read to find a running Gavel (the command line, tests, people). */
export type RunFile = {
  webUrl: string
  realtimeUrl: string
  /** The page and API of the inbox, where letters of this Gavel go to one of its own. */
  inboxUrl?: string
  /** The Stripe that stands in, where fees of this Gavel are paid at one. */
  stripeUrl?: string
  services: Record<string, string>
  pids: Record<string, number>
}

export const runningSupervisor = (paths: ProfilePaths): ProcessId | undefined => {
  const supervisor = readJson<Processes>(paths.processes)?.supervisor
  return supervisor && isRunning(supervisor) ? supervisor : undefined
}

/** Ends what a supervisor that is gone has left running. Resolves to how many programs that were. */
export const endLeftovers = async (paths: ProfilePaths): Promise<number> => {
  const leaders = (readJson<Processes>(paths.processes)?.leaders ?? []).filter(isRunning)
  // Apps before services, as at any other stop.
  for (const leader of leaders.toReversed()) await endLeftover(leader)
  rmSync(paths.processes, { force: true })
  rmSync(paths.run, { force: true })
  return leaders.length
}

/** Makes this process the only one that runs the profile. @throws Problem when another does. */
export const claim = async (paths: ProfilePaths): Promise<void> => {
  const other = runningSupervisor(paths)
  if (other) {
    const url = readJson<RunFile>(paths.run)?.webUrl
    throw new Problem(
      `Gavel is already ${url ? `running at ${url}` : 'being started'} (process ${other.pid}): use that one, or end it with \`npm stop\`.`,
    )
  }
  mkdirSync(paths.data, { recursive: true })
  mkdirSync(paths.logs, { recursive: true })
  await endLeftovers(paths)
  recordProcesses(paths, [])
}

export const recordProcesses = (paths: ProfilePaths, leaders: ProcessId[]): void =>
  writePrivateJson(paths.processes, { supervisor: processId(process.pid), leaders } satisfies Processes)

export const release = (paths: ProfilePaths): void => {
  rmSync(paths.run, { force: true })
  rmSync(paths.processes, { force: true })
}
