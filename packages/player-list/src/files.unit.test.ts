import { expect, test } from 'vitest'
import { matchFiles } from './index.ts'

const players = (...names: string[]) => names.map((name, i) => ({ playerId: `p${i}`, name }))
const sorted = <T>(list: T[]) => list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const read = (names: string[], files: string[]) => {
  const { matched, ambiguous, unmatched } = matchFiles(
    players(...names),
    files.map((name) => ({ name })),
  )
  return {
    matched: sorted(matched.map(({ file, player, exact }) => [file.name, player.name, exact])),
    ambiguous: sorted(ambiguous.map(({ file, couldBe }) => [file.name, sorted(couldBe.map(({ name }) => name))])),
    unmatched: sorted(unmatched.map(({ name }) => name)),
  }
}

test('NAME-4 files are matched by name whatever stands between the words, and spelling may differ', () => {
  expect(
    read(
      ['Rohit Sharma', 'K.L. Rahul', 'José Buttler', 'Nicholas Pooran', 'Mohammed Shami', 'Virat Kohli'],
      ['12_rohit-sharma', 'KL Rahul (1)', 'Buttler Jose', 'NicolasPooran', 'Mohd. Shami', 'team photo'],
    ),
  ).toEqual({
    matched: [
      ['12_rohit-sharma', 'Rohit Sharma', true],
      ['Buttler Jose', 'José Buttler', true],
      ['KL Rahul (1)', 'K.L. Rahul', true],
      ['Mohd. Shami', 'Mohammed Shami', false],
      ['NicolasPooran', 'Nicholas Pooran', false],
    ],
    ambiguous: [],
    unmatched: ['team photo'],
  })
})

test('NAME-4 a name that two players share, and two files for one name, are reported and matched to nobody', () => {
  expect(
    read(['Lalit Yadav', 'Lalit Yadav', 'Amit Mishra', 'Umesh Yadav'], ['Lalit Yadav', 'Amit Mishra', 'Amit_Mishra 2']),
  ).toEqual({
    matched: [],
    ambiguous: [
      ['Amit Mishra', ['Amit Mishra']],
      ['Amit_Mishra 2', ['Amit Mishra']],
      ['Lalit Yadav', ['Lalit Yadav', 'Lalit Yadav']],
    ],
    unmatched: [],
  })
})

test('NAME-4 a file that could be two players is reported with both', () => {
  const { matched, ambiguous } = read(['Akash Singh', 'Akash Sinha'], ['Akash'])
  expect(matched).toEqual([])
  expect(ambiguous).toEqual([['Akash', ['Akash Singh', 'Akash Sinha']]])
})

test('NAME-4 a misspelt file like one of two namesakes is nobody’s', () => {
  const { matched, ambiguous } = read(
    ['Shivam Sharma', 'Shivam Sharma', 'Ishan Porel'],
    ['Shivaam Sharma', 'Ishan Porel'],
  )
  expect(matched).toEqual([['Ishan Porel', 'Ishan Porel', true]])
  expect(ambiguous).toEqual([['Shivaam Sharma', ['Shivam Sharma', 'Shivam Sharma']]])
})
