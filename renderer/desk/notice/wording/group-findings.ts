import type { WordingFinding } from '../../../../domain/wording/wording-finding.ts'

/** Findings of one rule, in reading order. */
export type FindingGroup = {
  readonly rule: WordingFinding['rule']
  readonly severity: WordingFinding['severity']
  readonly findings: readonly WordingFinding[]
}

/** Groups findings by rule: the wrong before the doubtful, the fewest first, so that seventy commas do not bury a name. */
export function groupFindings(findings: readonly WordingFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, WordingFinding[]>()
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const rank = ({ severity, findings: found }: FindingGroup) => (severity === 'FIX' ? 0 : 1e6) + found.length
  return [...groups.values()]
    .flatMap((found): FindingGroup[] => {
      const [first] = found
      return first ? [{ rule: first.rule, severity: first.severity, findings: found }] : []
    })
    .toSorted((one, other) => rank(one) - rank(other))
}
