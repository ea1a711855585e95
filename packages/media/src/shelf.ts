/** Where bytes lie under names. The store asks it for names that are keys alone. */
export type Shelf = {
  write: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null where there is nothing. */
  read: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>
  has: (key: string) => Promise<boolean>
  /** Repeating it is harmless. */
  remove: (key: string) => Promise<void>
  /** Whether it is there, asked in the cheapest way. @throws where it is not */
  ping: () => Promise<void>
  /** Where it is, and why a failure came of it, as one sentence. */
  why: (error: unknown) => string
}
