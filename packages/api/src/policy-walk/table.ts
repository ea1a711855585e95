import { WHO, type Who, without } from '@gavel/testkit'
import type { Path } from '../paths.ts'

const EVERYONE = WHO
/** Whoever has an account. */
const PEOPLE = without('guest', 'operator', 'bot', 'banned')
/** And bots, who act in rooms. */
const ACTING = [...PEOPLE, 'bot'] as const
const KEEPERS = ['admin', 'operator'] as const
const STAFF = ['organiser', ...KEEPERS] as const
const HALL = ['organiser', 'auctioneer', ...KEEPERS] as const
const BOOK = ['organiser', 'scorer', ...KEEPERS] as const
const INVITERS = ['organiser', 'owner', 'otherOwner', ...KEEPERS] as const
/** Bots watch rehearsals alone, and this event is none. */
const WATCHERS = without('bot')
/** Whoever has a role in the event. */
const INSIDERS = without('guest', 'fan', 'bot', 'banned')

/** What a call names so that its gate can be asked: nothing else is sent, so that who is let in changes nothing. */
type On = 'nothing' | 'event' | 'auction' | 'match' | 'registration'
/** `inside`: who may where the room is for people with a role; the same people where it is left out. */
export type Row = { on: On; may: readonly Who[]; inside?: readonly Who[] }

const on = (subject: On, may: readonly Who[], inside?: readonly Who[]): Row => ({
  on: subject,
  may,
  ...(inside && { inside }),
})

const everyone = on('nothing', EVERYONE)
const signedIn = on('nothing', PEOPLE)
const keepers = on('nothing', KEEPERS)
const readEvent = on('event', EVERYONE)
const staff = on('event', STAFF)
const manage = on('auction', STAFF)
const correct = on('auction', HALL)
const watch = on('auction', WATCHERS, INSIDERS)
const watchMatch = on('match', WATCHERS, INSIDERS)
const rehearse = on('event', HALL)
const invite = on('event', INVITERS)
const people = on('event', PEOPLE)

/** Who may call what. Written by hand, beside the policy table: whoever changes the one changes the other, knowingly. */
export const TABLE: Record<Path, Row> = {
  'auth.register': everyone,
  'auth.accessToken': on('nothing', ACTING),
  'auth.me': everyone,
  'auth.askToCreate': signedIn,
  'auth.prove': signedIn,
  'auth.sessions': signedIn,
  'auth.endSession': signedIn,
  'auth.endOthers': signedIn,
  'account.link': everyone,
  'account.verify': everyone,
  'account.requestReset': everyone,
  'account.reset': everyone,
  'account.changePassword': signedIn,
  'account.changeEmail': signedIn,
  'account.askToConfirm': signedIn,
  'account.confirmEmail': everyone,
  'admin.events': signedIn,
  'admin.ruleSets': everyone,
  'admin.promote': keepers,
  'admin.people': keepers,
  'admin.grant': keepers,
  'admin.ban': keepers,
  'admin.unban': keepers,
  'admin.setPassword': on('nothing', ['operator']),
  'admin.factors': on('nothing', ['operator']),
  'admin.removeFactors': on('nothing', ['operator']),
  'auction.byId': watch,
  'auction.roster': watch,
  'auction.view': watch,
  'auction.myMaxima': watch,
  'auction.start': manage,
  'auction.addTeam': manage,
  'auction.updateTeam': manage,
  'auction.removeTeam': manage,
  'auction.grantPaddle': manage,
  'auction.revokePaddle': manage,
  'auction.liveEntries': on('auction', KEEPERS),
  'auction.storedStates': on('auction', KEEPERS),
  'auction.corrections': correct,
  'auction.previewCorrection': correct,
  'auction.proposeCorrection': correct,
  'auction.approveCorrection': correct,
  'auction.dropCorrection': correct,
  'demo.current': everyone,
  'event.list': everyone,
  'event.bySlug': readEvent,
  'event.entryTerms': readEvent,
  'event.myRegistrations': readEvent,
  'event.create': on('nothing', STAFF),
  'event.setup': staff,
  'event.update': staff,
  'event.publish': staff,
  'event.cancel': staff,
  'event.finish': staff,
  'event.clone': staff,
  'event.addStaff': staff,
  'event.removeStaff': staff,
  'event.register': people,
  'inbox.list': signedIn,
  'inbox.unread': signedIn,
  'inbox.markRead': signedIn,
  'inbox.preferences': signedIn,
  'inbox.setPreferences': signedIn,
  'invitation.create': invite,
  'invitation.list': invite,
  'invitation.revoke': invite,
  'invitation.accept': signedIn,
  'join.resolve': everyone,
  'match.create': staff,
  'match.update': on('match', STAFF),
  'match.remove': on('match', STAFF),
  'match.list': readEvent,
  'match.live': everyone,
  'match.tables': readEvent,
  'match.deductPoints': staff,
  'match.undoDeduction': staff,
  'match.seasonFigures': readEvent,
  'match.playerSeason': readEvent,
  'match.byId': watchMatch,
  'match.view': watchMatch,
  'match.entries': watchMatch,
  'match.exportCricsheet': watchMatch,
  'match.start': on('match', BOOK),
  'match.reopen': on('match', BOOK),
  'match.previewFixtures': staff,
  'match.makeFixtures': staff,
  'match.import': staff,
  'match.verify': on('match', KEEPERS),
  'operator.parked': keepers,
  'operator.replayParked': keepers,
  'operator.discardParked': keepers,
  'operator.failedJobs': keepers,
  'operator.retryJob': keepers,
  'operator.discardJob': keepers,
  'players.list': correct,
  'players.order': correct,
  'players.update': correct,
  'players.preview': manage,
  'players.import': manage,
  'players.imports': manage,
  'players.undoImport': manage,
  'players.add': manage,
  'players.remove': manage,
  'players.move': manage,
  'players.moveSet': manage,
  'players.renameSet': manage,
  'players.arrange': manage,
  'players.setOrder': manage,
  'profile.mine': signedIn,
  'profile.save': signedIn,
  'profile.removeAvatar': signedIn,
  'profile.byId': everyone,
  'profile.ofPlayer': watch,
  'profile.hindrances': signedIn,
  'profile.deleteAccount': signedIn,
  'payment.begin': signedIn,
  'payment.mine': signedIn,
  'payment.byId': signedIn,
  'payment.refresh': signedIn,
  'payment.list': staff,
  'payment.markPaid': staff,
  'payment.refund': staff,
  'payment.handBack': staff,
  'payment.retry': staff,
  'payment.returnDeposits': staff,
  'finance.overview': keepers,
  'finance.event': staff,
  'finance.statement': keepers,
  'finance.mismatches': keepers,
  'finance.accept': keepers,
  'finance.reconcile': keepers,
  'registration.list': staff,
  'registration.approve': staff,
  'registration.reject': staff,
  'registration.group': people,
  'registration.takeSeat': people,
  'rehearsal.create': on('nothing', ['operator']),
  'rehearsal.createMatch': on('nothing', ['operator']),
  'results.of': watch,
  'results.proof': watch,
  'results.contests': watch,
  'sandbox.start': rehearse,
  'sandbox.current': rehearse,
  'sandbox.forget': rehearse,
  'season.mySales': signedIn,
  'season.squads': watch,
  'security.overview': signedIn,
  'security.beginCodes': signedIn,
  'security.confirmCodes': signedIn,
  'security.newRecoveryCodes': signedIn,
  'security.stopCodes': signedIn,
  'security.askNewPasskey': signedIn,
  'security.addPasskey': signedIn,
  'security.renamePasskey': signedIn,
  'security.removePasskey': signedIn,
  'security.askPasskey': everyone,
  'security.askOwnPasskey': signedIn,
  'security.linkGoogle': signedIn,
  'security.unlinkGoogle': signedIn,
  // The last ones: what they do is done to the player's own.
  'registration.accept': on('registration', ['player', ...STAFF]),
  'registration.giveUpSeats': on('registration', ['player', ...STAFF]),
  'registration.leaveSeat': on('registration', ['player', ...STAFF]),
  'registration.withdraw': on('registration', ['player', ...STAFF]),
}

/** Whoever is to be refused comes first, so that nothing is changed by then. */
export const inTurn = (may: readonly Who[]): readonly Who[] =>
  WHO.toSorted((a, b) => Number(may.includes(a)) - Number(may.includes(b)))
