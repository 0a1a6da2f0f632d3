// oxlint-disable-next-line no-restricted-imports -- runs while the screens are built, never in a page
import { existsSync, readFileSync } from 'node:fs'
// oxlint-disable-next-line no-restricted-imports -- runs while the screens are built, never in a page
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

const ROOT = resolve(import.meta.dirname, '..')
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\/.*\.woff2?$/u

// An old package without a licence file; its face is of the same project and under the same licence as the other.
const SAME_LICENCE: Readonly<Record<string, string>> = {
  '@fontsource/noto-sans-yi': '@fontsource/noto-sans-mongolian',
}

/** The packages that faces come from, by the files they were copied from. */
export function fontPackages(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => PACKAGE.exec(file.replaceAll('\\', '/'))?.[1] ?? [])
  return [...new Set(names)].sort()
}

/** The licence of the faces in a package: `OFL.txt` where `LICENSE` is that of the package around them. */
export function fontLicence(name: string): string {
  const folder = join(ROOT, 'node_modules', SAME_LICENCE[name] ?? name)
  const found = ['OFL.txt', 'LICENSE'].map((file) => join(folder, file)).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`${name}: its faces may not be handed on without their licence`)
  return readFileSync(found, 'utf8')
}

/**
 * Puts the licence of every face that is copied into the screens beside them, as `licences/<package>.txt`: the SIL Open Font
 * License asks for that.
 */
export function fontLicences(): Plugin {
  return {
    name: 'font-licences',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((one) =>
        one.type === 'asset' ? one.originalFileNames : [],
      )
      for (const name of fontPackages(files))
        this.emitFile({
          type: 'asset',
          fileName: `licences/${name.replace('@', '').replace('/', '-')}.txt`,
          source: fontLicence(name),
        })
    },
  }
}
