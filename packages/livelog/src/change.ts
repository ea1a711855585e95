/** How a time moves: `keep`, empty (none), or by the store's clock: `+n` now + n, `>n` at least now + n, `=n` at n. */
export type TimeForm = string

/** What a commit writes into the `state` hash besides `seq` and `link`. The two times are an auction's; other logs keep them empty. */
export type Change = { sets: [field: string, value: string][]; deletes: string[]; deadline: TimeForm; held: TimeForm }

export const NO_CHANGE: Change = { sets: [], deletes: [], deadline: 'keep', held: 'keep' }

/** All that is stored of a log of which `commit.lua` compares nothing but where it stands. */
export const onlyEpoch = (epoch: number): Change => ({ ...NO_CHANGE, sets: [['epoch', String(epoch)]] })
