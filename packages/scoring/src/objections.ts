/**
 * What speaks against a play. A live scorer is refused; an import keeps the play where `oddity` is true, because real matches hold such
 * things (an umpire's miscount), and names it as an anomaly; else it refuses the file. `where`: for people, such as `innings 2, over 14.3`.
 */
export type Objection = {
  readonly code: string
  readonly oddity: boolean
  readonly where: string
  readonly detail?: Readonly<Record<string, string | number>>
}
