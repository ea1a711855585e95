import { expect, test } from 'vitest'
import { passwordFault } from './password-rules.ts'

test('ACCOUNT-2 a password needs length, and is not one that everybody tries first', () => {
  expect(passwordFault('a long enough one')).toBeNull()
  expect(passwordFault('mmmmmmmmmmmm nothing but length')).toBeNull()
  expect(passwordFault('Aa1!Aa1!A')).toBe('A password has at least 10 characters.')
  expect(passwordFault('x'.repeat(201))).toBe('A password has at most 200 characters.')
  for (const common of ['qwertyuiop', '1234567890', 'Password123', 'QWERTY123456', ' christopher '])
    expect(passwordFault(common), common).toContain('lists of leaked passwords')
})

test('ACCOUNT-2 a password is neither the name nor the address of its person', () => {
  const about = { email: 'asha.venkataraman@gavel.test', name: 'Asha Venkataraman' }
  for (const own of ['asha venkataraman', 'ASHA.Venkataraman', 'asha.venkataraman@GAVEL.test'])
    expect(passwordFault(own, about), own).toBe('A password cannot be your own name or address.')
  expect(passwordFault('asha venkataraman bats first', about)).toBeNull()
})
