import { useTranslation } from 'react-i18next'
import type { PrintRun } from '../../../../server/display/print/views.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'

/** Gives one sending in words: when, by whom, where to, which pages, how many. */
export function useRunWords(): (run: PrintRun, pages: number | null) => string {
  const { t } = useTranslation('print')
  return (run, pages) =>
    t('runs.line', {
      time: instantText(run.sentAt),
      name: run.by,
      way: run.route === 'PRINTER' ? run.printer : t(`send.route.${run.route}`),
      pages:
        run.pages === ''
          ? t('runs.allPages', { number: pages ?? 0 })
          : t('runs.somePages', { pages: run.pages }),
      copies: run.copies,
    })
}
