import { createContext, useContext } from 'react'
import type { DutyRow } from '../../../server/duty/views.ts'
import type { DutyAct } from '../api/duty-api.ts'

/** What a dialog asks a word for. */
export type ActName = DutyAct['act']

/** Opens the dialog of an act, and begins notices; handed to the lines of every list. */
export type DutyActs = {
  readonly open: (row: DutyRow, act: ActName) => void
  readonly draft: (row: DutyRow) => void
  /** The duty a notice is being begun for. */
  readonly drafting: string | null
}

/** Carries the acts to the lines. */
export const DutyActsContext = createContext<DutyActs | null>(null)

/** The acts of the page around. */
export function useDutyActs(): DutyActs {
  const acts = useContext(DutyActsContext)
  if (acts === null) throw new Error('useDutyActs outside of DutyDesk')
  return acts
}

/** The acts that are offered for a duty besides drafting, in the order of the menu. */
export function actsOf(row: Pick<DutyRow, 'may'>): readonly ActName[] {
  const { may } = row
  return [
    ...(may.confirm ? (['confirm'] as const) : []),
    ...(may.check ? (['check'] as const) : []),
    ...(may.nil ? (['nil'] as const) : []),
    ...(may.waive ? (['waive'] as const) : []),
    ...(may.assign ? (['assign'] as const) : []),
    ...(may.reopen ? (['reopen'] as const) : []),
  ]
}
