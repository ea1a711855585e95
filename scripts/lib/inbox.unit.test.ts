import { expect, it } from 'vitest'
import { wantsInbox } from './inbox.ts'
import { HERE } from './reach.ts'

it('RUN-12 letters go to an inbox of this machine, unless a mail server is named or a hall could not read them', () => {
  const hall = { ...HERE, lan: { host: '192.168.1.7', others: [] } }
  expect(wantsInbox({}, HERE)).toBe(true)
  expect(wantsInbox({ SMTP_URL: '' }, HERE)).toBe(true)
  expect(wantsInbox({ SMTP_URL: 'smtp://mail.example' }, HERE)).toBe(false)
  expect(wantsInbox({}, hall)).toBe(false)
})
