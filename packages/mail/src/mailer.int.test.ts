import { afterEach, describe, expect, it } from 'vitest'
import type { Letter } from './letter.ts'
import { LetterRefusedError, type Mailer, openMailer } from './mailer.ts'
import { type Post, startPost } from './post.ts'

const letter: Letter = {
  title: 'You were sold to Saffron Comets · ₹1.20 crore',
  words: ['Saffron Comets bought you for ₹1.20 crore in the Harbour League.'],
  action: { words: 'See your sale', url: 'http://localhost:3000/auctions/a1/players/p1' },
  foot: {
    words: 'You take part.',
    linkWords: 'Choose what we write about',
    url: 'http://localhost:3000/inbox/settings',
  },
}
const to = { name: 'Zoë "Zed" O’Neill', address: 'zoe@players.example' }

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

const start = async (
  refuse: (address: string) => number | null = () => null,
): Promise<{ post: Post; mailer: Mailer }> => {
  const post = await startPost(refuse)
  cleanups.push(() => post.close())
  const mailer = openMailer({ url: post.url, from: 'Gavel <night@gavel.example>' })
  cleanups.push(() => mailer.close())
  return { post, mailer }
}

describe('mailer', () => {
  it('LETTER-1 hands a mail server one letter with a text and an HTML part, under its own id', async () => {
    const { post, mailer } = await start()
    await mailer.send('n1', to, letter)
    expect(post.taken).toHaveLength(1)
    const [taken] = post.taken
    expect(taken?.to).toEqual(['zoe@players.example'])
    expect(taken?.from).toBe('night@gavel.example')
    expect(taken?.raw).toMatch(/^Message-ID: <n1@gavel.example>\r$/m)
    expect(taken?.raw).toMatch(/^From: Gavel <night@gavel.example>\r$/m)
    expect(taken?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(taken?.raw).toContain('multipart/alternative')
    expect(taken?.raw).toContain('text/plain; charset=utf-8')
    expect(taken?.raw).toContain('text/html; charset=utf-8')
  })

  it('LETTER-5 nothing that people typed becomes a header or a reader', async () => {
    const { post, mailer } = await start()
    const words = 'Zoë\r\nBcc: all@players.example\r\n\r\nAnother letter'
    await mailer.send(
      'n1',
      { name: words, address: 'zoe@players.example' },
      { ...letter, title: words, words: [words] },
    )
    await mailer.send('n2\r\nBcc: all@players.example', { ...to, name: '<all@players.example>, "' }, letter)
    expect(post.taken.map((taken) => taken.to)).toEqual([['zoe@players.example'], ['zoe@players.example']])
    for (const { raw } of post.taken) {
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'))
      expect(head).not.toMatch(/^Bcc:/im)
      expect(head.match(/^(To|Subject|From|Message-ID):/gim)).toHaveLength(4)
    }
  })

  it('LETTER-3 tells a refusal for good from one that may pass', async () => {
    const { mailer } = await start((address) =>
      address.startsWith('gone') ? 550 : address.startsWith('busy') ? 451 : null,
    )
    await expect(mailer.send('n1', { name: '', address: 'gone@players.example' }, letter)).rejects.toBeInstanceOf(
      LetterRefusedError,
    )
    const busy = await mailer.send('n2', { name: '', address: 'busy@players.example' }, letter).catch((error) => error)
    expect(busy).toBeInstanceOf(Error)
    expect(busy).not.toBeInstanceOf(LetterRefusedError)
    await mailer.send('n3', to, letter)
  })

  it('LETTER-3 a server that is away is a failure that may pass', async () => {
    const { post, mailer } = await start()
    await post.close()
    const away = await mailer.send('n1', to, letter).catch((error) => error)
    expect(away).toBeInstanceOf(Error)
    expect(away).not.toBeInstanceOf(LetterRefusedError)
  })
})
