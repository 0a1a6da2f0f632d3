import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder } from '../../platform/flush-folder.ts'
import { only, type Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'

/** What the data folder remembers of the database: a database that knows less was restored from a backup. */
export type InstanceMark = {
  readonly format: 'county-instance/1'
  readonly instanceId: string
  /** How many receipts were numbered at least. */
  readonly receipts: number
}

const shape = z.strictObject({
  format: z.literal('county-instance/1'),
  instanceId: z.string(),
  receipts: z.int().min(0),
})

/**
 * Reads `<data>/instance.json`; null when there is none, or none that can be read: then nothing can be said.
 * @example await readMark('/county')
 */
export async function readMark(dataFolder: string): Promise<InstanceMark | null> {
  try {
    return shape.parse(JSON.parse(await readFile(join(dataFolder, 'instance.json'), 'utf8')))
  } catch {
    return null
  }
}

/**
 * How many receipts the database has numbered, some of them never given.
 * @example await receiptMark(sql)
 */
export async function receiptMark(sql: Sql): Promise<number> {
  const { mark } = only(
    await sql.query<{ mark: number }>(
      'SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS mark FROM receipt_mark',
    ),
  )
  return mark
}

/**
 * Writes into the data folder how far the database is, after a transaction that gave a receipt has ended. A crash before it leaves the mark
 * behind, which says nothing wrong.
 * @example await raiseMark(deps)
 */
export async function raiseMark(deps: Pick<CountyDeps, 'sql' | 'dataFolder' | 'ids'>): Promise<void> {
  const { instance_id: instanceId } = only(
    await deps.sql.query<{ instance_id: string }>('SELECT instance_id FROM county'),
  )
  const mark: InstanceMark = {
    format: 'county-instance/1',
    instanceId,
    receipts: await receiptMark(deps.sql),
  }
  const target = join(deps.dataFolder, 'instance.json')
  const partial = `${target}.${deps.ids.next()}.partial`
  const handle = await open(partial, 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(mark)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, target)
  await flushFolder(deps.dataFolder)
}
