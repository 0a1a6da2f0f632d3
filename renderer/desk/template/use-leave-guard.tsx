import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Asks before the desk goes to another screen while something is unsaved: by a link, by the browser's back key, or by
 * closing the page. The address stays what it is until the person has decided.
 */
export function useLeaveGuard(unsaved: boolean): void {
  const { t } = useTranslation('template')
  const { modal } = App.useApp()
  const asking = useRef(false)
  useEffect(() => {
    if (!unsaved) return undefined
    const here = window.location.hash
    let released = false
    const ask = (wanted: string) => {
      if (asking.current) return
      asking.current = true
      void modal.confirm({
        title: t('leave.title'),
        content: t('leave.meaning'),
        okText: t('leave.leave'),
        cancelText: t('leave.stay'),
        autoFocusButton: 'cancel',
        onOk: () => {
          released = true
          asking.current = false
          window.location.hash = wanted
        },
        onCancel: () => {
          asking.current = false
        },
      })
    }
    // Before the address changes: a screen drawn in between would already be the other one, and the changes gone.
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const wanted = link?.getAttribute('href') ?? ''
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
      if (released || elsewhere || !wanted.startsWith('#/') || wanted === here) return
      event.preventDefault()
      event.stopPropagation()
      ask(wanted)
    }
    // Told of before `hashchange`, which the screens listen for: they then find the address as it was.
    const moved = () => {
      const wanted = window.location.hash
      if (released || wanted === here) return
      window.history.pushState(null, '', here)
      ask(wanted)
    }
    const closing = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    document.addEventListener('click', clicked, true)
    window.addEventListener('popstate', moved)
    window.addEventListener('beforeunload', closing)
    return () => {
      document.removeEventListener('click', clicked, true)
      window.removeEventListener('popstate', moved)
      window.removeEventListener('beforeunload', closing)
    }
  }, [unsaved, modal, t])
}
