import { checkSpot, type Panel, type Spot } from '../../../../domain/posting/panel-space.ts'

/** Why a sheet cannot lie somewhere; `title` is of the sheet it would cover. */
export type SpotFault = { readonly kind: 'OUTSIDE' } | { readonly kind: 'OVERLAP'; readonly title: string }

/**
 * Whether a sheet may lie there, by the rule the board itself goes by, and if not, over which sheet.
 * @example spotFault({ panelId: 'a', x: -10, y: 0, width: 210, height: 297 }, panels, []) // { kind: 'OUTSIDE' }
 */
export function spotFault(
  spot: Spot,
  panels: readonly Panel[],
  others: readonly { readonly title: string; readonly spot: Spot | null }[],
): SpotFault | null {
  if (!checkSpot(spot, panels, []).ok) return { kind: 'OUTSIDE' }
  const covered = others.find((one) => one.spot !== null && !checkSpot(spot, panels, [one.spot]).ok)
  return covered === undefined ? null : { kind: 'OVERLAP', title: covered.title }
}
