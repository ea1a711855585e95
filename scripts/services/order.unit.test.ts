import { describe, expect, it } from 'vitest'
import { inOrder } from './order.ts'

const ids = (last: string | undefined) =>
  inOrder([{ id: 'environment' }, { id: 'docker' }, { id: 'path' }, { id: 'debian' }], last).map(({ id }) => id)

describe('the order in which a service is looked for', () => {
  it('RUN-5 is environment, Docker, PATH, packages', () => {
    expect(ids(undefined)).toEqual(['environment', 'docker', 'path', 'debian'])
  })

  it('RUN-5 prefers the way that holds the data, but never to the environment', () => {
    expect(ids('path')).toEqual(['environment', 'path', 'docker', 'debian'])
    expect(ids('gone')).toEqual(['environment', 'docker', 'path', 'debian'])
  })
})
