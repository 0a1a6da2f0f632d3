/** One database of the county, by its receipts on record. */
export type CountyDatabase = {
  readonly id: string
  /** Ids it had before it was restored. */
  readonly former: readonly string[]
  /** When its first receipt that did not come late was taken in, as a growing number; null when all of them came late. */
  readonly established: number | null
  /** How far it held a database of the office by the lowest number of its receipts; null when it held nothing. */
  readonly held: { readonly instanceId: string; readonly change: number } | null
  /** It gave receipts before the lowest on record, or may have: that one does not go on from what a former database gave. */
  readonly unheard: boolean
}

/**
 * Databases of the county in the order in which they followed each other; the last one counts. One of which only late receipts came
 * stands before the first that names it as former.
 * @example inSuccession(databases).at(-1)?.id
 */
export function inSuccession(databases: readonly CountyDatabase[]): readonly CountyDatabase[] {
  const order = databases
    .filter(({ established }) => established !== null)
    .toSorted((one, other) => (one.established ?? 0) - (other.established ?? 0))
  for (const late of databases.filter(({ established }) => established === null)) {
    const heir = order.findIndex(({ former }) => former.includes(late.id))
    order.splice(Math.max(heir, 0), 0, late)
  }
  return order
}

/**
 * How far the word of one database of the county still counts on changes of an office's database: without limit for the last one; up to
 * what its heirs still held of it after a restore; not at all when another county took its place, nor while first receipts of an heir are
 * missing, which may say the opposite. 0: nothing of it counts.
 * Source: lessons, story 2 (a restored county has forgotten, and says so).
 * @example wordCountsUpTo(order, 0, instanceId) // 40
 */
export function wordCountsUpTo(order: readonly CountyDatabase[], at: number, instanceId: string): number {
  const own = order[at]?.id ?? ''
  return order.slice(at + 1).reduce((limit, { former, held, unheard }) => {
    const kept = !unheard && former.includes(own) && held?.instanceId === instanceId ? held.change : 0
    return Math.min(limit, kept)
  }, Number.POSITIVE_INFINITY)
}
