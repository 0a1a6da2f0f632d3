import type { PaneLayer, PaneProgramme } from '../../../domain/signage/programme.ts'

/**
 * The programme of a part without some notices: those that cannot be read, are skipped, or rest after a failure. Where the winning
 * priority has none left, the next one has its turn.
 * @example playable(pane, (hash) => !skipped.has(hash)).hashes
 */
export function playable(pane: PaneProgramme, keeps: (hash: string) => boolean): PaneProgramme {
  const only = ({ subscriptionIds, hashes }: PaneLayer): PaneLayer => ({
    subscriptionIds,
    hashes: hashes.filter(keeps),
  })
  const [winner, ...beneath] = [pane, ...pane.beneath].map(only).filter(({ hashes }) => hashes.length > 0)
  const empty = { subscriptionIds: pane.subscriptionIds, hashes: [] }
  return { pane: pane.pane, ...(winner ?? empty), beneath }
}

/** Every notice a part may show, whatever its priority. */
export function allHashes(pane: PaneProgramme): readonly string[] {
  return [pane, ...pane.beneath].flatMap(({ hashes }) => hashes)
}
