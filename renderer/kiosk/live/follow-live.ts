import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../../../server/signage/views.ts'
import { isWithdrawn, withoutWithdrawn } from './without-withdrawn.ts'

/**
 * Takes events into the kiosk's store of answers: what was taken down leaves every list and the glass at once, a notice that is being
 * read gives way to what stays of it, and at a new version everything on the glass is asked for anew; what nobody looks at is
 * forgotten, so that no later page begins with it.
 * @example openLive({ onEvent: followLive(queries) })
 */
export function followLive(queries: QueryClient): (event: LiveEvent) => void {
  let version: string | null = null
  return (event) => {
    const gone = new Set(event.withdrawn)
    if (gone.size > 0) {
      for (const query of queries.getQueryCache().getAll()) {
        const { data } = query.state
        if (isWithdrawn(data, gone)) query.reset()
        else if (data !== undefined) {
          const left = withoutWithdrawn(data, gone)
          if (left !== data) queries.setQueryData(query.queryKey, left)
        }
      }
    }
    const changed = version !== null && version !== event.version
    version = event.version
    if (!changed) return
    queries.removeQueries({ type: 'inactive' })
    void queries.invalidateQueries({ type: 'active' })
  }
}
