import { once } from 'node:events'
import { createCountyDeps } from '../../county/create-deps.ts'
import { ingestPackage } from '../../county/ingest/ingest-package.ts'

// Loads everything, says so, and takes in the file that is named on its standard input.
const [dataFolder = '', databaseUrl = ''] = process.argv.slice(2)
const deps = await createCountyDeps({ dataFolder, databaseUrl })
if (!deps.ok) throw new Error(deps.code)
process.stdout.write('ready\n')
const [file] = (await once(process.stdin, 'data')) as [Buffer]
process.stdout.write('begun\n')
const taken = await ingestPackage(deps.value, {
  file: file.toString('utf8').trim(),
  cameBy: 'FILE',
  actor: 'cli',
})
process.stdout.write(`${taken.ok ? taken.value.outcome : taken.code}\n`)
await deps.value.sql.close()
process.exit(0)
