import { DeskClient } from './desk-client.ts'
import { type Child, startChild } from './kill-child.ts'
import { sendOverSocket } from './mounts.ts'

/** The whole board server in a process of its own, as the start script runs it. */
export type ServerChild = Child & {
  readonly deskUrl: string
  readonly kioskUrl: string
  /** A browser opened with this launch's key. */
  readonly desk: () => Promise<DeskClient>
}

const PROGRAM = new URL('../../server/main.ts', import.meta.url)

/** Starts the server on a data folder and waits for its addresses. */
export async function startServerChild(dataFolder: string): Promise<ServerChild> {
  const child = startChild(PROGRAM, ['--data', dataFolder, '--desk-port', '0', '--public-port', '0'])
  const [line] = await child.seen(/^data: /)
  if (line === undefined) throw new Error(`the server did not start: ${child.errors()}`)
  const address = (name: string) =>
    child.lines.find((said) => said.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
  const deskUrl = address('desk')
  const { origin, port, pathname, search } = new URL(deskUrl)
  return {
    ...child,
    deskUrl,
    kioskUrl: address('kiosk'),
    desk: async () => {
      const client = new DeskClient(sendOverSocket(Number(port)), origin)
      await client.raw('GET', pathname + search)
      return client
    },
  }
}

/** Starts the server without waiting for anything: it may refuse to. */
export function startSecondServer(dataFolder: string): Child {
  return startChild(PROGRAM, ['--data', dataFolder, '--desk-port', '0', '--public-port', '0'])
}
