/** Last season: matches, runs, strike rate, wickets, economy. */
type Season = readonly [matches: number, runs: number, strikeRate: number, wickets: number, economy: number]

/** An invented player. An empty country is an unknown nationality; the base price is in lakh. */
export type DemoPlayer = readonly [
  name: string,
  country: string,
  role: string,
  set: string,
  age: number | null,
  caps: number | null,
  baseLakh: number,
  season: Season,
]

const MARQUEE = 'Marquee'
const BATTERS = 'Batters and keepers'
const ALL_ROUNDERS = 'All-rounders'
const BOWLERS = 'Bowlers'

/** Nobody here is a real person. In the order in which the auction puts them up. */
export const DEMO_PLAYERS: readonly DemoPlayer[] = [
  ['Ruturaj Halwadkar', 'India', 'Batter', MARQUEE, 27, 41, 200, [14, 561, 151.2, 0, 0]],
  ['Calloway Brightmore', 'England', 'All-rounder', MARQUEE, 31, 88, 200, [13, 344, 158.6, 15, 8.61]],
  ['Mandla Khuzwayo-Pretorius', 'South Africa', 'Bowler', MARQUEE, 29, 63, 200, [14, 41, 112.0, 24, 7.48]],
  ['Devendra Sisodhara', 'India', 'Wicket-keeper', MARQUEE, 25, 22, 150, [14, 402, 147.9, 0, 0]],
  ['Tavita Faleolo', 'New Zealand', 'All-rounder', MARQUEE, 28, 37, 150, [12, 287, 163.1, 9, 8.94]],
  ['Yashpreet Dhaliwar', 'India', 'Bowler', MARQUEE, 26, 30, 150, [14, 12, 80.0, 21, 7.9]],

  ['Aarav Chiplunekar', 'India', 'Batter', BATTERS, 22, null, 50, [9, 214, 139.0, 0, 0]],
  ['Lachlan Wetherill', 'Australia', 'Batter', BATTERS, 30, 54, 125, [14, 438, 144.4, 0, 0]],
  ['Naveen Thirunavukkarasu', 'India', 'Wicket-keeper', BATTERS, 24, 3, 75, [13, 301, 136.8, 0, 0]],
  ['Oshane Merriweather', 'Jamaica', 'Batter', BATTERS, 27, 19, 100, [11, 276, 171.4, 0, 0]],
  ['Kartikeya Bhonsale', 'India', 'Batter', BATTERS, 19, null, 30, [4, 97, 133.0, 0, 0]],
  ['Pathum Ratnasekara', 'Sri Lanka', 'Wicket-keeper', BATTERS, 29, 46, 75, [10, 189, 131.2, 0, 0]],
  ['Zubin Irani-Contractor', 'India', 'Batter', BATTERS, 33, 11, 50, [8, 166, 128.7, 0, 0]],
  ['Hamish Glenorchy', 'Scotland', 'Batter', BATTERS, 26, 33, 40, [7, 158, 149.0, 0, 0]],
  ['Omkar Vengsarlekar', 'India', 'Batter', BATTERS, 21, null, 30, [6, 141, 142.4, 0, 0]],
  ['Rahmat Zadranwal', 'Afghanistan', 'Batter', BATTERS, 23, 28, 75, [12, 322, 155.5, 0, 0]],
  ['Bhargav Ananthapadmanabhan', 'India', 'Wicket-keeper', BATTERS, 20, null, 30, [3, 58, 126.0, 0, 0]],
  ['Ewan', '', 'Batter', BATTERS, null, null, 30, [5, 112, 137.0, 0, 0]],

  ['Sandeep Rajguru', 'India', 'All-rounder', ALL_ROUNDERS, 28, 14, 100, [14, 231, 146.1, 13, 8.2]],
  ['Thabiso Nkabinde', 'South Africa', 'All-rounder', ALL_ROUNDERS, 25, 17, 75, [10, 177, 152.3, 8, 9.1]],
  ['Ishaan Kulshrestha', 'India', 'All-rounder', ALL_ROUNDERS, 23, 2, 50, [11, 154, 140.0, 11, 7.95]],
  ['Marlon Castellaine', 'Barbados', 'All-rounder', ALL_ROUNDERS, 32, 71, 125, [13, 298, 166.0, 10, 9.32]],
  ['Sudarshan Pillaimar', 'India', 'All-rounder', ALL_ROUNDERS, 30, null, 40, [9, 88, 121.7, 9, 7.7]],
  ['Mushfiqul Haquedar', 'Bangladesh', 'All-rounder', ALL_ROUNDERS, 27, 52, 75, [8, 119, 127.0, 7, 8.05]],
  ['Vihaan Deshprabhu', 'India', 'All-rounder', ALL_ROUNDERS, 18, null, 30, [2, 31, 134.8, 1, 8.5]],
  ['Finn Ostlering', 'Netherlands', 'All-rounder', ALL_ROUNDERS, 26, 40, 50, [7, 96, 138.1, 6, 8.8]],
  ['Gurnoor Sekhwan', 'India', 'All-rounder', ALL_ROUNDERS, 24, null, 50, [12, 143, 149.6, 9, 8.4]],
  ['Prabin Thapaliya', 'Nepal', 'All-rounder', ALL_ROUNDERS, 22, 31, 30, [5, 61, 125.0, 5, 7.6]],
  ['Siddhanth Krishnamoorthy-Iyengar', 'India', 'All-rounder', ALL_ROUNDERS, 29, 5, 75, [10, 171, 133.6, 8, 8.15]],

  ['Jasraj Multanwala', 'India', 'Bowler', BOWLERS, 27, 9, 100, [14, 9, 75.0, 18, 8.02]],
  ['Kagiso Letsholonyane', 'South Africa', 'Bowler', BOWLERS, 24, 6, 75, [9, 4, 66.7, 12, 8.44]],
  ['Abhinandan Rautela', 'India', 'Bowler', BOWLERS, 22, null, 40, [8, 3, 60.0, 9, 7.8]],
  ['Noor Gulzari', 'Afghanistan', 'Bowler', BOWLERS, 21, 25, 125, [13, 22, 104.8, 19, 6.91]],
  ['Balasubramaniam Chandrashekharan', 'India', 'Bowler', BOWLERS, 34, 18, 50, [10, 7, 70.0, 10, 7.33]],
  ['Jock Tarrantine', 'Australia', 'Bowler', BOWLERS, 28, 20, 100, [11, 15, 115.4, 14, 8.67]],
  ['Mohit Barapatre', 'India', 'Bowler', BOWLERS, 19, null, 30, [3, 0, 0, 4, 9.0]],
  ['Tinashe Mupariwada', 'Zimbabwe', 'Bowler', BOWLERS, 26, 38, 40, [6, 8, 88.9, 7, 7.92]],
  ['Lokesh Gadhinglajkar', 'India', 'Bowler', BOWLERS, 25, null, 30, [5, 2, 50.0, 6, 8.1]],
  ['Kieron Basdeo', 'Trinidad and Tobago', 'Bowler', BOWLERS, 30, 44, 75, [9, 19, 118.8, 11, 7.21]],
  ['Anirban Chattopadhyay-Roy', 'India', 'Bowler', BOWLERS, 23, 1, 50, [10, 5, 62.5, 12, 8.3]],
]
