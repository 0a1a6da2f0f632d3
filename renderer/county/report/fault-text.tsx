import { useTranslation } from 'react-i18next'
import { faultWithoutNames } from '../../../domain/exchange/fault-names.ts'
import type { RejectionRow } from '../../../county/report/views.ts'

/** Why a change was rejected, in words. */
export function FaultText({ fault }: { readonly fault: RejectionRow['fault'] }) {
  const { t } = useTranslation(['exchange', 'terms'])
  const alone = faultWithoutNames(fault)
  return (
    <>
      {alone === null ? t(`exchange:fault.${fault.code}`, fault.params) : t(`exchange:faultAlone.${alone}`)}
    </>
  )
}
