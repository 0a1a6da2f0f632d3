import { DISPLAY_PRESETS } from '../../../domain/display/display-preset.ts'
import type { DisplayLength } from '../../../domain/display/display-plan.ts'
import type { DisplayPeriod } from '../../../domain/duty/deadline/deadline-rule.ts'
import { TOWNSHIP_UNIT_ID } from '../../../domain/office/unit.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { publicOffice } from '../public-views.ts'
import { displayStanding } from './display-facts.ts'
import { viewingOf } from './display-views.ts'
import type { DisplayChoices } from './views.ts'

function lengthOf(period: DisplayPeriod | null | undefined): DisplayLength | null {
  if (!period || period.min === null) return null
  return { count: period.min, unit: period.unit === 'workday' ? 'WORKING_DAY' : 'CALENDAR_DAY' }
}

/**
 * What the display panel of a draft offers: known lengths with their basis, the length the catalogue's deadline text asks
 * for, boards of the unit and the township, the office's own telephone and address, and the display of the edition that
 * stands. Refuses `notice.not-found`.
 * @example displayChoices(deps, principal, noticeId)
 */
export function displayChoices(
  deps: Pick<Deps, 'store' | 'clock'>,
  principal: Pick<Principal, 'name'>,
  noticeId: string,
): Result<DisplayChoices> {
  const { read, calendar, today } = viewingOf(deps)
  const notice = read.notice.byId(noticeId)
  if (!notice) return refuse('notice.not-found')
  const { unitId } = read.placement.of(noticeId)
  const { catalogueItemId } = notice.content
  const item = catalogueItemId === null ? undefined : read.catalogue.item(catalogueItemId)
  const length = lengthOf(item?.displayPeriod)
  const office = publicOffice(read)
  const current = read.edition.ofNotice(noticeId).find(({ state }) => state === 'PUBLISHED')
  const record = current && read.publicDisplay.ofNotice(noticeId)
  const standing = record && displayStanding(record, calendar, today)
  return accept({
    presets: DISPLAY_PRESETS,
    suggested: length && item ? { length, deadlineText: item.deadlineText } : null,
    boards: read.unit
      .boards()
      .filter((board) => !board.disabled && [unitId, TOWNSHIP_UNIT_ID].includes(board.unitId))
      .toSorted((one, other) => Number(other.unitId === unitId) - Number(one.unitId === unitId))
      .map(({ id, name, place }) => ({ id, name, place })),
    route: { telephone: office.telephone, address: office.address, person: principal.name, email: '' },
    running:
      current && record && standing
        ? {
            displayId: record.display.id,
            state: standing.state,
            editionNumber: current.editionNumber,
            startsOn: standing.run.startsOn,
            lastDay: standing.lastDay,
          }
        : null,
  })
}
