import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageJobView } from '../../../server/exchange/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { refusalOf } from './refusal-of.ts'
import { StateIcon } from './state-icon.tsx'

/** How a job ended: `children` say what was done, a refusal why not; stopping leaves nothing behind. */
export function JobOutcome(props: { readonly job: PackageJobView; readonly children: ReactNode }) {
  const { t } = useTranslation('exchange')
  const { state, refusal } = props.job
  if (refusal !== null) return <RefusalMessage error={refusalOf(refusal)} />
  if (state === 'CANCELLED') return <p role="status">{t('job.cancelled')}</p>
  return (
    <div className="ex-done" role="status">
      <StateIcon sign="tick" />
      <div>{props.children}</div>
    </div>
  )
}
