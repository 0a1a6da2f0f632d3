import type { Resource, ResourceKey } from 'i18next'

/** Texts of a bundle, given by file (`locales/<language>/<namespace>.json`), as i18next wants them. */
export function bundledTexts(files: Readonly<Record<string, ResourceKey>>): Resource {
  const resources: Record<string, Record<string, ResourceKey>> = {}
  for (const [path, texts] of Object.entries(files)) {
    const [, language, namespace] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? []
    if (language === undefined || namespace === undefined) continue
    resources[language] = { ...resources[language], [namespace]: texts }
  }
  return resources
}
