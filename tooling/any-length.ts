import { configureGlobal } from 'fast-check'

// A list of “up to 120 acts” has hardly ten by default, and no match is over after ten balls: where a test names a bound, it is meant.
configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true })
