import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DifferenceView } from '../../../shared/difference/difference-view.tsx'
import { useOpenDesk } from '../../shell/session-context.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { dayAndTime, shortHash } from '../format.ts'
import { differenceKey } from '../keys.ts'
import { getDifference } from './review-api.ts'

/** What differs from the edition published last; a first notice has nothing to differ from, and it says so. */
export function DifferenceFace(props: { readonly id: string; readonly of: 'draft' | 'submission' }) {
  const { t, i18n } = useTranslation('review')
  const { clock } = useOpenDesk()
  const found = useQuery({
    queryKey: [...differenceKey(props.id), props.of],
    queryFn: ({ signal }) => getDifference(props.id, props.of, signal),
    // A draft changes while it is written; what was handed in does not.
    staleTime: props.of === 'draft' ? 0 : Infinity,
  })
  return (
    <div className="nt-reading rv-difference">
      <QueryBody query={found}>
        {({ from, difference }) =>
          from === null || difference === null ? (
            <p>{t('difference.first')}</p>
          ) : (
            <>
              <p className="nt-soft">
                {t('difference.against', {
                  number: from.editionNumber ?? 0,
                  time:
                    from.publishedAt === null ? '' : dayAndTime(from.publishedAt, i18n.language, clock.now),
                  hash: shortHash(from.hash),
                })}
              </p>
              <DifferenceView difference={difference} />
            </>
          )
        }
      </QueryBody>
    </div>
  )
}
