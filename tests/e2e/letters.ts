import { expect } from '@playwright/test'
import { addressOf } from './run-file.ts'

/** A letter as the inbox of this machine answers it. */
export type Letter = { subject: string; text: string }

const inboxUrl = (): string => addressOf('GAVEL_E2E_INBOX_URL', 'inboxUrl')

/** The page of the inbox with the letters to one reader. */
export const inboxPage = (email: string): string => `${inboxUrl()}/?to=${encodeURIComponent(email)}`

/** The letters to an address by now, the newest first. */
export async function lettersTo(email: string): Promise<Letter[]> {
  const answer = await fetch(`${inboxUrl()}/api/letters?to=${encodeURIComponent(email)}`)
  return (await answer.json()) as Letter[]
}

/** Waits for a letter to an address with this subject. @returns the newest of them */
export async function letterTo(email: string, subject: string): Promise<Letter> {
  const find = async () => (await lettersTo(email)).find((letter) => letter.subject === subject)
  await expect.poll(find, { message: `a letter to ${email}: ${subject}`, timeout: 30_000 }).toBeDefined()
  const letter = await find()
  if (!letter) throw new Error(`The letter to ${email} is gone.`)
  return letter
}

/** The path that a letter's link leads to, whatever the name of the site. */
export function pathIn({ text }: Letter): string {
  const [url] = /https?:\/\/\S+token=\S+/.exec(text) ?? []
  if (!url) throw new Error(`There is no link in: ${text}`)
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}
