import { lazy, Suspense } from 'react'

// A technician once a month: the first page of the kiosk does not carry it.
const Lazy = lazy(async () => ({ default: (await import('./maintenance-page.tsx')).MaintenancePage }))

/** The way out for staff, behind the PIN. */
export function Maintenance(props: { close: () => void }) {
  return (
    <Suspense>
      <Lazy close={props.close} />
    </Suspense>
  )
}
