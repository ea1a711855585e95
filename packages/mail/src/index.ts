export type { Letter } from './letter.ts'
export { LetterRefusedError, type Mailer, openMailer } from './mailer.ts'
