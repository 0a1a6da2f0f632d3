import { useEffect, useState } from 'react'
import { onVisitEnd } from '../frame/end-visit.ts'
import { isGlass } from '../frame/glass.ts'
import { AttractLater } from '../idle/attract-lazy.tsx'
import { wipeVisit } from '../idle/wipe-visit.ts'
import { useHold } from '../maintenance/hold.ts'
import { Maintenance } from '../maintenance/maintenance-lazy.tsx'

/** What the glass in the hall has beyond a citizen's phone: nothing stays in the browser, notices pass by, and staff get in. */
export function GlassParts(props: {
  /** Nobody is there. */
  empty: boolean
  /** An emergency notice holds the glass. */
  taken: boolean
  attract: boolean
  office: string
}) {
  const [maintaining, setMaintaining] = useState(false)
  useEffect(() => {
    // A browser that died had no time to wipe: what its last visitor left is taken away before the next one comes.
    if (isGlass()) void wipeVisit()
    return onVisitEnd(() => void wipeVisit())
  }, [])
  useEffect(() => onVisitEnd(() => setMaintaining(false)), [])
  useEffect(() => {
    document.body.dataset['office'] = props.office
  }, [props.office])
  useHold(isGlass(), '.head-name', () => {
    setMaintaining(true)
  })
  if (maintaining) return <Maintenance close={() => setMaintaining(false)} />
  const passes = isGlass() && props.attract && props.empty && !props.taken
  return passes ? <AttractLater office={props.office} /> : null
}
