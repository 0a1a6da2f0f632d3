import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Transaction } from '@electric-sql/pglite'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { holdFile } from '../../platform/exclusive-file.ts'
import { quietFault } from './database-fault.ts'
import { holdable, type CountySql, type Sql, type SqlScript, type SqlValue } from './sql.ts'

const parsers = { 20: Number, 1700: Number }

function sqlOf(database: PGlite | Transaction): Sql & SqlScript {
  return {
    query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      try {
        const { rows } = await database.query<Row>(text, holdable(values))
        return rows
      } catch (error) {
        throw quietFault(error)
      }
    },
    script: async (text) => {
      await database.exec(text)
    },
  }
}

/**
 * Opens the embedded database in `<data>/pglite`, for a trial on one computer; null keeps it in memory, for tests. Refuses
 * `county.data-folder-in-use` while another process has it open: two of them would destroy it.
 * @example await openPglite('/data')
 */
export async function openPglite(dataFolder: string | null): Promise<Result<CountySql>> {
  if (dataFolder === null) return accept(await openIn(undefined, () => undefined))
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const held = holdFile(join(dataFolder, 'county.lock'))
  if (held === null) return refuse('county.data-folder-in-use')
  try {
    return accept(await openIn(join(dataFolder, 'pglite'), () => held.letGo()))
  } catch (error) {
    held.letGo()
    throw error
  }
}

async function openIn(folder: string | undefined, closed: () => void): Promise<CountySql> {
  const database = await PGlite.create({ ...(folder !== undefined && { dataDir: folder }), parsers })
  return {
    query: sqlOf(database).query,
    transaction: (work) => database.transaction((open) => work(sqlOf(open))),
    close: async () => {
      await database.close()
      closed()
    },
  }
}
