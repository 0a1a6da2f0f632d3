import { join } from 'node:path'
import { sha256 } from '../../platform/sha256.ts'
import { type Journal, openJournal } from './journal.ts'
import { type Pairing, replicaPlaces } from './replica-folder.ts'

/** What of a pairing says which office it is. */
export type JournalOwner = Pick<Pairing, 'office' | 'begunAt'>

/**
 * Folder of the journal that belongs to an office; of no office before the first pairing. A restored office is the same one, with
 * another id: what waits is handed to it.
 * @example journalFolder('/data', pairing) // '/data/replica/journal/3f1c…'
 */
export function journalFolder(dataFolder: string, owner: JournalOwner | null): string {
  const name = owner === null ? 'unpaired' : sha256(`${owner.office.uscc}\n${owner.begunAt}`).slice(0, 16)
  return join(replicaPlaces(dataFolder).journal, name)
}

/** The journals of a computer that was paired with one office after another. */
export type JournalsByOffice = {
  /** The journal of one office. */
  readonly of: (owner: JournalOwner | null) => Journal
  /** That of the office it is paired with at the moment of each call. */
  readonly now: Journal
}

/**
 * Keeps a journal for each office: what a computer was told while it showed one office's board is handed to that office and to no
 * other, and waits aside while it is paired with another.
 * @example openJournals('/data', pairing).now.append(line)
 */
export function openJournals(dataFolder: string, pairing: () => Pairing | null): JournalsByOffice {
  const opened = new Map<string, Journal>()
  const of = (owner: JournalOwner | null): Journal => {
    const folder = journalFolder(dataFolder, owner)
    const journal = opened.get(folder) ?? openJournal(folder)
    opened.set(folder, journal)
    return journal
  }
  const now = () => of(pairing())
  return {
    of,
    now: {
      append: (entry) => now().append(entry),
      pending: () => now().pending(),
      acknowledge: (sequence) => now().acknowledge(sequence),
      lost: () => now().lost(),
      waiting: () => now().waiting(),
    },
  }
}
