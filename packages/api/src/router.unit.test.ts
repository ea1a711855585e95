import { ACTIONS } from '@gavel/auth'
import { describe, expect, it } from 'vitest'
import { appRouter } from './router.ts'

type Defined = { _def: { type: string; meta?: { access?: string } } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Defined>)

describe('appRouter', () => {
  it.each(procedures)('API-1 %s declares who may call it', (_, procedure) => {
    expect(['everyone', 'signed-in', ...ACTIONS]).toContain(procedure._def.meta?.access)
  })

  it('API-1 changes nothing for a guest but an account, by a form or by the link of a letter', () => {
    const openMutations = procedures.filter(
      ([, { _def }]) => _def.type === 'mutation' && _def.meta?.access === 'everyone',
    )
    expect(openMutations.map(([path]) => path).toSorted()).toEqual([
      'account.confirmEmail',
      'account.requestReset',
      'account.reset',
      'account.verify',
      'auth.register',
      // Asks a browser for a passkey; changes nothing.
      'security.askPasskey',
    ])
  })
})
