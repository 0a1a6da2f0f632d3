import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { createApp } from '../../server/app.ts'
import { createDeps } from '../../server/create-deps.ts'
import type { Deps } from '../../server/deps.ts'
import { startBoardServer } from '../../server/start.ts'
import { staticFilesIn } from '../../platform/static-files.ts'
import type { Mount } from '../../server/trust.ts'
import { DeskClient, type Send } from './desk-client.ts'
import { putEmptyBoard } from './empty-board.ts'
import { quickPasswords } from './quick-passwords.ts'
import { type TestClock, testClock } from './test-clock.ts'

/** A board reached through one kind of mount, with two small screens built. */
export type MountedBoard = {
  readonly deps: Deps
  readonly clock: TestClock
  readonly dataFolder: string
  readonly launchSecret: string
  /** A browser opened with this launch's key. */
  readonly desk: () => Promise<DeskClient>
  /** A browser at the desk's address that was not opened with the key. */
  readonly stranger: () => DeskClient
  /** A browser on the public mount. */
  readonly visitor: () => DeskClient
  readonly deskOrigin: string
  readonly publicOrigin: string
  /** Ports of real sockets; null on the bare app. */
  readonly ports: { readonly desk: number; readonly open: number } | null
  readonly close: () => Promise<void>
}

/** What a mount is opened with. */
export type MountOptions = { readonly logger?: Logger; readonly idleLockMinutes?: number }

/** One way to reach the app. */
export type MountKind = {
  readonly name: string
  /** Whether the public mount answers to any name; only the office's own network has names we cannot know. */
  readonly anyHost: boolean
  readonly open: (options?: MountOptions) => Promise<MountedBoard>
}

/** Two screens and a script, as the build makes them. */
export function buildScreens(folder: string): string {
  const html =
    '<!doctype html><style nonce="__CSP_NONCE__"></style><script type="module" src="/assets/kiosk-1a2b.js"></script>'
  for (const screen of ['desk', 'kiosk']) {
    mkdirSync(join(folder, screen), { recursive: true })
    writeFileSync(join(folder, screen, 'index.html'), html)
  }
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'assets', 'kiosk-1a2b.js'), 'document.title = "公开栏"\n'.repeat(50))
  writeFileSync(join(folder, 'assets', 'pdf.worker.min-1a2b.js'), 'self.name\n')
  return folder
}

/** Sends over a real socket. Not `fetch`: that one would put its own Host in place of ours. */
export function sendOverSocket(port: number): Send {
  return async (request) => {
    const body = Buffer.from(await request.arrayBuffer())
    const { pathname, search } = new URL(request.url)
    return new Promise((resolve, reject) => {
      const headers = Object.fromEntries(request.headers)
      // Node frames the body of a DELETE only when told its length.
      if (body.byteLength > 0) headers['content-length'] = String(body.byteLength)
      const outgoing = httpRequest(
        { host: '127.0.0.1', port, method: request.method, path: pathname + search, headers, agent: false },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.once('error', reject)
          incoming.once('end', () => {
            const received = new Headers()
            for (const [name, values] of Object.entries(incoming.headersDistinct)) {
              for (const value of values ?? []) received.append(name, value)
            }
            const status = incoming.statusCode ?? 0
            const empty = status === 204 || status === 304
            resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers: received }))
          })
        },
      )
      outgoing.once('error', reject)
      // A length said in the test stands in for a body that is too long to make.
      if (body.byteLength === 0 && request.headers.has('content-length')) outgoing.flushHeaders()
      else outgoing.end(body)
    })
  }
}

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'board-mount-'))
}

async function openBare(options: MountOptions = {}): Promise<MountedBoard> {
  const dataFolder = freshFolder()
  putEmptyBoard(dataFolder)
  const clock = testClock()
  const created = createDeps(dataFolder, {
    clock,
    logger: pino({ level: 'silent' }),
    passwords: quickPasswords,
    ...options,
  })
  if (!created.ok) throw new Error(created.code)
  const deps = created.value
  const app = createApp(deps, staticFilesIn(buildScreens(join(dataFolder, 'screens'))))
  const launchSecret = deps.ids.secret()
  const shared = { launchSecret, publicAddress: () => '' }
  const deskMount: Mount = { kind: 'desk', transport: 'bare', hosts: ['desk.test'], ...shared }
  const publicMount: Mount = { kind: 'public', transport: 'bare', hosts: ['kiosk.test'], ...shared }
  const send =
    (mount: Mount): Send =>
    async (request) =>
      app.fetch(request, { mount })
  const close = async () => {
    deps.store.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
  const origins = { desk: 'http://desk.test', open: 'http://kiosk.test' }
  return board(
    { deps, clock, dataFolder, launchSecret, origins, ports: null, close },
    send(deskMount),
    send(publicMount),
  )
}

async function openOnSockets(lan: boolean, options: MountOptions = {}): Promise<MountedBoard> {
  const dataFolder = freshFolder()
  const clock = testClock()
  const rendererFolder = buildScreens(join(dataFolder, 'screens'))
  const started = await startBoardServer({
    ...{
      dataFolder,
      clock,
      rendererFolder,
      lan,
      deskPort: 0,
      publicPort: 0,
      logger: pino({ level: 'silent' }),
    },
    ...options,
  })
  if (!started.ok) throw new Error(started.code)
  const { deps, deskPort, publicPort, launchSecret } = started.value
  const close = async () => {
    await started.value.close()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
  const origins = { desk: `http://127.0.0.1:${deskPort}`, open: `http://127.0.0.1:${publicPort}` }
  const ports = { desk: deskPort, open: publicPort }
  const parts = { deps, clock, dataFolder, launchSecret, origins, ports, close }
  return board(parts, sendOverSocket(deskPort), sendOverSocket(publicPort))
}

type Parts = Pick<MountedBoard, 'deps' | 'clock' | 'dataFolder' | 'launchSecret' | 'ports' | 'close'> & {
  readonly origins: { readonly desk: string; readonly open: string }
}

function board({ origins, ...parts }: Parts, toDesk: Send, toPublic: Send): MountedBoard {
  const stranger = () => new DeskClient(toDesk, origins.desk)
  return {
    ...parts,
    deskOrigin: origins.desk,
    publicOrigin: origins.open,
    stranger,
    visitor: () => new DeskClient(toPublic, origins.open),
    desk: async () => {
      const client = stranger()
      await client.raw('GET', `/open?key=${parts.launchSecret}`)
      return client
    },
  }
}

/** The three mounts of the product: called bare, on the loopback, and with the public mount open to the network. */
export const MOUNTS: readonly MountKind[] = [
  { name: 'the bare app', anyHost: false, open: openBare },
  { name: 'loopback sockets', anyHost: false, open: (options) => openOnSockets(false, options) },
  { name: 'LAN sockets', anyHost: true, open: (options) => openOnSockets(true, options) },
]

/** The bare app alone, for tests that need no socket. */
export const openBareBoard = openBare

/** Loopback sockets alone, for attacks that need one. */
export function openLoopbackBoard(options?: MountOptions): Promise<MountedBoard> {
  return openOnSockets(false, options)
}
