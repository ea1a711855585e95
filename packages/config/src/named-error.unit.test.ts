import { expect, test } from 'vitest'
import { isNamed } from './named-error.ts'

class Refused extends Error {
  override name = 'Refused'
}

test('API-3 an error is known by its name, of whichever copy of its class', () => {
  const fromCopy = Object.assign(new Error('no'), { name: 'Refused' })
  expect([new Refused(), fromCopy].map((error) => isNamed(error, 'Refused'))).toEqual([true, true])
  expect([new Error('no'), { name: 'Refused' }, null].map((error) => isNamed(error, 'Refused'))).toEqual([
    false,
    false,
    false,
  ])
})
