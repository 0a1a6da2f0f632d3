import { useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { ELDER_TEXT_SIZE } from './text-size.ts'
import { NEW_VISIT, type Visit, type VisitSettings } from './visit.ts'

// On the root, so that what lies over the page (the countdown, an emergency, a pad) obeys them too.
function apply(settings: VisitSettings): void {
  const root = document.documentElement
  const size = settings.elder ? Math.max(settings.textSize, ELDER_TEXT_SIZE) : settings.textSize
  root.style.setProperty('--zoom', String(size))
  root.dataset['large'] = size > 1.5 ? 'ON' : 'OFF'
  root.dataset['contrast'] = settings.contrast
  root.dataset['spacing'] = settings.spacing
  root.dataset['reach'] = settings.reach
  root.dataset['elder'] = settings.elder ? 'ON' : 'OFF'
}

/** Holds how this visitor wants the glass, writes it on the page, and forgets it when asked. */
export function useVisitSettings(): Visit & { readonly forget: () => void } {
  const [settings, setSettings] = useState(NEW_VISIT)
  useLayoutEffect(() => {
    apply(settings)
  }, [settings])
  const change = useCallback((some: Partial<VisitSettings>) => {
    setSettings((now) => ({ ...now, ...some }))
  }, [])
  const forget = useCallback(() => {
    setSettings(NEW_VISIT)
  }, [])
  return useMemo(() => ({ settings, change, forget }), [settings, change, forget])
}
