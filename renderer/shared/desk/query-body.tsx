import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Loading } from './loading.tsx'
import { RefusalMessage } from '../ui/refusal-message.tsx'

type Props<T> = {
  /** All or page by page. */
  readonly query: {
    readonly data: T | undefined
    readonly error: Error | null
    readonly refetch: () => Promise<unknown>
  }
  readonly children: (data: T) => ReactNode
}

/** What a list shows while it is asked for, when it is refused, and when it is there. */
export function QueryBody<T>({ query, children }: Props<T>) {
  const { t } = useTranslation('desk')
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error === null) return <Loading />
  return (
    <div className="empty">
      <RefusalMessage error={query.error} />
      <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
    </div>
  )
}
