import 'server-only'
import { refusalIn, type SignInRefusal } from '@gavel/auth/sign-in'
import { cookies } from 'next/headers'

/** Holds what came of the last way back from Google, where nobody is signed in by it yet. */
export const ARRIVAL = 'gavel.arrival'
export const ARRIVAL_SECONDS = 5 * 60

/** What came of the last way back from Google; null where there was none of late. */
export const keptArrival = async (): Promise<SignInRefusal | null> =>
  refusalIn((await cookies()).get(ARRIVAL)?.value ?? '')
