import {
  DICTIONARY_KINDS,
  type DictionaryKind,
  type WordingEntry,
} from '../../domain/wording/wording-entry.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { wordingChoice, wordingEntry, wordingVersion } from '../schema/convention.ts'

const { asc, desc, eq, max } = orm

/** A dictionary as it was taken in, with the person's name. */
export type StoredWordingVersion = typeof wordingVersion.$inferSelect & { readonly byName: string }

/**
 * Reading the dictionaries of the wording check.
 * @example wordingReads(db).inUse('MISWRITING')?.version // undefined while the shipped one is in use
 */
export function wordingReads(db: Drizzle) {
  const versions = () =>
    db
      .select({ row: wordingVersion, name: account.name })
      .from(wordingVersion)
      .innerJoin(account, eq(account.id, wordingVersion.accountId))
  const inUse = (kind: DictionaryKind): string | null =>
    db
      .select({ id: wordingChoice.versionId })
      .from(wordingChoice)
      .where(eq(wordingChoice.kind, kind))
      .orderBy(desc(wordingChoice.sequence))
      .limit(1)
      .get()?.id ?? null
  return {
    /** Every version ever taken in, newest first in each kind. */
    versions: (): StoredWordingVersion[] =>
      versions()
        .orderBy(asc(wordingVersion.kind), desc(wordingVersion.version))
        .all()
        .map(({ row, name }) => ({ ...row, byName: name })),
    /** Id of the version in use; null for the one shipped with the program. */
    inUse,
    /** The versions in use, for telling whether what was built of them is still good. */
    allInUse: (): string => DICTIONARY_KINDS.map((kind) => inUse(kind) ?? '').join(' '),
    /** Entries of a version in the order of its file. */
    entries: (versionId: string): WordingEntry[] =>
      db
        .select({
          word: wordingEntry.word,
          suggestion: wordingEntry.suggestion,
          severity: wordingEntry.severity,
          note: wordingEntry.note,
          exceptions: wordingEntry.exceptions,
        })
        .from(wordingEntry)
        .where(eq(wordingEntry.versionId, versionId))
        .orderBy(asc(wordingEntry.position))
        .all(),
  }
}

/**
 * Writing dictionaries: a version whole, and which one is in use.
 * @example wordingWrites(db).choose({ kind: 'LEADER', versionId, accountId, at })
 */
export function wordingWrites(db: Drizzle) {
  return {
    /** Takes a version in with its entries; gives its number. */
    insert: (
      row: Omit<typeof wordingVersion.$inferSelect, 'version'>,
      entries: readonly WordingEntry[],
    ): number => {
      const last = db
        .select({ last: max(wordingVersion.version) })
        .from(wordingVersion)
        .where(eq(wordingVersion.kind, row.kind))
        .get()?.last
      const version = (last ?? 0) + 1
      db.insert(wordingVersion)
        .values({ ...row, version })
        .run()
      const statement = db.$client.prepare(
        `INSERT INTO wording_entry (version_id, position, word, suggestion, severity, note, exceptions)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      for (const [position, entry] of entries.entries()) {
        const { word, suggestion, severity, note, exceptions } = entry
        statement.run(row.id, position, word, suggestion, severity, note, JSON.stringify(exceptions))
      }
      return version
    },
    /** Puts a version to use. */
    choose: (row: Omit<typeof wordingChoice.$inferSelect, 'sequence'>): void => {
      db.insert(wordingChoice).values(row).run()
    },
  }
}
