/**
 * Whether a value is an error that calls itself so. For classes whose errors come out of what one process shares: the web app's bundler may keep
 * several copies of a class in it, and an error of one copy is a stranger to `instanceof` of every other.
 */
export const isNamed = (value: unknown, name: string): value is Error => value instanceof Error && value.name === name
