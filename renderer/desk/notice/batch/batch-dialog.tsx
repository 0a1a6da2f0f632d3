import { Button, Modal, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import type { BatchRun } from './use-batch.ts'

/** A run of publications as it goes on: each notice with its number, or with what kept it back. */
export function BatchDialog(props: {
  readonly run: BatchRun
  readonly stop: () => void
  readonly close: () => void
}) {
  const { t, i18n } = useTranslation('edition')
  const { batch, state, refused } = props.run
  const done = batch.items.filter(({ standing }) => standing === 'PUBLISHED').length
  const total = batch.items.length
  const words =
    state === 'RUNNING'
      ? t('batch.running', { done, total })
      : state === 'STOPPED'
        ? t('batch.stopped', { done, total })
        : t('batch.finished', { count: done })
  return (
    <Modal
      open
      width={600}
      title={words}
      closable={false}
      footer={
        state === 'RUNNING' ? (
          <Button onClick={props.stop}>{t('batch.stop')}</Button>
        ) : (
          <Button type="primary" onClick={props.close}>
            {t('batch.close')}
          </Button>
        )
      }
    >
      <Progress percent={Math.round((done / total) * 100)} showInfo={false} aria-label={words} />
      <ol className="ed-batch" aria-live="polite">
        {batch.items.map((item) => (
          <li key={item.noticeId}>
            <span className="ed-batch-title">{item.title}</span>
            {refused.has(item.noticeId) ? (
              <span className="nt-bad">
                {t('batch.refused', { reason: refusalText(i18n, refused.get(item.noticeId)) })}
              </span>
            ) : (
              <span className="nt-soft">{item.indexNumber ?? t(`batch.standing.${item.standing}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
