/** Wrong PINs in a row that cost nothing. */
export const FREE_PIN_TRIES = 5
const FIRST_WAIT_SECONDS = 15 * 60
const LONGEST_WAIT_SECONDS = 4 * 60 * 60

/**
 * How long the maintenance PIN is closed after so many wrong ones in a row, in seconds: nothing before the fifth, then a quarter
 * of an hour that doubles with each further one, four hours at most, so that a guard who forgot it is not kept out for days.
 * @example pinWait(5) // 900
 */
export function pinWait(failures: number): number {
  if (failures < FREE_PIN_TRIES) return 0
  return Math.min(FIRST_WAIT_SECONDS * 2 ** Math.min(failures - FREE_PIN_TRIES, 10), LONGEST_WAIT_SECONDS)
}

/**
 * What is left of that wait when all one knows is the time of the last wrong PIN, in seconds: after a restart of the program.
 * A clock that was set back counts as no time passed; one wait is then the most anybody waits. One set ahead ends it early,
 * which whoever may set the clock can do anyway.
 * @example pinWaitLeft(5, 60) // 840
 */
export function pinWaitLeft(failures: number, secondsSince: number): number {
  return Math.max(0, pinWait(failures) - Math.max(0, secondsSince))
}

/**
 * Wrong PINs of a day from the office's network, all its computers together; then the network is kept out until the day of the
 * oldest is over. One computer alone never comes so far (its own wait holds it at fourteen), and the computer the server runs on, with
 * the glass beside it, is not held to it: otherwise whoever guesses could lock out whoever knows the PIN.
 */
export const NETWORK_PIN_TRIES = 30
/** How long a wrong PIN counts for that, in seconds. */
export const NETWORK_PIN_SECONDS = 24 * 60 * 60

/**
 * How long the network is kept out, in seconds, by how long ago each of its wrong PINs was, in seconds.
 * @example networkPinWait([60, 30]) // 0
 */
export function networkPinWait(secondsSince: readonly number[]): number {
  const counted = secondsSince.filter((since) => since < NETWORK_PIN_SECONDS).toSorted((a, b) => a - b)
  const oldest = counted[NETWORK_PIN_TRIES - 1]
  return oldest === undefined ? 0 : NETWORK_PIN_SECONDS - Math.max(0, oldest)
}
