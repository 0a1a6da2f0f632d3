import { join } from 'node:path'
import { startBoardServer } from '../../server/start.ts'

// A board server in a process of its own, with the built screens, to be killed: journey-process.ts starts it.
const [dataFolder = '', deskPort = '0', publicPort = '0'] = process.argv.slice(2)
const started = await startBoardServer({
  dataFolder,
  deskPort: Number(deskPort),
  publicPort: Number(publicPort),
  rendererFolder: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
})
if (!started.ok) throw new Error(`${started.code} ${JSON.stringify(started.params)}`)
const { deskPort: desk, publicPort: open, launchSecret } = started.value
process.stdout.write(`${JSON.stringify({ deskPort: desk, publicPort: open, launchSecret })}\n`)
