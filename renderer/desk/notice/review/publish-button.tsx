import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SubmissionView } from '../../../../server/notice/views.ts'
import { RefusalError } from '../../../shared/request.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { noticeKey, NOTICES_KEY } from '../keys.ts'
import { publishNotice } from '../notice-api.ts'
import { SchedulePart } from './schedule-part.tsx'

/** Publishes what has been approved, after saying what that means. */
export function PublishButton(props: {
  readonly id: string
  readonly submission: SubmissionView
  readonly indexNumber: string | null
}) {
  const { t } = useTranslation('notice')
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: (clockConfirmed: boolean) => publishNotice(props.id, props.submission.hash, clockConfirmed),
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
    },
    onError: (error) => {
      if (!(error instanceof RefusalError) || error.code !== 'notice.clock-doubtful') return
      modal.confirm({
        icon: null,
        width: 520,
        title: t('publish.clockTitle'),
        content: t('publish.clockWhat', { today: error.params['today'], latest: error.params['latest'] }),
        okText: t('publish.clockConfirm'),
        cancelText: t('cancel'),
        onOk: () => {
          publish.mutate(true)
        },
      })
    },
  })
  return (
    <>
      <RefusalMessage error={publish.error} />
      <SchedulePart id={props.id} submission={props.submission} />
      <Button
        type="primary"
        loading={publish.isPending}
        onClick={() => {
          modal.confirm({
            icon: null,
            width: 520,
            title: t('publish.title', { title: props.submission.content.title }),
            content: (
              <ul className="nt-meaning">
                <li>{t('publish.public')}</li>
                <li>
                  {props.indexNumber === null
                    ? t('publish.index')
                    : t('publish.indexKept', { number: props.indexNumber })}
                </li>
                <li>{t('publish.final')}</li>
              </ul>
            ),
            okText: t('publish.confirm'),
            cancelText: t('cancel'),
            onOk: () => {
              publish.mutate(false)
            },
          })
        }}
      >
        {t('publish.action')}
      </Button>
    </>
  )
}
