import type { DueStep } from '../../../domain/duty/due.ts'

/** A run of days with the count it reaches; null for days that do not count. */
export type CountedStep = {
  readonly step: DueStep
  readonly from: number | null
  readonly to: number | null
}

const COUNTS: readonly DueStep['kind'][] = ['COUNTED', 'MAKE_UP_WORKDAY', 'LOCAL_WORKDAY']

/** Numbers the days of an arithmetic through: the first counted day is 1. */
export function countedSteps(steps: readonly DueStep[]): readonly CountedStep[] {
  let sum = 0
  return steps.map((step) => {
    if (!COUNTS.includes(step.kind)) return { step, from: null, to: null }
    const from = sum + 1
    sum += step.days
    return { step, from, to: sum }
  })
}
