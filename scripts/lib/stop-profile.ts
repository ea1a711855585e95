import { stopDocker } from '../services/docker.ts'
import { usesDocker } from '../services/find.ts'
import { endLeftovers, runningSupervisor } from './instance.ts'
import { type Profile, profilePaths } from './paths.ts'
import { Problem } from './problem.ts'
import { isRunning } from './process-id.ts'
import { until } from './wait.ts'

const STOP_TIMEOUT_MS = 90_000

/** Ends what `npm start`, `npm run dev` or `npm test` started, and nothing else. True when something ran. */
export const stopProfile = async (profile: Profile): Promise<boolean> => {
  const paths = profilePaths(profile)
  const supervisor = runningSupervisor(paths)
  if (supervisor) {
    process.kill(supervisor.pid, 'SIGTERM')
    if (!(await until(() => !isRunning(supervisor), STOP_TIMEOUT_MS)))
      throw new Problem(`Gavel did not end within ${STOP_TIMEOUT_MS / 1000} s: end process ${supervisor.pid} by hand.`)
  }
  const leftovers = await endLeftovers(paths)
  if (!supervisor && leftovers > 0 && usesDocker({ paths })) await stopDocker(profile, false)
  return supervisor !== undefined || leftovers > 0
}
