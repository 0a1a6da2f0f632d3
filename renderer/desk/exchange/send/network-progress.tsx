import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NetworkJobView } from '../../../../server/exchange/network/views.ts'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { clockTime } from '../../notice/format.ts'
import { refusalOf } from '../refusal-of.ts'
import { StateIcon } from '../state-icon.tsx'

const ENDED: readonly NetworkJobView['state'][] = ['DONE', 'FAILED', 'CANCELLED']

/** Whether nothing of a sending runs any more. */
export function isEnded({ state }: NetworkJobView): boolean {
  return ENDED.includes(state)
}

/** How sending over the network stands: running, waiting for the line, or how it ended. */
export function NetworkProgress(props: {
  readonly job: NetworkJobView
  readonly stop: () => void
  readonly stopping: boolean
}) {
  const { t, i18n } = useTranslation('exchange')
  const { job } = props
  if (job.state === 'FAILED') {
    return job.refusal === null ? null : <RefusalMessage error={refusalOf(job.refusal)} />
  }
  if (job.state === 'CANCELLED') return <p role="status">{t('network.stopped')}</p>
  if (job.state === 'DONE') {
    return (
      <div className="ex-done" role="status">
        <StateIcon sign="tick" />
        <p>
          {t('network.done', { packages: job.packagesDone, receipts: job.receipts, downward: job.downward })}
        </p>
      </div>
    )
  }
  const sending = job.sequence !== null && job.bytesTotal > 0
  return (
    <div className="ex-progress">
      <p role="status">
        {t(`network.state.${job.state}`, {
          sequence: job.sequence ?? '',
          time: job.nextTryAt === null ? '' : clockTime(job.nextTryAt, i18n.language),
        })}{' '}
        {sending && (
          <span className="sub">
            {t('job.so', { done: byteSize(job.bytesSent), total: byteSize(job.bytesTotal) })}
          </span>
        )}
      </p>
      <progress
        aria-label={t('network.bar')}
        {...(sending ? { max: job.bytesTotal, value: job.bytesSent } : {})}
      />
      <Button size="small" loading={props.stopping} onClick={props.stop}>
        {t('network.stop')}
      </Button>
      {job.interruptions > 0 && (
        <p className="sub">{t('network.interruptions', { count: job.interruptions })}</p>
      )}
    </div>
  )
}
