const PATHS = {
  ring: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z',
  arrow: 'M2.5 8h10M9 4.5 12.5 8 9 11.5',
  pause: 'M6 4v8M10 4v8',
  tick: 'm3 8.5 3.2 3.2L13 4.8',
  alert: 'M8 3.2v6.2M8 12v.4',
  minus: 'M3.5 8h9',
} as const

/** A sign that says the same as the words beside it, for those who do not tell the colours apart. */
export type StateSign = keyof typeof PATHS

/** Draws the sign. */
export function StateIcon({ sign }: { readonly sign: StateSign }) {
  return (
    <svg className="ex-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[sign]} />
    </svg>
  )
}
