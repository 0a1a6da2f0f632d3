import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openShell, type Shell } from './run-board.ts'

let shell: Shell
beforeEach(() => {
  shell = openShell()
})
afterEach(() => shell.remove())

const BOARD = fileURLToPath(new URL('../../../server/cli/board.ts', import.meta.url))

it('serves until told to stop, with the two addresses on lines of their own', async () => {
  const words = [BOARD, 'serve', '--data', shell.data, '--desk-port', '0', '--public-port', '0']
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(server, 'exit')
  try {
    const lines: string[] = []
    for await (const line of createInterface({ input: server.stdout })) {
      lines.push(line)
      if (lines.length === 2) break
    }
    expect(lines[0]).toMatch(/^desk: http:\/\/127\.0\.0\.1:\d+\/open\?key=/)
    expect(lines[1]).toMatch(/^kiosk: http:\/\/127\.0\.0\.1:\d+\/kiosk\/$/)
    const kiosk = new URL(lines[1]?.slice('kiosk: '.length) ?? '')
    const answer = await fetch(new URL('/api/public/home', kiosk))
    expect(answer.status).toBe(503)
    const second = await shell.json(['serve'])
    expect(second).toMatchObject({ ok: false, code: 'office.data-folder-in-use' })
  } finally {
    server.kill('SIGTERM')
  }
  expect((await ended)[0]).toBe(0)
})
