import { join } from 'node:path'
import { accept, type Result } from '../../domain/refusal.ts'
import type { CountyDeps } from '../deps.ts'
import { ingestPackage } from '../ingest/ingest-package.ts'
import { countySelf } from '../office/county-repo.ts'
import { keysOf, officeByUscc } from '../office/office-repo.ts'
import { receiptByNumber } from '../receipt/receipts.ts'
import type { KnownOffice, ListenerParts, TakenIn } from '../transport/listener-parts.ts'

/**
 * What the listener for offices needs of this county: the same doors that a person at the pages uses, and no others.
 * @example await startExchangeListener(exchangeParts(deps, { logger, takenIn }), options)
 */
export function exchangeParts(
  deps: CountyDeps,
  around: { readonly logger: ListenerParts['logger']; readonly takenIn: () => void },
): ListenerParts {
  const { sql } = deps
  return {
    clock: deps.clock,
    ids: deps.ids,
    logger: around.logger,
    uploadFolder: join(deps.dataFolder, 'uploads'),
    instanceId: async () => {
      const county = await countySelf(sql)
      if (!county.ok) throw new Error('listens only once it is set up')
      return county.value.instance.id
    },
    officeByUscc: async (uscc): Promise<KnownOffice | null> => {
      const office = await officeByUscc(sql, uscc)
      if (office === undefined) return null
      const keys = (await keysOf(sql, office.id)).filter(({ state }) => state === 'ACTIVE')
      return { id: String(office.id), uscc, revoked: keys.length === 0, keys }
    },
    takeIn: async (path, office): Promise<Result<TakenIn>> => {
      const taken = await ingestPackage(deps, {
        file: path,
        cameBy: 'NETWORK',
        actor: 'network',
        officeId: Number(office.id),
      })
      if (!taken.ok) return taken
      around.takenIn()
      return accept({ receiptNumber: taken.value.receipt.number })
    },
    receiptNumbersAfter: async (office, number, most) => {
      const rows = await sql.query<{ number: number }>(
        'SELECT number FROM receipt WHERE office_id = $1 AND number > $2 ORDER BY number LIMIT $3',
        [Number(office.id), number, most],
      )
      return rows.map((row) => row.number)
    },
    receiptDocument: async (office, number) =>
      (await receiptByNumber(sql, Number(office.id), number))?.document ?? null,
    downwardAfter: async (office, sequence, most) => {
      const rows = await sql.query<{ sequence: number; sha256: string; size: number }>(
        `SELECT sequence, sha256, size FROM downward_package WHERE office_id = $1 AND sequence > $2
         ORDER BY sequence LIMIT $3`,
        [Number(office.id), sequence, most],
      )
      return rows.map((row) => ({ ...row, path: deps.blobs.pathOf(row.sha256) }))
    },
    heard: async (office) => {
      await sql.query('UPDATE office_standing SET last_contact_at = $2 WHERE office_id = $1', [
        Number(office.id),
        deps.clock.now(),
      ])
    },
  }
}
