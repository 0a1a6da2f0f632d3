import { join } from 'node:path'
import { node24, ROOT } from './paths.mjs'
import { build } from './build.mjs'
import { run } from './run.mjs'

// `npm run package -- --linux --x64`: builds, then packs for the platform named, by default this computer's.
// Native modules are those npm installed here, so each platform is packed on a computer of its own kind.

await build()
process.exitCode = await run(
  node24(),
  [
    join(ROOT, 'node_modules', 'electron-builder', 'cli.js'),
    '--config',
    'build/electron-builder.config.mjs',
    ...process.argv.slice(2),
  ],
  { cwd: ROOT },
)
