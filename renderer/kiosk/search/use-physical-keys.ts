import { useEffect, useEffectEvent } from 'react'

const CONTROLS: Readonly<Record<string, string>> = { Backspace: '{bksp}', Escape: '{clear}' }

/**
 * Takes the keys of a real keyboard for the pad's; what an input method of the system composes goes into the field by itself. Space and
 * return belong to a button that has the focus.
 */
export function usePhysicalKeys(onPress: (key: string) => boolean): void {
  const press = useEffectEvent(onPress)
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.isComposing || event.key === 'Process' || event.ctrlKey || event.metaKey || event.altKey)
        return
      const onControl = event.target instanceof Element && event.target.closest('a, button') !== null
      if (onControl && (event.key === ' ' || event.key === 'Enter')) return
      const key =
        CONTROLS[event.key] ?? (/^[a-z0-9 ]$/iu.test(event.key) ? event.key.toLowerCase() : event.key)
      if (key.length > 1 && !key.startsWith('{') && key !== 'Enter') return
      if (press(key)) event.preventDefault()
    }
    window.addEventListener('keydown', follow)
    return () => {
      window.removeEventListener('keydown', follow)
    }
  }, [])
}
