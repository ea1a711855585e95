import type { PlayerId } from '@gavel/scoring'

/** Opaque ids for the names of a file: those of its registry where it has one. */
export class People {
  readonly #ids = new Map<string, PlayerId>()
  readonly #names = new Map<PlayerId, string>()
  readonly #registry: ReadonlyMap<string, string>

  constructor(registry: ReadonlyMap<string, string> = new Map()) {
    this.#registry = registry
  }

  /** The id of a name: always the same for the same name, never the same for two. */
  id(name: string): PlayerId {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const registered = this.#registry.get(name)
    const free = registered !== undefined && !this.#names.has(registered)
    const id = free ? registered : `person-${this.#ids.size + 1}`
    this.#ids.set(name, id)
    this.#names.set(id, name)
    return id
  }

  name(id: PlayerId): string {
    return this.#names.get(id) ?? id
  }

  /** Every name by its id. */
  names(): Readonly<Record<PlayerId, string>> {
    return Object.fromEntries(this.#names)
  }
}
