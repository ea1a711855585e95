import { rmSync } from 'node:fs'
import { confirm } from '../lib/confirm.ts'
import { gavelDir, type Profile, profilePaths } from '../lib/paths.ts'
import { runMain } from '../lib/problem.ts'
import { say } from '../lib/say.ts'
import { stopProfile } from '../lib/stop-profile.ts'
import { stopDocker } from '../services/docker.ts'
import { usesDocker } from '../services/find.ts'

const main = async (): Promise<number> => {
  const isAgreed =
    process.argv.includes('--yes') ||
    (await confirm(
      'Delete all events, auctions and accounts of this Gavel?',
      'Nothing was deleted, since nobody can be asked here: run `npm run reset -- --yes` to delete all data.',
    ))
  if (!isAgreed) {
    say('Nothing was deleted.')
    return 0
  }
  for (const profile of ['main', 'test'] satisfies Profile[]) {
    await stopProfile(profile)
    if (usesDocker({ paths: profilePaths(profile) })) await stopDocker(profile, true)
  }
  rmSync(gavelDir, { recursive: true, force: true })
  say('All data of this Gavel is deleted; servers named by the environment were left alone.')
  return 0
}

await runMain(main)
