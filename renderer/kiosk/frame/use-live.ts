import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { openLive } from '../../shared/live/open-live.ts'
import { reloadAtNight } from '../../shared/live/reload-at-night.ts'
import { followLive } from '../live/follow-live.ts'

/**
 * Keeps the kiosk in step with the board while there is a line to it; without one every page goes on asking by itself. Once in the
 * frame. At night, when nobody is there and the server answers, the page begins anew.
 */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const follow = followLive(queries)
    return openLive({ onEvent: follow })
  }, [queries])
  useEffect(() => reloadAtNight(), [])
}
