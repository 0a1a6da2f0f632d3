import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { closeServer, listenNear } from '../../platform/listen.ts'
import { mountServer } from '../mounts.ts'
import { staticFilesIn } from '../../platform/static-files.ts'
import type { Mount } from '../trust.ts'
import { rendererFolder } from './renderer-folder.ts'

/**
 * Gives the browser that prints an address of its own for the moment: the public mount over the same parts, on the loopback.
 * A board that runs on the folder is left alone; it would not know the tickets of this process.
 * @example await withPrintAddress(deps, (address) => buildSheet(deps, person, order, address))
 */
export async function withPrintAddress<T>(deps: Deps, work: (address: string) => Promise<T>): Promise<T> {
  const hosts: string[] = []
  const mount: Mount = {
    kind: 'public',
    transport: 'loopback',
    hosts,
    launchSecret: deps.ids.secret(),
    publicAddress: () => '',
  }
  const app = createApp(deps, staticFilesIn(rendererFolder()))
  const server = mountServer((request, bindings) => app.fetch(request, bindings), mount)
  const host = `127.0.0.1:${await listenNear(server, 0, '127.0.0.1')}`
  hosts.push(host)
  try {
    return await work(`http://${host}`)
  } finally {
    await closeServer(server)
  }
}
