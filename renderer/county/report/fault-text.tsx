import { useTranslation } from 'react-i18next'
import type { RejectionRow } from '../../../county/report/views.ts'

/** Why a change was rejected, in words. */
export function FaultText({ fault }: { readonly fault: RejectionRow['fault'] }) {
  const { t } = useTranslation(['exchange', 'terms'])
  return <>{t(`exchange:fault.${fault.code}`, fault.params)}</>
}
