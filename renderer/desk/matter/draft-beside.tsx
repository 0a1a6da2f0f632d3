import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ConsultationView } from '../../../server/matter/views.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { getNotice } from '../notice/notice-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'

/** The draft that opinions are on, to be read while they are answered. */
export function DraftBeside({ consultation }: { readonly consultation: ConsultationView }) {
  const { t } = useTranslation('matter')
  const id = consultation.draft?.id ?? ''
  const notice = useQuery({ queryKey: ['notice', id], queryFn: () => getNotice(id), enabled: id !== '' })
  if (id === '') return null
  return (
    <section className="card mt-draft" aria-label={t('opinion.draft')} tabIndex={0}>
      <h2>{t('opinion.draft')}</h2>
      <div className="card-body mt-draft-text">
        <QueryBody query={notice}>
          {({ draft }) => (
            <BodyView
              body={draft.content.body}
              imageBase={`/api/desk/notices/${encodeURIComponent(id)}/attachments/`}
            />
          )}
        </QueryBody>
      </div>
    </section>
  )
}
