import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FIRST_KIOSK_RULES } from '../../../domain/kiosk/kiosk-rules.ts'
import type { KioskSettings } from '../../../server/kiosk/views.ts'
import { api, taken } from '../../shared/api.ts'
import { idleTimes, type IdleTimes } from './idle-timer.ts'

const FIRST: KioskSettings = { ...FIRST_KIOSK_RULES, hasPin: false }

/** How the office wants its kiosk; the product's own settings until the office's computer has answered. */
export function useKioskSettings(): KioskSettings {
  const query = useQuery({
    queryKey: ['kiosk', 'settings'],
    queryFn: ({ signal }): Promise<KioskSettings> =>
      taken(api.public.kiosk.settings.$get({}, { init: { signal } })),
    gcTime: Infinity,
  })
  return query.data ?? FIRST
}

/** The times of these settings, the same object as long as they are the same. */
export function useIdleTimes({ idleSeconds, warningSeconds }: KioskSettings): IdleTimes {
  return useMemo(() => idleTimes({ idleSeconds, warningSeconds }), [idleSeconds, warningSeconds])
}
