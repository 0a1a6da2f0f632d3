import type { Store } from '../../db/store.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Today } from './today.ts'

/** A planned duty ready to be written; `term` is canonical JSON, `provisional` 0 or 1. */
export type DutyValues = {
  readonly term: string
  readonly startsOn: CivilDate
  readonly target: CivilDate
  readonly due: CivilDate
  readonly dueAt: string | null
  readonly provisional: number
  readonly groundId: number
  readonly title: string
  readonly assigneeId: string | null
}

/** The same with where it belongs. */
export type NewDutyValues = DutyValues & {
  readonly kind: string
  readonly period: string
  readonly itemId: string
  readonly unitId: string
  readonly regime: Regime
}

const SYSTEM_ENTRY = `INSERT INTO duty_entry (duty_id, action, closing, reason, former_due, due, at, on_date, clock_doubt)
  VALUES ($id, $action, $closing, $reason, $formerDue, $due, $at, $onDate, $doubt)`

/**
 * Statements for planning, prepared once for the many thousand times they run; what was closed meanwhile is left alone.
 * @example dutyStatements(store, { today, ids }).end(id, '单位已停用')
 */
export function dutyStatements(
  store: Pick<Store, 'database'>,
  { today, ids }: { readonly today: Today; readonly ids: Ids },
) {
  const { database } = store
  const insert = database.prepare(
    `INSERT INTO duty (id, kind, unit_id, item_id, regime, title, period, event, stage, stage_name, ground_id, term,
       starts_on, target, due, due_at, provisional, assignee_id, created_at)
     VALUES ($id, $kind, $unitId, $itemId, $regime, $title, $period, '', 0, '', $groundId, $term,
       $startsOn, $target, $due, $dueAt, $provisional, $assigneeId, $at) ON CONFLICT DO NOTHING`,
  )
  const update = database.prepare(
    `UPDATE duty SET ground_id = $groundId, term = $term, starts_on = $startsOn, target = $target, due = $due,
       due_at = $dueAt, provisional = $provisional, title = $title, assignee_id = $assigneeId
     WHERE id = $id AND closing IS NULL AND (ground_id <> $groundId OR term <> $term OR due <> $due OR title <> $title)`,
  )
  const close = database.prepare(
    `UPDATE duty SET closing = 'WAIVED', closed_at = $at, closed_on = $onDate, closed_reason = $reason
     WHERE id = $id AND closing IS NULL`,
  )
  const open = database.prepare(
    `UPDATE duty SET closing = NULL, closed_at = NULL, closed_on = NULL, closed_reason = '', closed_clock_doubt = 0
     WHERE id = $id AND closing = 'WAIVED' AND closed_by IS NULL`,
  )
  const person = database.prepare(
    'UPDATE duty SET assignee_id = $assigneeId WHERE id = $id AND closing IS NULL',
  )
  const entry = database.prepare(SYSTEM_ENTRY)
  const when = { at: today.now, onDate: today.today }
  const note = (
    id: string,
    action: string,
    more: { closing?: string; reason?: string; formerDue?: CivilDate; due?: CivilDate },
  ): void => {
    const { closing = null, reason = '', formerDue = null, due = null } = more
    entry.run({ id, action, closing, reason, formerDue, due, ...when, doubt: Number(!today.clock.trusted) })
  }
  return {
    /** Adds a duty; 0 when it is there already. */
    add: (values: NewDutyValues): number => insert.run({ ...values, id: ids.next(), at: today.now }).changes,
    /** Gives an open duty what the catalogue says now; that its date moved stands in its history. */
    change: (known: { readonly id: string; readonly due: CivilDate }, values: DutyValues): void => {
      if (update.run({ ...values, id: known.id }).changes === 0 || known.due === values.due) return
      note(known.id, 'MOVED', { reason: '按新的公开时限重算', formerDue: known.due, due: values.due })
    },
    /** Ends an open duty without a person. */
    end: (id: string, reason: string): void => {
      if (close.run({ id, reason, ...when }).changes > 0) note(id, 'CLOSED', { closing: 'WAIVED', reason })
    },
    /** Opens again what was ended without a person. */
    revive: (id: string): void => {
      if (open.run({ id }).changes > 0) note(id, 'REOPENED', { reason: '目录重新列入该事项' })
    },
    /** Puts somebody in charge. */
    assign: (id: string, assigneeId: string | null): void => {
      person.run({ id, assigneeId })
    },
  }
}
