import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { navigate } from '../../../shared/desk/route.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { createNotice } from '../notice-api.ts'

/** Begins the interpretation of a published policy document that has none yet. */
export function InterpretButton({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useTranslation('notice')
  const mayWrite = useHasRole('HANDLER')
  const begin = useMutation({
    mutationFn: () => createNotice({ interpretsNoticeId: detail.id }),
    onSuccess: (notice) => {
      navigate(`/notices/${encodeURIComponent(notice.id)}`)
    },
  })
  const { policy, interpretedBy } = detail.placement
  const wanted =
    detail.state === 'PUBLISHED' &&
    policy !== null &&
    interpretedBy.every((partner) => partner.state === 'WITHDRAWN')
  if (!wanted || !mayWrite) return null
  return (
    <>
      <RefusalMessage error={begin.error} />
      <Button
        title={t('placement.interpretMeaning')}
        loading={begin.isPending}
        onClick={() => {
          begin.mutate()
        }}
      >
        {t('placement.interpret')}
      </Button>
    </>
  )
}
