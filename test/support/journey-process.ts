import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DeskClient } from './desk-client.ts'

/** A board server running as a process of its own. */
export type ServerProcess = {
  readonly deskUrl: string
  readonly deskOrigin: string
  readonly deskPort: number
  readonly publicPort: number
  readonly openDesk: () => Promise<DeskClient>
  /** Ends it the way a power cut does: nothing is flushed, nothing is said goodbye to. */
  readonly kill: () => Promise<void>
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the server ended before it was ready')
}

/** Starts a server over a folder; the same ports let an open page find it again. */
export async function startServerProcess(
  dataFolder: string,
  ports: { readonly deskPort: number; readonly publicPort: number } = { deskPort: 0, publicPort: 0 },
): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('./journey-server.ts', import.meta.url))
  const words = [script, dataFolder, String(ports.deskPort), String(ports.publicPort)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = JSON.parse(await firstLine(child)) as {
    deskPort: number
    publicPort: number
    launchSecret: string
  }
  const deskOrigin = `http://127.0.0.1:${ready.deskPort}`
  const open = `/open?key=${ready.launchSecret}`
  return {
    deskOrigin,
    deskUrl: deskOrigin + open,
    deskPort: ready.deskPort,
    publicPort: ready.publicPort,
    openDesk: async () => {
      const client = new DeskClient(fetch, deskOrigin)
      await client.raw('GET', open)
      return client
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
