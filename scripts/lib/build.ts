import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './command.ts'
import { toolEnvironment } from './environment.ts'
import { readJson, writePrivateJson } from './json-file.ts'
import { buildStamp, root, toolsDir, webDir } from './paths.ts'
import { say, step } from './say.ts'
import { sourceHash } from './source-hash.ts'

const pnpm = join(toolsDir, 'node_modules', '.bin', 'pnpm')
export const nextBin = join(webDir, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Makes the Prisma client from the schema. Needs no database. */
export const generate = (): Promise<string> =>
  mustRun(
    'The database client could not be generated: the reason is above.',
    pnpm,
    ['--filter', '@gavel/db', 'run', 'generate'],
    {
      cwd: root,
      env: toolEnvironment(),
    },
  )

/** Builds the web app for production, unless nothing that goes into it has changed since the last build. */
export const buildWeb = async (): Promise<void> => {
  const hash = sourceHash(root, ['apps/web', 'packages'], ['pnpm-lock.yaml'])
  const last = readJson<{ hash: string }>(buildStamp)
  if (last?.hash === hash && existsSync(join(webDir, '.next', 'BUILD_ID'))) {
    say(' ok Web app: built before, sources unchanged')
    return
  }
  await step('Building the web app for production', async () => {
    const env = { ...toolEnvironment(), NODE_ENV: 'production' as const }
    await mustRun('The web app could not be built: the reason is above.', process.execPath, [nextBin, 'build'], {
      cwd: webDir,
      env,
    })
    writePrivateJson(buildStamp, { hash })
  })
}
