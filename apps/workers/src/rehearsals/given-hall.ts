import { type Given, given } from '@gavel/api/given'
import { loadEnvPart } from '@gavel/config'
import { deleteTopology } from '@gavel/messaging'
import { type Gavel, startGavel } from '@gavel/testkit'
import { afterAll, beforeAll, expect } from 'vitest'

/** Bots think in tests so many times quicker than people. */
export const PACE = 25

/** A Gavel with a realtime server for the tests of a file, and people in the same database. */
export function givenHall() {
  let running: { gavel: Gavel; g: Given } | null = null
  beforeAll(async () => {
    const gavel = await startGavel()
    running = { gavel, g: await given({ database: gavel.mongo.connection.name }) }
  })
  afterAll(async () => {
    if (!running) return
    const { gavel, g } = running
    await g.close()
    await deleteTopology(loadEnvPart(['rabbitmqUrl']).rabbitmqUrl, { prefix: `${gavel.mongo.connection.name}.` })
    await gavel[Symbol.asyncDispose]()
  })
  const there = () => running ?? expect.fail('a Gavel runs while there are tests')
  return {
    get gavel(): Gavel {
      return there().gavel
    },
    get g(): Given {
      return there().g
    },
  }
}
