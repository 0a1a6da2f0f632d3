import type { TableChange } from '../../../../server/notice/table/edit-table.ts'

/** How a change of a list is sent; one at a time, since each stands on the revision before it. */
export type ChangeTable = (change: Omit<TableChange, 'revision'>) => void
