import { ingestSuite } from './ingest-suite.ts'
import { judgingSuite } from './judging-suite.ts'
import { startPostgres } from './support/postgres.ts'

ingestSuite('PostgreSQL', startPostgres)
judgingSuite('PostgreSQL', startPostgres)
