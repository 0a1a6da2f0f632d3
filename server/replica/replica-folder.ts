import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** With which office a computer is paired. */
export type Pairing = {
  readonly replicaId: string
  readonly instanceId: string
  readonly office: { readonly name: string; readonly uscc: string }
  /** Instant at which that board was begun: it stays over a restore, which changes the id. */
  readonly begunAt: string
  /** The office's package key: Ed25519, SPKI in base64. */
  readonly officeKey: string
  /** Address of the office's public mount, without a path. */
  readonly address: string
  readonly name: string
  readonly pairedAt: string
  /** This computer's own Ed25519 key of this pairing, PKCS #8 as PEM: made for it, kept with it, and never sent anywhere. */
  readonly privateKey: string
}

/** Which snapshot is shown; whoever renames this file switches. */
export type Current = {
  readonly sequence: number
  /** Name of its folder below `replica/generations`. */
  readonly generation: string
  readonly instanceId: string
  readonly createdAt: string
  /** What it is made of (see snapshot-content.ts): one number never stands for two contents. */
  readonly content: string
}

/** The last time the office was asked, and what came of it. */
export type LastPull = {
  readonly at: string
  /** Code of the refusal; null when all is well. */
  readonly refusal: string | null
  /** The office's own time at which nothing had changed since. */
  readonly checkedAt: string | null
  /** Seconds by which this clock is before (negative) or after the office's; null while unknown. */
  readonly drift: number | null
}

/** Where a replica keeps what, below its data folder. */
export type ReplicaPlaces = {
  readonly pairing: string
  readonly current: string
  readonly lastPull: string
  readonly clock: string
  readonly counter: string
  readonly generations: string
  readonly parts: string
  readonly journal: string
  /** Screens that were paired by way of this computer. */
  readonly screens: string
  readonly databaseOf: (generation: string) => string
  readonly manifestOf: (generation: string) => string
}

/**
 * Names the places of a replica.
 * @example replicaPlaces('/data').current // '/data/replica/current.json'
 */
export function replicaPlaces(dataFolder: string): ReplicaPlaces {
  const root = join(dataFolder, 'replica')
  const generations = join(root, 'generations')
  return {
    pairing: join(root, 'pairing.json'),
    current: join(root, 'current.json'),
    lastPull: join(root, 'last-pull.json'),
    clock: join(root, 'clock.json'),
    counter: join(root, 'counter.json'),
    generations,
    parts: join(root, 'parts'),
    journal: join(root, 'journal'),
    screens: join(root, 'screens.json'),
    databaseOf: (generation) => join(generations, generation, 'board.sqlite3'),
    manifestOf: (generation) => join(generations, generation, 'manifest.json'),
  }
}

/**
 * Whether a data folder belongs to a replica: then a plain start is one, too.
 * @example isReplicaFolder('/data')
 */
export function isReplicaFolder(dataFolder: string): boolean {
  return existsSync(replicaPlaces(dataFolder).pairing)
}

/**
 * Reads a small file of state; null where there is none, and where the disk spoilt it: no note of ours may keep the glass dark.
 * @example readState<Current>(places.current)?.sequence
 */
export function readState<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Puts a small file of state in place of the former one: on the disk first, then under its name, so that at any moment the
 * former or the new one is there whole.
 * @example writeState(places.current, current)
 */
export function writeState(file: string, state: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(state))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
  syncFolder(dirname(file))
}

/**
 * Brings the names in a folder onto the disk.
 * @example syncFolder('/data/replica')
 */
export function syncFolder(folder: string): void {
  // Windows cannot open folders; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
