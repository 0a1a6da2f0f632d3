import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { startBatch } from '../../api/edition-api.ts'
import { BatchDialog } from '../batch/batch-dialog.tsx'
import { useBatch } from '../batch/use-batch.ts'
import '../batch/batch.css'

/** What is chosen in the list, and the key that publishes it one after the other. */
export function BatchBar(props: { readonly chosen: readonly NoticeRow[]; readonly clear: () => void }) {
  const { t } = useTranslation('edition')
  const { modal } = App.useApp()
  const batch = useBatch()
  const { chosen, clear } = props
  const begin = useMutation({
    mutationFn: () =>
      startBatch(
        chosen.flatMap(({ id, submissionHash }) => (submissionHash === null ? [] : [{ id, submissionHash }])),
      ),
    onSuccess: (begun) => {
      clear()
      void batch.start(begun)
    },
  })
  const count = chosen.length
  return (
    <>
      {count === 0 ? (
        <p className="nt-soft">{t('batch.hint')}</p>
      ) : (
        <div className="ed-choose">
          <b>{t('batch.chosen', { count })}</b>
          <Button
            type="primary"
            loading={begin.isPending}
            onClick={() => {
              modal.confirm({
                icon: null,
                width: 520,
                title: t('batch.title', { count }),
                content: (
                  <>
                    <p>{t('batch.meaning')}</p>
                    <ol className="ed-batch">
                      {chosen.map(({ id, title }) => (
                        <li key={id}>{title}</li>
                      ))}
                    </ol>
                  </>
                ),
                okText: t('batch.confirm'),
                cancelText: t('cancel'),
                onOk: () => {
                  begin.mutate()
                },
              })
            }}
          >
            {t('batch.publish', { count })}
          </Button>
          <Button type="link" onClick={clear}>
            {t('batch.clear')}
          </Button>
        </div>
      )}
      <RefusalMessage error={begin.error} />
      {batch.run ? <BatchDialog run={batch.run} stop={batch.stop} close={batch.close} /> : null}
    </>
  )
}
