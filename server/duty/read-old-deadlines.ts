import type { Store } from '../../db/store.ts'
import { readDeadline } from '../../domain/duty/deadline/deadline-text.ts'
import type { Pieces } from './write-in-pieces.ts'

/**
 * Reads deadline texts of draft versions that nobody has understood yet: rows from before the program read them. Frozen
 * versions stay as they are. Gives how many were understood now.
 * @example await readOldDeadlines(store, pieces) // 0
 */
export async function readOldDeadlines(store: Pick<Store, 'database'>, pieces: Pieces): Promise<number> {
  const rows = store.database
    .prepare<[], { versionId: string; itemId: string; text: string }>(
      `SELECT r.version_id AS versionId, r.item_id AS itemId, r.deadline_text AS text
       FROM catalogue_version v JOIN catalogue_row r ON r.version_id = v.id
       WHERE v.state = 'DRAFT' AND r.deadline_rule IS NULL AND r.deadline_rule_set = 0 AND r.display_period IS NULL
         AND r.deadline_text <> ''`,
    )
    .all()
  const update = store.database.prepare(
    `UPDATE catalogue_row SET deadline_rule = $rule, display_period = $period
     WHERE version_id = $versionId AND item_id = $itemId AND deadline_rule IS NULL AND deadline_rule_set = 0
       AND deadline_text = $text AND (SELECT state FROM catalogue_version WHERE id = $versionId) = 'DRAFT'`,
  )
  let understood = 0
  for (const row of rows) {
    const { rule, displayPeriod } = readDeadline(row.text)
    if (rule === null && displayPeriod === null) continue
    const values = {
      rule: rule && JSON.stringify(rule),
      period: displayPeriod && JSON.stringify(displayPeriod),
    }
    await pieces.add(() => {
      understood += update.run({ ...row, ...values }).changes
    })
  }
  await pieces.flush()
  return understood
}
