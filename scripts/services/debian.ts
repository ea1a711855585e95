import { existsSync } from 'node:fs'
import { findOnPath, mustRun, run } from '../lib/command.ts'

export const isRoot = process.getuid?.() === 0

/** True where packages of Debian (or Ubuntu) can be installed: apt is there and the user is root. */
export const canInstallPackages = (): boolean =>
  isRoot && existsSync('/etc/debian_version') && findOnPath('apt-get') !== undefined

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

/** Installs packages in one go. @throws Problem saying that, and why, it did not work. */
export const installPackages = async (packages: readonly string[]): Promise<void> => {
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  // Package lists may be missing or too old; fetching them costs seconds, so only then.
  if ((await run('apt-get', args, { env })).code === 0) return
  await run('apt-get', ['update', '-q'], { env })
  await mustRun(
    `Debian's packages ${packages.join(' ')} could not be installed: check the network and run \`apt-get install ${packages.join(' ')}\` by hand.`,
    'apt-get',
    args,
    { env },
  )
}
