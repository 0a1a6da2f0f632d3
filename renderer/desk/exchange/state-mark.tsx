import type { ReactNode } from 'react'
import { StateIcon, type StateSign } from './state-icon.tsx'

/** How good the news is; only `good` is green, and only a receipt gives it. */
export type StateTone = 'plain' | 'good' | 'partly' | 'late' | 'waiting'

/** A state in words, sign and colour. */
export function StateMark(props: {
  readonly tone: StateTone
  readonly sign: StateSign
  readonly children: ReactNode
}) {
  return (
    <span className={`ex-mark tone-${props.tone}`}>
      <StateIcon sign={props.sign} />
      {props.children}
    </span>
  )
}
