import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'

type Pages = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'error' | 'isFetchNextPageError'
>

/** The key at the end of a list that brings the next page; `left` is how many are still to come, when it is known. */
export function MoreDuties({ pages, left }: { readonly pages: Pages; readonly left: number | null }) {
  const { t } = useTranslation('duty')
  return (
    <>
      {pages.hasNextPage && (
        <div className="dt-next">
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {left === null ? t('list.more') : t('list.moreOf', { count: left })}
          </Button>
        </div>
      )}
      <RefusalMessage error={pages.isFetchNextPageError ? pages.error : null} />
    </>
  )
}
