import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../../../domain/notice/body.ts'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { navigate } from '../../../shared/desk/route.ts'
import { dropMirror } from '../draft-mirror.ts'
import { clockTime } from '../format.ts'
import { sameContent } from '../same-content.ts'
import { createNotice, getNotice, saveDraft } from '../notice-api.ts'

// Pictures belong to the notice they were put into; a copy that names them would be refused.
function withoutPictures(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.type !== 'image')
}

/** Somebody else saved this notice meanwhile: nothing is overwritten before the person has chosen. */
export function ConflictDialog(props: {
  readonly id: string
  readonly read: () => DraftContent
  readonly reload: (detail: NoticeDetail) => void
}) {
  const { t, i18n } = useTranslation('notice')
  const theirs = useQuery({
    queryKey: ['notice', props.id, 'conflict'],
    queryFn: ({ signal }) => getNotice(props.id, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const keep = useMutation({
    mutationFn: async () => {
      const mine = props.read()
      const copy = await createNotice()
      const body = { ...mine.body, content: withoutPictures(mine.body.content) }
      await saveDraft(copy.id, copy.draft.revision, {
        ...mine,
        body: body.content.length > 0 ? body : copy.draft.content.body,
        title: t('conflict.copyTitle', { title: mine.title }),
      })
      return copy.id
    },
    onSuccess: (id) => {
      dropMirror(window.localStorage, props.id)
      navigate(`/notices/${id}`)
    },
  })
  const draft = theirs.data?.draft
  const { read, reload } = props
  const alike = theirs.data && sameContent(read(), theirs.data.draft.content) ? theirs.data : null
  useEffect(() => {
    // The same text saved from a second window: there is nothing to choose.
    if (alike) reload(alike)
  }, [alike, reload])
  return (
    <Modal
      open
      closable={false}
      title={t('conflict.title')}
      footer={[
        <Button key="keep" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t('conflict.keep')}
        </Button>,
        <Button
          key="reload"
          type="primary"
          disabled={!theirs.data}
          onClick={() => {
            if (theirs.data) props.reload(theirs.data)
          }}
        >
          {t('conflict.reload')}
        </Button>,
      ]}
    >
      <p>
        {draft
          ? t('conflict.who', { name: draft.updatedBy.name, time: clockTime(draft.updatedAt, i18n.language) })
          : t('loading')}
      </p>
      <p className="nt-soft">{t('conflict.choice')}</p>
      <RefusalMessage error={theirs.error ?? keep.error} />
    </Modal>
  )
}
