import type { ReactNode } from 'react'
import { LanguageSwitch } from '../language-switch.tsx'
import { useProgram } from './program.ts'

type Props = {
  readonly title: string
  readonly sub?: string
  /** Warnings over the card. */
  readonly above?: ReactNode
  /** Covers a page that stays behind it. */
  readonly over?: boolean
  readonly children: ReactNode
}

const TITLE_ID = 'door-title'

/** A card with the product's name before the pages: to sign in, to unlock, to set a password. */
export function Door({ title, sub, above, over = false, children }: Props) {
  const { product } = useProgram()
  const dialog = { role: 'dialog', 'aria-modal': true, 'aria-labelledby': TITLE_ID } as const
  return (
    <div className={over ? 'door door-over' : 'door'} {...(over ? dialog : {})}>
      {above}
      <main className="door-card">
        <header>
          <p className="product-name">{product}</p>
          <h1 id={TITLE_ID}>{title}</h1>
          {sub !== undefined && <p className="sub">{sub}</p>}
        </header>
        {children}
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
