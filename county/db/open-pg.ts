import pg from 'pg'
import { quietFault } from './database-fault.ts'
import { holdable, type CountySql, type Sql, type SqlScript, type SqlValue } from './sql.ts'

const INT8 = 20
const NUMERIC = 1700
/** Longer than any ingest waits for a row that another process holds. */
const CONNECT_MS = 10_000

/** A count or a number of a package never passes 2^53; as text it would be compared letter by letter. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
} as pg.CustomTypesConfig

function sqlOf(client: pg.Pool | pg.PoolClient): Sql & SqlScript {
  return {
    query: async <Row>(text: string, values: readonly SqlValue[] = []) => {
      try {
        const { rows } = await client.query(text, holdable(values))
        return rows as readonly Row[]
      } catch (error) {
        throw quietFault(error)
      }
    },
    script: async (text) => {
      await client.query(text)
    },
  }
}

/**
 * Opens PostgreSQL by its address; connections are made when they are needed.
 * @example openPg('postgres://county@127.0.0.1:5432/county')
 */
export function openPg(url: string, connections = 8): CountySql {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
  })
  // A connection that breaks while nobody uses it is thrown away by the pool; without a listener it would end the program.
  pool.on('error', () => undefined)
  return {
    query: sqlOf(pool).query,
    transaction: async (work) => {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const done = await work(sqlOf(client))
        await client.query('COMMIT')
        return done
      } catch (error) {
        await client.query('ROLLBACK').catch((cause: unknown) => {
          broken = cause instanceof Error ? cause : new Error(String(cause))
        })
        throw quietFault(error)
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}
