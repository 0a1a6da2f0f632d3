import type { DutyGround } from '../../domain/duty/duty.ts'
import type { sentencesIn } from '../../platform/sentence.ts'

/**
 * By which rule of the set a duty is due, that it is one of elsewhere, and how far it was checked, as lists say it; empty
 * where the catalogue itself gives the days.
 * @example ruleWords(row.ground, say) // '适用规则“村务按月”（默认规则，以本地规定为准）'
 */
export function ruleWords(
  { ruleId, ruleName, scope, verified }: DutyGround,
  say: ReturnType<typeof sentencesIn>['say'],
): string {
  if (ruleId === null) return ''
  const doubts = [
    ...(scope !== null && scope !== 'NATION' ? [say('terms:dutySheet.defaultRule')] : []),
    ...(verified === 'LAW' ? [] : [say(`terms:verification.${verified}`)]),
  ]
  return doubts.length === 0
    ? say('terms:dutySheet.byRule', { rule: ruleName })
    : say('terms:dutySheet.byDoubtfulRule', {
        rule: ruleName,
        how: doubts.join(say('terms:dutySheet.semicolon')),
      })
}
