import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Given, given } from '../given.ts'
import { aRequest } from '../rest/given.ts'
import { REST_ROUTES } from '../rest/routes.ts'
import { serveRest } from '../rest/serve.ts'
import { REST_TABLE } from './rest-table.ts'
import { type Scene, scene } from './scene.ts'
import { inTurn } from './table.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const DENIED = new Set(['AUTH.SIGN_IN_FIRST', 'AUTH.FORBIDDEN'])

const walk = async (where: Scene, open: boolean): Promise<string[]> => {
  const wrong: string[] = []
  for (const [id, row] of Object.entries(REST_TABLE)) {
    const route = REST_ROUTES.find((one) => one.id === id)
    if (!route) throw new Error(`there is no ${id}`)
    const may = open ? row.may : (row.inside ?? row.may)
    for (const who of inTurn(may)) {
      const { slug, auctionId, teamId, registrationId, userId } = where
      const made = { id: registrationId, matchId: await where.matchId() }
      const names = { slug, auctionId, teamId, userId, ...made, sid: 'none', deductionId: 'none', player: 'p1' }
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: keyof typeof names) => names[name])
      // Nothing is sent, so that who is let in changes nothing.
      const actor = where.actors[who]
      const ctx = { services: g.services, actor, session: null, address: who }
      const answer = await serveRest({ ctx, tokenRefused: false }, aRequest(route.method, path))
      const { code, status } = JSON.parse(answer.body ?? '{}') as { code?: string; status?: unknown }
      if (status === 500) wrong.push(`${id} breaks for ${who}`)
      const letIn = !DENIED.has(String(code))
      if (letIn !== may.includes(who)) wrong.push(`${who} ${letIn ? 'may' : 'may not'} ask ${id}`)
    }
  }
  return wrong
}

describe('every operation of the REST API by everybody', () => {
  it('POLICY-9 every operation has a row, and every row an operation', () => {
    expect(Object.keys(REST_TABLE).toSorted()).toEqual(REST_ROUTES.map(({ id }) => id).toSorted())
  })

  it('POLICY-9 in an event that is open to all, each lets in whom the table names and refuses everybody else', async () => {
    expect(await walk(await scene(g, { open: true }), true)).toEqual([])
  })

  it('POLICY-9 in an event whose room is for people with a role, the same, without strangers', async () => {
    expect(await walk(await scene(g, { open: false }), false)).toEqual([])
  })
})
