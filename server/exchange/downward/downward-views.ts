import type { DownwardItemRow } from '../../../db/repos/downward-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { Instruction } from '../../../domain/exchange/downward.ts'
import { INSTRUCTION_LIMIT, readInstruction } from '../../../sealed/read-instruction.ts'
import type { Deps } from '../../deps.ts'
import type { DownwardItemsView, DownwardItemView } from './views.ts'

const MOST_ENDED = 200
/** More missing packages than anybody asks the county for one by one. */
const MOST_MISSING = 100

async function instructionOf(
  deps: Pick<Deps, 'blobs'>,
  { kind, sha256, size }: DownwardItemRow,
): Promise<Instruction | null> {
  if (kind !== 'INSTRUCTION' || size > INSTRUCTION_LIMIT) return null
  return readInstruction(await deps.blobs.get(sha256))
}

/**
 * One thing the county sent as the desk shows it.
 * @example (await itemView(deps, row)).instruction?.due
 */
export async function itemView(deps: Pick<Deps, 'blobs'>, row: DownwardItemRow): Promise<DownwardItemView> {
  const { end } = row
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    version: row.version,
    title: row.title,
    fileName: row.fileName,
    size: row.size,
    sequence: row.sequence,
    cameAt: row.cameAt,
    instruction: await instructionOf(deps, row),
    end: end && {
      how: end.how,
      note: end.note,
      at: end.at,
      by: end.accountId === null ? null : { id: end.accountId, name: end.byName ?? '' },
    },
  }
}

/** What is due first stands first; what has no date stands after. */
function byDue(one: DownwardItemView, other: DownwardItemView): number {
  const [a, b] = [one.instruction?.due ?? '9999-12-31', other.instruction?.due ?? '9999-12-31']
  return a.localeCompare(b)
}

/**
 * Several of them, instructions with the nearest date first.
 * @example await itemViews(deps, read.downward.open())
 */
export async function itemViews(
  deps: Pick<Deps, 'blobs'>,
  rows: readonly DownwardItemRow[],
): Promise<readonly DownwardItemView[]> {
  const views: DownwardItemView[] = []
  for (const row of rows) views.push(await itemView(deps, row))
  return views.toSorted(byDue)
}

/**
 * Numbers of packages below the newest one that never came, from the county's database that sent last.
 * @example missingSequences(read, 'county-1') // [3]
 */
export function missingSequences(read: Pick<Reads, 'downward'>, countyInstanceId: string): readonly number[] {
  const known = new Set(read.downward.sequences(countyInstanceId))
  const newest = Math.max(0, ...known)
  const missing: number[] = []
  for (let sequence = 1; sequence < newest && missing.length < MOST_MISSING; sequence++) {
    if (!known.has(sequence)) missing.push(sequence)
  }
  return missing
}

/**
 * What the county sent: what nobody has decided about, and what was decided, newest first.
 * @example (await downwardItemsView(deps)).open.length
 */
export async function downwardItemsView(deps: Pick<Deps, 'blobs' | 'store'>): Promise<DownwardItemsView> {
  const { read } = deps.store
  const ended: DownwardItemView[] = []
  for (const row of read.downward.ended(MOST_ENDED)) ended.push(await itemView(deps, row))
  const county = read.downward.newestCounty()
  return {
    open: await itemViews(deps, read.downward.open()),
    ended,
    missingSequences: county === undefined ? [] : missingSequences(read, county),
  }
}
