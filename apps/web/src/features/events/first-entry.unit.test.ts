import { expect, test } from 'vitest'
import { firstEntryOf } from './first-entry.ts'

const playing = { role: '', country: '', batting: null, bowling: null }

test('PROFILE-6 who registers begins with what the profile says', () => {
  const said = { name: 'Asha Rao', playing: { ...playing, role: 'wicket keeper', country: 'India' } }
  expect(firstEntryOf(said)).toEqual({ name: 'Asha Rao', country: 'India', role: 'Wicket-keeper' })
})

test('PROFILE-6 a role that the form does not know is chosen there', () => {
  expect(firstEntryOf({ name: 'Asha Rao', playing: { ...playing, role: 'Setter' } }).role).toBe('')
  expect(firstEntryOf({ name: 'Asha Rao', playing }).role).toBe('')
})
