import type { SheetForm } from '../../domain/sheet/template.ts'
import type { TemplateDefinition } from '../../domain/sheet/template-definition.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { account } from '../schema/office.ts'
import { sheetTemplate, sheetTemplateStanding, sheetTemplateVersion } from '../schema/sheet-template.ts'

const { and, asc, desc, eq } = orm

/** A template of the office as its newest version has it. */
export type StoredTemplate = {
  readonly id: string
  readonly form: SheetForm
  readonly copiedFrom: string | null
  readonly retired: boolean
  readonly version: StoredTemplateVersion
}

/** One version of it, with the name of whoever set it. */
export type StoredTemplateVersion = {
  readonly number: number
  readonly name: string
  readonly definition: TemplateDefinition
  readonly by: string
  readonly at: string
}

/**
 * Reading the templates of the office.
 * @example sheetTemplateReads(db).byId(id)?.version.number // 2
 */
export function sheetTemplateReads(db: Drizzle) {
  const version = {
    number: sheetTemplateVersion.number,
    name: sheetTemplateVersion.name,
    definition: sheetTemplateVersion.definition,
    by: account.name,
    at: sheetTemplateVersion.at,
  }
  const versions = (id: string) =>
    db
      .select(version)
      .from(sheetTemplateVersion)
      .innerJoin(account, eq(account.id, sheetTemplateVersion.accountId))
      .where(eq(sheetTemplateVersion.templateId, id))
      .orderBy(desc(sheetTemplateVersion.number))
  const retired = (id: string): boolean =>
    db
      .select({ standing: sheetTemplateStanding.standing })
      .from(sheetTemplateStanding)
      .where(eq(sheetTemplateStanding.templateId, id))
      .orderBy(desc(sheetTemplateStanding.sequence))
      .limit(1)
      .get()?.standing === 'RETIRED'
  const whole = (row: typeof sheetTemplate.$inferSelect): StoredTemplate => {
    const newest = versions(row.id).limit(1).get()
    if (newest === undefined) throw new Error('a template without a version')
    return { ...row, retired: retired(row.id), version: newest }
  }
  return {
    /** Every template the office ever made, in the order they were made; some dozen at most. */
    all: (): StoredTemplate[] =>
      db.select().from(sheetTemplate).orderBy(asc(sheetTemplate.id)).all().map(whole),
    /** One of them by its id. */
    byId: (id: string): StoredTemplate | undefined => {
      const row = db.select().from(sheetTemplate).where(eq(sheetTemplate.id, id)).get()
      return row && whole(row)
    },
    /** Its versions, newest first. */
    versions: (id: string): StoredTemplateVersion[] => versions(id).all(),
    /** One version of it. */
    versionOf: (id: string, number: number): StoredTemplateVersion | undefined =>
      db
        .select(version)
        .from(sheetTemplateVersion)
        .innerJoin(account, eq(account.id, sheetTemplateVersion.accountId))
        .where(and(eq(sheetTemplateVersion.templateId, id), eq(sheetTemplateVersion.number, number)))
        .get(),
  }
}

/**
 * Writing templates of the office: a new one, a next version, whether it is offered.
 * @example sheetTemplateWrites(db).addVersion({ templateId, number: 2, name, definition, accountId, at })
 */
export function sheetTemplateWrites(db: Drizzle) {
  return {
    /** Adds a template; its first version is added beside it. */
    add: (row: typeof sheetTemplate.$inferInsert): void => {
      db.insert(sheetTemplate).values(row).run()
    },
    /** Adds the next version. */
    addVersion: (row: typeof sheetTemplateVersion.$inferInsert): void => {
      db.insert(sheetTemplateVersion).values(row).run()
    },
    /** Takes it out of the offer, or puts it back. */
    setStanding: (row: Omit<typeof sheetTemplateStanding.$inferInsert, 'sequence'>): void => {
      db.insert(sheetTemplateStanding).values(row).run()
    },
  }
}
