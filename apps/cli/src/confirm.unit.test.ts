import { expect, test } from 'vitest'
import { confirmed } from './confirm.ts'

test('ACCOUNT-13 nothing is taken away before the very words were typed', async () => {
  await expect(confirmed('remove asha@gavel.test', 'remove asha@gavel.test ')).resolves.toBeUndefined()
  for (const other of ['', 'yes', 'remove', 'remove ravi@gavel.test'])
    await expect(confirmed('remove asha@gavel.test', other)).rejects.toThrow('Nothing was changed')
})
