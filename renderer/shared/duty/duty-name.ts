import type { DutyRow } from '../../../server/duty/views.ts'
import type { DutyT } from './explain.ts'

/**
 * A period as people say it, with its year where that is not the present one.
 * @example periodWords('2026-10', '2026-11-23', t) // '10月'
 */
export function periodWords(period: string, today: string, t: DutyT): string {
  const [year = '', part = ''] = period.split('-')
  const near = year === today.slice(0, 4)
  const named = (name: string) => (near ? name : t('duty:period.ofYear', { year, name }))
  if (part === '') return t('duty:period.year', { year })
  if (part.startsWith('Q')) return named(t(`duty:period.${quarterOf(part)}`))
  if (part.startsWith('H')) return named(t(part === 'H1' ? 'duty:period.H1' : 'duty:period.H2'))
  return named(t(`duty:period.month.${monthOf(part)}`))
}

type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4'
type Month = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12'

function quarterOf(part: string): Quarter {
  return part as Quarter
}

function monthOf(part: string): Month {
  return String(Number(part)) as Month
}

type Named = Pick<DutyRow, 'kind' | 'title' | 'period' | 'event' | 'stageName'>

/**
 * What a duty is about, without its unit.
 * @example dutyName(row, '2026-11-23', t) // '10月 财务收支公开表'
 */
export function dutyName(duty: Named, today: string, t: DutyT): string {
  // Title marks inside title marks become single ones (GB/T 15834-2011, 4.15).
  const inner = duty.title.replaceAll('《', '〈').replaceAll('》', '〉')
  if (duty.kind === 'INTERPRETATION') return t('duty:name.interpretation', { title: inner })
  const parts = [
    duty.period === '' ? '' : periodWords(duty.period, today, t),
    duty.title,
    duty.event,
    duty.stageName,
  ].filter((part) => part !== '')
  const name = parts.join(' ')
  return duty.kind === 'STANDING_CHECK' ? t('duty:name.check', { name }) : name
}

/**
 * A duty with the unit it falls on; the township is the office itself and is not named.
 * @example wholeName(row, '2026-11-23', t) // '河西村 · 10月 财务收支公开表'
 */
export function wholeName(duty: Named & Pick<DutyRow, 'unit'>, today: string, t: DutyT): string {
  return unitAnd(duty.unit, dutyName(duty, today, t), t)
}

/** A unit and what falls on it; the township is not named. */
export function unitAnd(unit: DutyRow['unit'], name: string, t: DutyT): string {
  return unit.kind === 'TOWNSHIP' ? name : `${unit.name}${t('duty:name.dot')}${name}`
}
