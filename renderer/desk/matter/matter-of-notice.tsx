import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getMatterOfNotice } from '../api/matter-api.ts'
import { href } from '../../shared/desk/route.ts'
import { matterPath, MATTERS_KEY } from './matter-keys.ts'

/** The matter a notice belongs to, as a way there; nothing for a notice of none. */
export function MatterOfNotice({ noticeId }: { readonly noticeId: string }) {
  const { t } = useTranslation(['matter', 'terms'])
  const asked = useQuery({
    queryKey: [...MATTERS_KEY, 'of', noticeId],
    queryFn: () => getMatterOfNotice(noticeId),
  })
  const matter = asked.data ?? null
  if (matter === null) return null
  return (
    <a href={href(matterPath(matter.id))} title={matter.title}>
      {t('matter:ofNotice.label')} · {t(`terms:matterRole.${matter.role}`)}
    </a>
  )
}
