import type { InboxItem } from '@gavel/api'
import {
  BadgeCheck,
  CalendarDays,
  ClipboardList,
  Gavel,
  type LucideIcon,
  MessageSquareText,
  ReceiptText,
  ShieldCheck,
  Users,
} from 'lucide-react'

type Look = {
  Icon: LucideIcon
  /** As a line of the settings. */
  title: string
  words: string
}

/** What each kind of notification is about. */
export const KINDS: Readonly<Record<InboxItem['kind'], Look>> = {
  sold: { Icon: Gavel, title: 'Your sale', words: 'Which team bought you, for how much, and what comes next.' },
  squad: { Icon: Users, title: 'Your squad', words: 'Whom your team came out of an auction with.' },
  registration: {
    Icon: ClipboardList,
    title: 'Your registrations',
    words: 'Confirmed, waiting, turned down, or a place that became free.',
  },
  payment: { Icon: ReceiptText, title: 'Your payments', words: 'Paid, not gone through, or given back.' },
  staff: {
    Icon: BadgeCheck,
    title: 'Your appointments',
    words: 'Asked to organise, conduct or score, or to bid for a team.',
  },
  event: {
    Icon: CalendarDays,
    title: 'Your events',
    words: 'Changed, cancelled or over.',
  },
  request: {
    Icon: MessageSquareText,
    title: 'Requests to you',
    words: 'Somebody asks for something that you may decide.',
  },
  account: {
    Icon: ShieldCheck,
    title: 'Your account',
    words: 'How you sign in was changed.',
  },
}
