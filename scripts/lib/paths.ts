import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const toolsDir = join(root, '.tools')
export const gavelDir = join(root, '.gavel')

/** `main` is what `npm start` and `npm run dev` run; `test` is what `npm test` runs. They share nothing. */
export type Profile = 'main' | 'test'

/** Where one profile keeps its things. `home` holds what other programs look for: run.json and operator.token. */
export const profilePaths = (profile: Profile) => {
  const base = join(gavelDir, profile)
  const home = profile === 'main' ? gavelDir : base
  return {
    base,
    home,
    data: join(base, 'data'),
    logs: join(base, 'logs'),
    /** Photos and logos that people have uploaded. */
    media: join(base, 'media'),
    /** Letters that were taken by the inbox of this machine. */
    mail: join(base, 'mail'),
    /** Whom the Google that stands in has seen. */
    google: join(base, 'google.json'),
    /** What was paid at the Stripe that stands in. */
    stripe: join(base, 'stripe.jsonl'),
    processes: join(base, 'processes.json'),
    sources: join(base, 'sources.json'),
    run: join(home, 'run.json'),
    operatorToken: join(home, 'operator.token'),
    secrets: join(home, 'secrets.json'),
  }
}
export type ProfilePaths = ReturnType<typeof profilePaths>

export const buildStamp = join(gavelDir, 'build.json')
export const webDir = join(root, 'apps', 'web')
export const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
