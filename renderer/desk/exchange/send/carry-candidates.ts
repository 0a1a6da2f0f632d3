import type { PackageView } from '../../../../server/exchange/views.ts'

const UNANSWERED: readonly PackageView['state'][] = ['WRITTEN', 'SENT', 'HELD']

/**
 * Packages that may have to be carried, newest first: of this database, and not answered as taken in. Former ones and those of format 1
 * nobody would take.
 */
export function carryCandidates(packages: readonly PackageView[]): readonly PackageView[] {
  return packages
    .filter(
      ({ offer, ofFormerInstance, state }) =>
        offer !== null && !ofFormerInstance && UNANSWERED.includes(state),
    )
    .toSorted((one, other) => other.sequence - one.sequence)
}
