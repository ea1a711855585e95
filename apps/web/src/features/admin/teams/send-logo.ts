import { sendFile } from '../../files/send-file.ts'

/**
 * Sends a team's logo.
 *
 * @returns null once it is there, otherwise why it is not, in words
 */
export const sendLogo = (auctionId: string, teamId: string, file: File): Promise<string | null> =>
  sendFile(`/api/auctions/${encodeURIComponent(auctionId)}/logos?team=${encodeURIComponent(teamId)}`, file)
