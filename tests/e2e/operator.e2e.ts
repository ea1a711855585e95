import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './story.ts'

const cli = join(import.meta.dirname, '../../apps/cli/src/main.ts')

type Ran = { code: number; stdout: string; stderr: string }

/** Runs a command of the operator's command line against the stack under test. */
function gavel(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: process.env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    )
  })
}

function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'gavel-lists-')), name)
  writeFileSync(path, text)
  return path
}

const LIST = `\uFEFFNo,Set,First Name,Surname,Country,Specialism,,Base Price (Lakh)\r
1,M1,Nicolas,Pooran,West Indies,WICKETKEEPER,LHB,200\r
2,M1,Mohammad,Siraj,India,BOWLER,RHB,200\r
3,AL1,Lalit,Yadav,India,ALL-ROUNDER,RHB,30\r
4,AL1,Lalit,Yadav,India,BOWLER,RHB,30\r
5,BA1,Steve,Smith,Australia,BATTER,RHB,200\r
6,BA1,Never,Called,India,BATTER,RHB,30\r
`
const RESULTS = `Players,Team,Type,Base,Sold
Virat Kohli,RCB,BAT,-,21.00
Nicholas Pooran,LSG,WK,2.00,10.75
Mohammed Siraj,RCB,BOWL,2.00,12.249999999999998
Lalit Yadav,LSG,AR,0.30,0.50
Steven Smith,-,BAT,2.00,Unsold
Jofra Archer,GT,BOWL,2.00,2.10
`

test('REHEARSE-6 bots replay a list over real sockets to the rupee, and VERIFY-2 the archive proves it', async ({
  page,
}) => {
  const ran = await gavel(
    'auction',
    'rehearse',
    '--list',
    file('list.csv', LIST),
    '--results',
    file('results.csv', RESULTS),
    '--rules',
    'ipl-2025',
    '--json',
  )
  expect(ran.stderr).toBe('')
  expect(ran.code).toBe(0)
  const report = JSON.parse(ran.stdout)
  expect(report).toMatchObject({
    teams: [
      { team: 'GT', players: 1, spent: 210, retained: 0, retainedSpent: 0, purseLeft: 11790 },
      { team: 'LSG', players: 2, spent: 1125, retained: 0, retainedSpent: 0, purseLeft: 10875 },
      { team: 'RCB', players: 1, spent: 1225, retained: 1, retainedSpent: 2100, purseLeft: 8675 },
    ],
    sold: 4,
    unsold: 1,
    notCalled: 2,
    refused: 0,
    jumps: 1,
  })
  const guessed = report.guesses.filter((guess: { kind: string }) => guess.kind === 'name')
  expect(guessed.map((guess: { list: string }) => guess.list).sort()).toEqual([
    'Lalit Yadav',
    'Mohammad Siraj',
    'Nicolas Pooran',
    'Steve Smith',
  ])

  const proof = await gavel('auction', 'verify', report.auctionId, '--json')
  expect(proof.code).toBe(0)
  expect(JSON.parse(proof.stdout)).toMatchObject({
    ok: true,
    entries: report.entries,
    readModel: true,
    firstDifference: null,
  })

  await page.goto(`/auctions/${report.auctionId}`)
  await expect(page.getByText('Jofra Archer').first()).toBeVisible()
})

test('REHEARSE-4 what cannot be done is one sentence and a failure', async () => {
  const commands: [string[], RegExp][] = [
    [['auction', 'rehearse', '--list', 'no-such-file.csv'], /^no-such-file\.csv does not exist\.\n$/],
    [['auction', 'rehearse', '--list', file('list.csv', LIST), '--json'], /^The list says nothing of sales.*\n$/],
    [['auction', 'verify', 'no-such-auction', '--json'], /^There is no such auction\.\n$/],
    [['auction', 'import', file('list.csv', LIST), '--event', 'no-such-event'], /^There is no such event\.\n$/],
    [['auction', 'import', process.execPath, '--event', 'friday-night-league'], /^.*no list of players is\.\n$/],
  ]
  for (const [args, words] of commands) {
    const { code, stdout, stderr } = await gavel(...args)
    expect([code, stdout], args.join(' ')).toEqual([1, ''])
    expect(stderr).toMatch(words)
  }
})
