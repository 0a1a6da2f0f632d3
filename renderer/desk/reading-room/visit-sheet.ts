import type { TFunction } from 'i18next'
import type { VisitView } from '../../../server/kiosk/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'

function cell(text: string): string {
  // A cell that begins so is run as a formula by spreadsheet programs.
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * The log as a CSV file that spreadsheet programs open as it is: with byte order mark, since they take UTF-8 for GBK otherwise.
 * @example visitSheet(t, visits).size
 */
export function visitSheet(t: TFunction<'hall'>, visits: readonly VisitView[]): Blob {
  const head = ['at', 'purpose', 'name', 'materials', 'pages', 'by'] as const
  const rows = visits.map((visit) => [
    instantText(visit.at),
    t(`room.purposes.${visit.purpose}`),
    visit.name ?? '',
    [
      ...visit.materials.map(({ indexNumber, title }) => `${title ?? t('room.notPublic')} ${indexNumber}`),
      visit.note,
    ]
      .filter((part) => part !== '')
      .join('；'),
    String(visit.pages),
    visit.by ?? t('room.atGlass'),
  ])
  const lines = [head.map((name) => t(`room.${name}`)), ...rows]
  const text = lines.map((row) => row.map(cell).join(',')).join('\r\n')
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
}
