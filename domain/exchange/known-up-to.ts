/**
 * The number up to which everything of a county's numbered series is on record, so that what is greater is asked for; 0 when all of it is. A
 * restored county goes on from where its backup stood: what its former database gave below the first number of the present one counts as on
 * record. A gap (something came by drive, and what was before it did not) ends it.
 * @example knownUpTo([11, 12, 14], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) // 12
 */
export function knownUpTo(present: readonly number[], former: readonly number[]): number {
  if (present.length === 0) return 0
  const first = Math.min(...present)
  const known = new Set([...present, ...former.filter((number) => number < first)])
  let upTo = 0
  while (known.has(upTo + 1)) upTo += 1
  return upTo
}
