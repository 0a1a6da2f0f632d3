import { useTranslation } from 'react-i18next'
import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { PrintJobView } from '../../../server/display/print/views.ts'
import { refusalText } from '../../shared/ui/refusal-message.tsx'

const PLACE = /^(table|block):(\d+)$/u

/** Gives the sentence for what a job was refused with; a code of a newer program gets the general one. */
export function useRefusalWords(): (refusal: PrintJobView['refusal']) => string {
  const { t, i18n } = useTranslation(['print', 'errors'])
  const placeWords = (place: string, words: string): string => {
    const [, kind, number] = PLACE.exec(place) ?? []
    // Else a number of pages: the last line is on none of them.
    if (number === undefined) return t('print:place.lastLine')
    const thing = t(kind === 'table' ? 'print:place.table' : 'print:place.block', { number })
    return words === '' ? thing : t('print:place.named', { thing, words })
  }
  return (refusal) => {
    if (refusal === null) return refusalText(i18n, null)
    const { place, words } = refusal.params
    const params =
      place === undefined
        ? refusal.params
        : { ...refusal.params, place: placeWords(String(place), String(words ?? '')) }
    return refusalText(i18n, { ok: false, code: refusal.code as RefusalCode, params })
  }
}
