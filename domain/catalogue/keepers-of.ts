import { regimeOfUnit, TOWNSHIP_UNIT_ID, type Unit } from '../office/unit.ts'
import type { Regime } from './catalogue-item.ts'

/**
 * The units that keep a new catalogue until somebody says otherwise: all of its regime, else the township itself.
 * @example keepersOf('VILLAGE', units) // the ids of all villages
 */
export function keepersOf(regime: Regime, units: readonly Unit[]): readonly string[] {
  const own = units.filter((unit) => !unit.disabled && regimeOfUnit(unit.kind) === regime)
  const keepers = regime === 'GOV' ? own.filter((unit) => unit.id === TOWNSHIP_UNIT_ID) : own
  return keepers.length > 0 ? keepers.map((unit) => unit.id) : [TOWNSHIP_UNIT_ID]
}
