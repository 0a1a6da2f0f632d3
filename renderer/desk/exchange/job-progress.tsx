import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PackageJobView } from '../../../server/exchange/views.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'

/** How far a job has got, in words and as a bar, and the key that stops it. */
export function JobProgress(props: {
  readonly job: PackageJobView
  readonly cancel: () => void
  readonly cancelling: boolean
}) {
  const { t } = useTranslation('exchange')
  const { step, done, total, bytes } = props.job.progress
  // Writing counts changes and files, the other steps bytes.
  const shown = step === 'WRITE' ? [done, total] : [byteSize(done), byteSize(total)]
  const so = total > 0 ? t('job.so', { done: shown[0], total: shown[1] }) : byteSize(bytes)
  return (
    <div className="ex-progress">
      <p role="status">
        {t(`job.step.${step}`)} <span className="sub">{so}</span>
      </p>
      <progress
        aria-label={t(`job.bar.${props.job.kind}`)}
        {...(total > 0 ? { max: total, value: done } : {})}
      />
      <Button size="small" loading={props.cancelling} onClick={props.cancel}>
        {t('job.cancel')}
      </Button>
    </div>
  )
}
