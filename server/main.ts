import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBoardServer } from './start.ts'

function defaultDataFolder(): string {
  const base =
    process.platform === 'win32'
      ? process.env['LOCALAPPDATA']
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Application Support')
        : (process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'))
  return join(base ?? homedir(), 'disclosure-board')
}

/** Prints one fact a line, for the start script and for people. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'desk-port': { type: 'string' },
    'public-port': { type: 'string' },
    lan: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
  },
})
const dataFolder = values.data ?? (values.sample ? join(defaultDataFolder(), 'sample') : defaultDataFolder())
const port = (text: string | undefined) => (text === undefined ? {} : { value: Number(text) })
const deskPort = port(values['desk-port']).value
const publicPort = port(values['public-port']).value

const started = await startBoardServer({
  dataFolder,
  lan: values.lan,
  ...(deskPort !== undefined && { deskPort }),
  ...(publicPort !== undefined && { publicPort }),
})
if (!started.ok) {
  if (started.code === 'office.data-folder-in-use') {
    say(`running: ${String(started.params['deskUrl'])}`)
    process.exitCode = 3
  } else {
    process.stderr.write(`${started.code} ${JSON.stringify(started.params)}\n`)
    process.exitCode = 1
  }
} else {
  const board = started.value
  say(`desk: ${board.deskUrl}`)
  say(`kiosk: ${board.kioskUrl}`)
  say(`data: ${dataFolder}`)
  const stop = () => {
    void board.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
