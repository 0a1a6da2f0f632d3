import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** A built file of the screens. */
export type StaticFile = { readonly path: string; readonly type: string; readonly hashed: boolean }

/** The built screens: only what was there at start can be asked for, so no address can climb out of the folder. */
export type StaticFiles = {
  /** Looks an address up, e.g. `/kiosk/` or `/assets/desk-1a2b.js`. */
  readonly find: (path: string) => StaticFile | undefined
  readonly read: (file: StaticFile) => Buffer
  /** Gzipped once and kept: text files only. */
  readonly readGzipped: (file: StaticFile) => Buffer | null
}

/**
 * Lists the built screens of a folder. An empty or missing folder gives an empty list: the API then runs alone.
 * @example staticFilesIn('out/renderer').find('/kiosk/')
 */
export function staticFilesIn(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>()
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) walk(path)
      else {
        const address = `/${relative(folder, path).split(sep).join('/')}`
        const type = TYPES[extname(entry.name)] ?? 'application/octet-stream'
        const file = { path, type, hashed: address.startsWith('/assets/') }
        files.set(address, file)
        if (entry.name === 'index.html') files.set(address.slice(0, -'index.html'.length), file)
      }
    }
  }
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) walk(folder)
  const gzipped = new Map<string, Buffer>()
  return {
    find: (path) => files.get(path),
    read: (file) => readFileSync(file.path),
    readGzipped: (file) => {
      if (!/javascript|css|json|svg/.test(file.type)) return null
      const known = gzipped.get(file.path)
      if (known) return known
      const bytes = gzipSync(readFileSync(file.path), { level: 9 })
      gzipped.set(file.path, bytes)
      return bytes
    },
  }
}
