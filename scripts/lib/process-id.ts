import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A pid with the moment its process began, since systems give a pid to another process later. */
export type ProcessId = { pid: number; began: string }

const beganOf = (pid: number): string | undefined => {
  if (process.platform === 'linux') {
    try {
      // The name, in brackets, may hold spaces: field 22 (start time) is the 20th after it.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')
      // A zombie has ended and only waits for its parent to notice.
      return fields?.[0] === 'Z' ? undefined : fields?.[19]
    } catch {
      return undefined
    }
  }
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() || undefined : undefined
}

export const processId = (pid: number): ProcessId => ({ pid, began: beganOf(pid) ?? '' })

/** True when this very process still runs. */
export const isRunning = ({ pid, began }: ProcessId): boolean => began !== '' && beganOf(pid) === began

/** Signals the process and all of its group, which each program started here leads. Missing ones are no error. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal)
      return
    } catch {
      // Not a group leader, or gone: the next target, or nothing, is right.
    }
  }
}
