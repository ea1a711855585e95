/** Who can sign in to the demo league, all with one password that `npm start` prints; the e-mail's first part says what for. */
export const DEMO_PEOPLE = [
  { email: 'admin@gavel.test', name: 'Asha Venkataraman' },
  { email: 'organiser@gavel.test', name: 'Oriol Mascarenhas' },
  { email: 'auctioneer@gavel.test', name: 'Constance Abernathy' },
  { email: 'owner1@gavel.test', name: 'Harshad Kotwal' },
  { email: 'owner2@gavel.test', name: 'Meher Daruwalla' },
  { email: 'owner3@gavel.test', name: 'Leopold Fernandes' },
  { email: 'owner4@gavel.test', name: 'Savitri Nambudiripad' },
  { email: 'owner5@gavel.test', name: 'Tenzing Lhakpa' },
  { email: 'owner6@gavel.test', name: 'Farida Qasimi' },
  { email: 'player1@gavel.test', name: 'Jaideep Sarvaiya' },
  { email: 'scorer@gavel.test', name: 'Winifred Oyelaran' },
  { email: 'fan@gavel.test', name: 'Bosco Pereira' },
] as const
export type DemoEmail = (typeof DEMO_PEOPLE)[number]['email']
