import type { RouterInputs } from './router.ts'

/** Every procedure by its path, as `event.list`. */
export type Path = {
  [Subject in keyof RouterInputs & string]: `${Subject}.${keyof RouterInputs[Subject] & string}`
}[keyof RouterInputs & string]
