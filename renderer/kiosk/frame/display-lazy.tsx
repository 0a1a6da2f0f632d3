import { lazy, Suspense } from 'react'

const Panel = lazy(async () => ({ default: (await import('./display-panel.tsx')).DisplayPanel }))

/** The panel of display settings, loaded when somebody first asks for it: most visitors never do. */
export function DisplaySettings(props: { close: () => void }) {
  return (
    <Suspense>
      <Panel close={props.close} />
    </Suspense>
  )
}
