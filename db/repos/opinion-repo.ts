import type { AdoptionResult } from '../../domain/voice/opinion.ts'
import type { OpinionChannel } from '../../domain/voice/opinion-channel.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { opinion, opinionAnswer, opinionMerge, opinionVersion } from '../schema/matter.ts'

const { and, eq, max } = orm

/** An opinion as it stands: newest version, newest merge, newest answer. */
export type StoredOpinion = {
  readonly id: string
  readonly consultationId: string
  readonly number: number
  readonly version: number
  readonly channel: OpinionChannel
  readonly receivedOn: string
  readonly name: string
  readonly contact: string
  readonly text: string
  readonly mergedInto: string | null
  readonly result: AdoptionResult | null
  readonly reason: string | null
  readonly summary: string | null
  readonly answeredAt: string | null
  readonly answeredBy: string | null
  readonly answeredById: string | null
}

const STANDING = `SELECT o.id, o.consultation_id AS consultationId, o.number, v.version, v.channel,
    v.received_on AS receivedOn, v.name, v.contact, v.text,
    (SELECT m.into_id FROM opinion_merge m WHERE m.opinion_id = o.id ORDER BY m.sequence DESC LIMIT 1) AS mergedInto,
    a.result, a.reason, a.summary, a.at AS answeredAt, w.name AS answeredBy,
    a.account_id AS answeredById
  FROM opinion o
  JOIN opinion_version v ON v.opinion_id = o.id
    AND v.version = (SELECT max(later.version) FROM opinion_version later WHERE later.opinion_id = o.id)
  LEFT JOIN opinion_answer a ON a.sequence =
    (SELECT max(later.sequence) FROM opinion_answer later WHERE later.opinion_id = o.id)
  LEFT JOIN account w ON w.id = a.account_id`

/**
 * Reading opinions; name and contact are for the desk alone.
 * @example opinionReads(db).of(consultationId).length
 */
export function opinionReads(db: Drizzle) {
  const ofConsultation = db.$client.prepare<[string]>(
    `${STANDING} WHERE o.consultation_id = ? ORDER BY o.number`,
  )
  const one = db.$client.prepare<[string]>(`${STANDING} WHERE o.id = ?`)
  return {
    /** Opinions of a consultation, by number. */
    of: (consultationId: string): StoredOpinion[] => ofConsultation.all(consultationId) as StoredOpinion[],
    /** One opinion. */
    byId: (id: string): StoredOpinion | undefined => one.get(id) as StoredOpinion | undefined,
  }
}

/**
 * Writing opinions.
 * @example opinionWrites(db).correct(id, version)
 */
export function opinionWrites(db: Drizzle) {
  const nextOf = (table: 'opinion_merge' | 'opinion_answer'): number =>
    db.$client.prepare(`SELECT coalesce(max(sequence), 0) + 1 FROM ${table}`).pluck().get() as number
  const newestVersion = (opinionId: string): number =>
    db
      .select({ last: max(opinionVersion.version) })
      .from(opinionVersion)
      .where(and(eq(opinionVersion.opinionId, opinionId)))
      .get()?.last ?? 0
  const addVersion = (row: Omit<typeof opinionVersion.$inferSelect, 'version'>): void => {
    db.insert(opinionVersion)
      .values({ ...row, version: newestVersion(row.opinionId) + 1 })
      .run()
  }
  return {
    /** Registers an opinion under the next number of its consultation; gives the number. */
    insert: (consultationId: string, row: Omit<typeof opinionVersion.$inferSelect, 'version'>): number => {
      const last = db
        .select({ last: max(opinion.number) })
        .from(opinion)
        .where(eq(opinion.consultationId, consultationId))
        .get()?.last
      const number = (last ?? 0) + 1
      db.insert(opinion).values({ id: row.opinionId, consultationId, number }).run()
      addVersion(row)
      return number
    },
    /** Corrects what was typed in; the former version stays. */
    correct: addVersion,
    /** Merges an opinion into another, or lets it stand by itself again; gives the number of the row. */
    merge: (row: Omit<typeof opinionMerge.$inferSelect, 'sequence'>): number => {
      const sequence = nextOf('opinion_merge')
      db.insert(opinionMerge)
        .values({ ...row, sequence })
        .run()
      return sequence
    },
    /** Answers an opinion; a later answer replaces it. Gives its number. */
    answer: (row: Omit<typeof opinionAnswer.$inferSelect, 'sequence'>): number => {
      const sequence = nextOf('opinion_answer')
      db.insert(opinionAnswer)
        .values({ ...row, sequence })
        .run()
      return sequence
    },
  }
}
