import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { href } from './route.ts'
import { useProgram } from './session/program.ts'
import './shell.css'

type Props = {
  readonly path: string
  /** Where the product's name leads. */
  readonly home: string
  /** The office or the county. */
  readonly place: string
  /** What else stands in the top line. */
  readonly tools: ReactNode
  readonly nav: ReactNode
  readonly children: ReactNode
}

/** Top line, navigation, and the screen of the present path. */
export function Frame({ path, home, place, tools, nav, children }: Props) {
  const { t } = useTranslation('desk')
  const { product } = useProgram()
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    main.current?.scrollTo({ top: 0 })
  }, [path])
  return (
    <div className="desk-frame">
      <header className="top">
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            // The hash is the route, so the link must not change it.
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {t('shell.skip')}
        </a>
        <a className="product-name" href={href(home)}>
          {product}
        </a>
        <span className="top-office" title={place}>
          {place}
        </span>
        {tools}
      </header>
      {nav}
      <main ref={main} id="main" tabIndex={0} aria-label={t('shell.main')}>
        {children}
      </main>
    </div>
  )
}
