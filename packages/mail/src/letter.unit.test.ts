import { expect, test } from 'vitest'
import { htmlOf, type Letter, textOf } from './letter.ts'

const letter: Letter = {
  title: 'You were sold to <Comets> & Co',
  words: ['Comets bought you for ₹1.20 crore.', '<script>alert(1)</script>'],
  action: { words: 'See your sale', url: 'https://gavel.example/auctions/a/players/p?x=1&y="2"' },
  foot: { words: 'You get this because you play.', linkWords: 'Choose', url: 'https://gavel.example/inbox/settings' },
}

test('LETTER-1 text and HTML say the same, and nothing in a letter is read as markup', () => {
  const [text, html] = [textOf(letter), htmlOf(letter)]
  for (const said of ['Comets bought you for ₹1.20 crore.', 'See your sale', 'You get this because you play.']) {
    expect(text).toContain(said)
    expect(html).toContain(said)
  }
  expect(text).toContain(letter.action.url)
  expect(html).toContain('href="https://gavel.example/auctions/a/players/p?x=1&amp;y=&quot;2&quot;"')
  expect(html).not.toContain('<script>')
  expect(html).toContain('You were sold to &lt;Comets&gt; &amp; Co')
})
