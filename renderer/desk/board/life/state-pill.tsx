import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { sheetTone, type SheetTone } from '../sheet-tone.ts'

const LOOK: Readonly<Record<SheetTone, string>> = {
  planned: 'nt-pill nt-pill-act',
  'late-plan': 'nt-pill bd-pill-soon',
  hangs: 'nt-pill nt-pill-g',
  damaged: 'nt-pill bd-pill-soon',
  today: 'nt-pill bd-pill-soon',
  overdue: 'nt-pill nt-pill-r',
  stale: 'nt-pill nt-pill-r',
  gone: 'nt-pill nt-pill-plain',
}

/** How a sheet stands, in a word: its state, or what is more pressing than that. */
export function SheetPill({ sheet, today }: { readonly sheet: PostingView; readonly today: string }) {
  const { t } = useTranslation('board')
  const tone = sheetTone(sheet, today)
  const pressing =
    tone === 'overdue'
      ? t('tone.overdue')
      : tone === 'today'
        ? t('tone.today')
        : tone === 'stale'
          ? t('tone.stale')
          : null
  return <span className={LOOK[tone]}>{pressing ?? t(`state.${sheet.state}`)}</span>
}
