import { ingestSuite } from './ingest-suite.ts'
import { judgingSuite } from './judging-suite.ts'

ingestSuite('embedded', () => null)
judgingSuite('embedded', () => null)
