import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { noticeKey } from '../keys.ts'
import { Panel } from '../panel.tsx'
import { RemarkLine } from './remark-line.tsx'
import { settleRemark } from './review-api.ts'
import './review.css'

/** On the next draft: what the reviewers want changed, each with the way there and a key to say that it is done. */
export function RemarksToSettle(props: {
  readonly detail: NoticeDetail
  readonly jump: (remark: RemarkView) => void
}) {
  const { t } = useTranslation('review')
  const { detail } = props
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (remarkId: string) => settleRemark(detail.id, remarkId, ''),
    onSuccess: ({ remarks }) => {
      // Of the answer only the remarks: the draft on the screen may be ahead of the one in it.
      queries.setQueryData<NoticeDetail>(noticeKey(detail.id), (old) => (old ? { ...old, remarks } : old))
    },
  })
  const open = detail.remarks.filter(({ settled }) => settled === null)
  const done = detail.remarks.filter(({ settled }) => settled !== null)
  if (detail.remarks.length === 0) return null
  return (
    <Panel title={t('remarks.title')} count={open.length}>
      {open.length === 0 ? <p className="nt-soft">{t('remarks.allSettled')}</p> : null}
      <ul className="nt-lines">
        {open.map((remark) => (
          <RemarkLine
            key={remark.id}
            remark={remark}
            content={detail.submission?.content ?? null}
            jump={props.jump}
          >
            {detail.may.edit ? (
              <Button
                size="small"
                className="rv-settle"
                loading={settle.isPending && settle.variables === remark.id}
                disabled={settle.isPending}
                onClick={() => {
                  settle.mutate(remark.id)
                }}
              >
                {t('remarks.settle')}
              </Button>
            ) : null}
          </RemarkLine>
        ))}
      </ul>
      <RefusalMessage error={settle.error} />
      {done.length > 0 ? (
        <details className="rv-earlier">
          <summary>{t('remarks.settledCount', { count: done.length })}</summary>
          <ul className="nt-lines">
            {done.map((remark) => (
              <RemarkLine
                key={remark.id}
                remark={remark}
                content={detail.submission?.content ?? null}
                jump={props.jump}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  )
}
