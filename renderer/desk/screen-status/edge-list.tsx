import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenEdge } from '../../../server/signage/views.ts'
import { getScreenEdges, SCREEN_STATUS_KEY } from '../api/screen-status-api.ts'
import { shownTime } from '../replica/shown-time.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'

function Line({ edge, before }: { readonly edge: ScreenEdge; readonly before: ScreenEdge | undefined }) {
  const { t } = useTranslation('screen-status')
  const isNewStart = before !== undefined && before.boot !== edge.boot
  return (
    <li>
      <time>{shownTime(edge.at)}</time>
      {[
        isNewStart ? t('edge.start') : '',
        t(`rung.${edge.rung}`),
        edge.skipped > 0 ? t('skipped', { number: edge.skipped }) : '',
        edge.lost > 0 ? t('lost', { number: edge.lost }) : '',
      ]
        .filter((part) => part !== '')
        .join(t('edge.and'))}
    </li>
  )
}

/** The last changes of a screen's state; asked for when somebody opens them. */
export function EdgeList({ id }: { readonly id: string }) {
  const { t } = useTranslation('screen-status')
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({
    queryKey: [...SCREEN_STATUS_KEY, 'edges', id],
    queryFn: ({ signal }) => getScreenEdges(id, signal),
    enabled: isOpen,
  })
  return (
    <details
      className="ss-edges"
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary>{t('edge.title')}</summary>
      {isOpen ? (
        <QueryBody query={query}>
          {(edges) => (
            <ol>
              {edges.map((edge, place) => (
                <Line key={edge.at + edge.rung} edge={edge} before={edges[place + 1]} />
              ))}
            </ol>
          )}
        </QueryBody>
      ) : null}
    </details>
  )
}
