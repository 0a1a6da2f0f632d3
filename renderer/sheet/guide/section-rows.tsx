import type { TextSection } from '../../../domain/sheet/text-section.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import './section-rows.css'

/** One row of a guide: what it is about at the left, the text's own words at the right. */
export type SectionRow = {
  readonly key: string
  readonly name: string
  readonly sections: readonly TextSection[]
}

/** Sections of a text as a guide sets them, in two columns between rules. */
export function SectionRows(props: { readonly rows: readonly SectionRow[]; readonly imageBase: string }) {
  return (
    <div className="section-rows">
      {props.rows.map((row) => (
        <section key={row.key} className="section-row">
          <h2 className="section-name">
            <Phrased text={row.name} />
          </h2>
          <div className="section-text">
            {row.sections.map((section) => (
              <BodyView
                key={section.heading}
                body={{ type: 'doc', content: section.blocks }}
                imageBase={props.imageBase}
                wholeNumbers
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
